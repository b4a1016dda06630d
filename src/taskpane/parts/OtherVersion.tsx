import { Link } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import { clockTime } from './clockTime';
import { focusTitle } from './focusTitle';
import { otherVersionStrings } from './otherVersionStrings';

type Props = {
  language: Language;
  /** When the other version was typed, in milliseconds. */
  at: number;
  onTake: () => void;
  onKeep: () => void;
};

/** Two panes have typed different things for the same page: which of them stays is somebody's choice. */
export const OtherVersion = ({ language, at, onTake, onKeep }: Props) => {
  const strings = otherVersionStrings[language];
  const chosen = (choose: () => void) => (): void => {
    focusTitle();
    choose();
  };
  return (
    <p className="question" role="alert">
      {strings.typed(clockTime(at))}{' '}
      <span className="dock-links">
        <Link as="button" onClick={chosen(onTake)}>
          {strings.take}
        </Link>
        <Link as="button" onClick={chosen(onKeep)}>
          {strings.keep}
        </Link>
      </span>
    </p>
  );
};
