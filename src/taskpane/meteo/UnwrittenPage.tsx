import type { Language } from '../../core/meteo/content';
import type { Problem } from '../../core/problem';
import { ActionDock } from '../parts/ActionDock';
import { asTitle } from '../parts/asTitle';
import type { PageProps } from '../parts/page';
import { PageRows } from '../parts/PageRows';
import type { ProblemWords } from '../parts/problemWords';
import type { remedyOf } from '../parts/remedy';
import { IssueDay } from './IssueDay';
import { LeftTexts } from './LeftTexts';
import type { MeteoState } from './meteoState';
import type { MeteoSession } from './session';
import type { MeteoStrings } from './strings';

type Props = {
  problem: Problem;
  /** What was typed for it before it was sent from elsewhere. */
  left: MeteoState['left'];
  session: MeteoSession | null;
  /** The day that was chosen for it; null: today. */
  issued: number | null;
  language: Language;
  strings: MeteoStrings;
  words: ProblemWords;
  action: string;
  remedy: ReturnType<typeof remedyOf>;
  go: PageProps['go'];
};

/** In the place of a page being written where there is none to write: it was sent already, or the data do not make one. */
export const UnwrittenPage = (props: Props) => {
  const { problem, left, session, issued, strings, language, words, action, remedy, go } = props;
  const isSent = problem.code === 'meteo-sent';
  const { title, body } = words(problem);
  return (
    <>
      <main>
        <h1 tabIndex={-1}>{isSent ? strings.sent.title(problem.params.number) : asTitle(title)}</h1>
        <p className="caption">{isSent ? strings.sent.body : body}</p>
        {session && (isSent || issued !== null) && (
          <IssueDay session={session} chosen={issued} strings={strings.issued} language={language} />
        )}
        {left && <LeftTexts left={left} strings={strings} />}
        <PageRows
          rows={[
            { key: 'history', label: strings.history.link, caption: strings.history.linkCaption, open: () => go('meteoHistory') },
          ]}
        />
      </main>
      <ActionDock
        label={action}
        note={null}
        running={null}
        problem={null}
        remedy={remedy}
        primary={{
          text: isSent ? strings.sent.correct : strings.again,
          run: () => void session?.prepare(isSent),
        }}
      />
    </>
  );
};
