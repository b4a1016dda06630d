import { ActionDock } from '../parts/ActionDock';
import type { ProblemWords } from '../parts/problemWords';
import type { MeteoState } from './meteoState';
import type { MeteoSession } from './session';
import type { MeteoStrings } from './strings';

type Props = {
  label: string;
  state: MeteoState;
  session: MeteoSession | null;
  strings: MeteoStrings;
  words: ProblemWords;
  /** The page is written in the workbook. */
  onWritten: () => void;
  /** A section has a field to fill in first. */
  onWanting?: () => void;
  /** A page of this météo was made and not sent yet. */
  onGoOn?: (() => void) | undefined;
};

/** The bar under a page being written: it writes it. */
export const GenerateDock = ({ label, state, session, strings, words, onWritten, onWanting, onGoOn }: Props) => {
  const { dock, reading, drawn } = state;
  const isReady = reading.kind === 'ready' && drawn !== null;
  const generate = async (): Promise<void> => {
    const outcome = await session?.generate();
    if (outcome === 'written') onWritten();
    if (outcome === 'wanting') onWanting?.();
  };
  return (
    <ActionDock
      label={label}
      note={isReady && dock.kind === 'ready' ? strings.note(reading.preparation.sheetName) : null}
      running={reading.kind === 'loading' ? strings.loading : dock.kind === 'running' ? strings.generating : null}
      problem={dock.kind === 'problem' ? words(dock.problem) : null}
      primary={{ text: strings.generate, disabled: !isReady || dock.kind === 'running', run: () => void generate() }}
      {...(onGoOn && { secondary: { text: strings.goOn, disabled: dock.kind === 'running', run: onGoOn } })}
    />
  );
};
