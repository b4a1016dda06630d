import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Language } from '../../core/meteo/content';
import type { PaneState } from '../flow';
import { ActionDock } from '../parts/ActionDock';
import { otherVersionStrings } from '../parts/otherVersionStrings';
import type { ProblemWords } from '../parts/problemWords';
import { askingWeather, typedTexts } from './editing';
import type { MeteoState } from './meteoState';
import type { MeteoSession } from './session';
import type { MeteoStrings } from './strings';

type Props = {
  label: string;
  state: MeteoState;
  session: MeteoSession | null;
  strings: MeteoStrings;
  words: ProblemWords;
  language: Language;
  /** The workbook as it was read: one that can only be read gets no sheet. */
  workbook: PaneState;
  /** The page is written in the workbook. */
  onWritten: () => void;
  /** A section has a field to fill in first. */
  onWanting?: () => void;
  /** A page of this météo was made and not sent yet. */
  onGoOn?: (() => void) | undefined;
};

/** What is under way, in words. */
const runningText = ({ reading, dock, isDating }: MeteoState, strings: MeteoStrings): string | null => {
  if (dock.kind === 'running') return dock.act === 'pdf' ? strings.result.pdf.running : strings.generating;
  return reading.kind === 'loading' || isDating ? strings.loading : null;
};

/** Why nothing was written, in words. */
const problemText = ({ dock, drawn, edits }: MeteoState, strings: MeteoStrings, words: ProblemWords) => {
  if (dock.kind === 'problem') return words(dock.problem);
  if (dock.kind !== 'wanting' || !drawn) return null;
  const weather = strings.weather[askingWeather(drawn.prepared.row.computed, edits)];
  return { title: strings.wanting.title, body: strings.wanting.body[dock.requirement](weather) };
};

/** The bar under a page being written: it writes it; in a workbook that can only be read, it saves it as PDF. */
export const GenerateDock = (props: Props) => {
  const { label, state, session, strings, words, language, workbook, onWritten, onWanting, onGoOn } = props;
  const { dock, reading, drawn } = state;
  const choices = otherVersionStrings[language];
  const isReady = reading.kind === 'ready' && drawn !== null;
  const readOnly = workbook.reading.kind === 'found' && workbook.reading.overview.readOnly;
  const isChanged = dock.kind === 'problem' && dock.problem.code === 'changed-since-read';
  const generate = async (): Promise<void> => {
    const outcome = await session?.generate(isChanged);
    if (outcome === 'written') onWritten();
    if (outcome === 'wanting') onWanting?.();
  };
  const disabled = !isReady || dock.kind === 'running' || state.isDating;
  return (
    <ActionDock
      label={label}
      note={
        isReady && (dock.kind === 'ready' || (dock.kind === 'done' && !dock.file))
          ? readOnly
            ? strings.readOnly
            : strings.note(reading.preparation.sheetName)
          : null
      }
      running={runningText(state, strings)}
      texts={() => typedTexts(state.edits)}
      problem={problemText(state, strings, words)}
      outcome={
        dock.kind === 'done' &&
        dock.file && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{strings.result.saved(dock.file.name)}</MessageBarTitle>
            </MessageBarBody>
          </MessageBar>
        )
      }
      primary={
        readOnly
          ? { text: strings.result.pdf.label, disabled, run: () => void session?.savePdf() }
          : { text: isChanged ? choices.keep : strings.generate, disabled, run: () => void generate() }
      }
      {...(isChanged && { secondary: { text: choices.take, run: () => void session?.takeWritten() } })}
      {...(onGoOn &&
        !isChanged &&
        !readOnly && { secondary: { text: strings.goOn, disabled: dock.kind === 'running', run: onGoOn } })}
    />
  );
};
