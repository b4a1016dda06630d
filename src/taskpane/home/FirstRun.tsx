import { Button } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { TableSearch20Regular } from '@fluentui/react-icons/svg/table-search';
import type { Stage } from '../flow';
import { STAGES } from '../flow';
import { MAIN_ACTION } from '../parts/mainAction';
import type { PageName } from '../shell/navigation';
import { PagePicture } from './PagePicture';
import type { HomeStrings } from './strings';

type Props = {
  /** What is to be done next; null for a workbook that holds nothing yet. */
  stage: Exclude<Stage, 'meteo'> | null;
  /** Something was done already: the page says how far one is. */
  begun: boolean;
  strings: HomeStrings;
  /** What is said of the data staying where they are. */
  privacy: string;
  go: (page: PageName) => void;
};

/** The steps after the first button, and the stage that each is over with. */
const STEPS = [
  ['confirm', 'kpis'],
  ['choose', 'consolidation'],
  ['consolidate', 'meteo'],
  ['generate', null],
] as const;

/** Home before there is anything to come back to: what comes out of it, two ways in, and the steps that follow. */
export const FirstRun = ({ stage, begun, strings, privacy, go }: Props) => {
  const { first } = strings;
  const reached = stage === null ? 0 : STAGES.indexOf(stage);
  const find = (
    <div className="way">
      <Button
        size="large"
        appearance={stage === null ? 'secondary' : 'primary'}
        {...(stage !== null && MAIN_ACTION)}
        icon={<TableSearch20Regular aria-hidden />}
        onClick={() => go(stage ?? 'source')}
      >
        {stage !== null && begun ? strings.resume[stage].button : first.find}
      </Button>
      {!begun && <p className="caption">{stage === null ? first.openNote : first.findNote}</p>}
    </div>
  );
  const template = (
    <div className="way">
      <Button
        size="large"
        appearance={stage === null ? 'primary' : 'secondary'}
        {...(stage === null && MAIN_ACTION)}
        onClick={() => go('template')}
      >
        {first.template}
      </Button>
      <p className="caption">{first.templateNote}</p>
    </div>
  );
  return (
    <>
      <div className="welcome">
        <div>
          <h1 tabIndex={-1}>{stage !== null && begun ? strings.resume[stage].title : first.title}</h1>
          <p>{first.about}</p>
        </div>
        <PagePicture />
      </div>
      {stage === null ? (
        <>
          {template}
          {find}
        </>
      ) : (
        <>
          {find}
          {!begun && template}
        </>
      )}
      <h2>{first.next}</h2>
      <ol className="steps">
        {STEPS.map(([name, over], index) => {
          const { label, about, minutes } = first.steps[name];
          const done = over !== null && reached >= STAGES.indexOf(over);
          return (
            <li key={name}>
              <span className="step-number" aria-hidden>
                {done ? <CheckmarkCircle16Filled /> : String(index + 1)}
              </span>
              <span>
                <strong>{label}</strong>
                <span className="caption">{about}</span>
              </span>
              <span className="caption step-side">{done ? first.done : first.minutes(minutes)}</span>
            </li>
          );
        })}
      </ol>
      <p className="caption foot">
        <LockClosed16Regular aria-hidden /> <span>{privacy}</span>
      </p>
    </>
  );
};
