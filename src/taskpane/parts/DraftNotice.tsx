import { Link } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import { clockTime } from './clockTime';
import { focusTitle } from './focusTitle';
import { OtherVersion } from './OtherVersion';
import { otherVersionStrings } from './otherVersionStrings';
import type { HeldForm } from './useHeldDraft';

type Props = {
  held: Pick<HeldForm<unknown>, 'restored' | 'other' | 'takeOther' | 'keepMine'>;
  language: Language;
  /** The form as the workbook has it: what was typed goes. */
  onStartOver: () => void;
};

/** What became of a form's draft: taken up again, or another one than another pane's. */
export const DraftNotice = ({ held, language, onStartOver }: Props) => {
  const { restored, other } = held;
  const strings = otherVersionStrings[language];
  if (other) return <OtherVersion language={language} at={other.at} onTake={held.takeOther} onKeep={held.keepMine} />;
  if (restored === null) return null;
  return (
    <p className="question" role="status">
      {strings.restored(clockTime(restored))}{' '}
      <Link
        as="button"
        onClick={() => {
          focusTitle();
          onStartOver();
        }}
      >
        {strings.startOver}
      </Link>
    </p>
  );
};
