import { useEffect, useState } from 'react';
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { KpiNotes } from '../../core/meteo/projectionNotes';
import type { Language } from '../../core/meteo/content';
import type { Problem } from '../../core/problem';
import { typeset } from '../../core/words/typography';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { remedyOf } from '../parts/remedy';
import { pageTitle } from './title';
import { projectionStrings, type ProjectionStrings } from './strings';

/** A KPI: what its projection rests on, and how the printed ones have done. */
const KpiSection = ({ notes, strings, language }: { notes: KpiNotes; strings: ProjectionStrings; language: Language }) => {
  const label = typeset(notes.kpi.label, language);
  const id = `projections-${notes.kpi.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <p>{notes.record ? notes.record.summary : strings.never}</p>
      {notes.record && notes.record.lines.length > 0 && (
        <ul aria-label={strings.list(label)}>
          {notes.record.lines.map((line) => (
            <li className="caption" key={line}>
              {line}
            </li>
          ))}
        </ul>
      )}
      <p className="caption">{notes.explained}</p>
      {notes.seasons.map((sentence) => (
        <p className="caption" key={sentence}>
          {sentence}
        </p>
      ))}
    </section>
  );
};

/** The page of projections: how those that were printed have done, what they rest on, and their table on request. */
export const ProjectionsPage = ({ actions, words, language, action, go, onBack }: PageProps) => {
  const [notes, setNotes] = useState<readonly KpiNotes[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [writing, setWriting] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const strings = projectionStrings[language];

  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const shown = new AbortController();
    void actions.projections(shown.signal).then((result) => {
      if (shown.signal.aborted) return;
      if (result.ok) setNotes(result.value);
      else setProblem(result.problem);
    });
    return () => shown.abort();
  }, [actions, asked]);
  const read = (): void => {
    setProblem(null);
    setAsked((times) => times + 1);
  };

  const write = (): void => {
    setWriting(true);
    setWritten(null);
    setProblem(null);
    void actions.writeProjections().then((result) => {
      setWriting(false);
      if (result.ok) setWritten(result.value.sheets[0] ?? null);
      else setProblem(result.problem);
    });
  };

  const loading = notes === null && problem === null;
  /** Nothing could be read: the head of the page says why, and the dock does not say it again. */
  const unread = notes === null ? problem : null;
  const remedy = remedyOf(problem, { actions, go, language });
  const isShort = notes?.length === 0;
  return (
    <>
      <main aria-busy={loading}>
        <PageHead
          title={loading ? strings.loading : unread ? words(unread).title : pageTitle(notes ?? [], strings)}
          back={{ label: strings.back, go: onBack }}
        >
          {unread ? (
            <p className="explained" role="alert">
              {words(unread).body}
            </p>
          ) : (
            !isShort && <p className="caption">{strings.caption}</p>
          )}
        </PageHead>
        {notes?.map((one) => (
          <KpiSection key={one.kpi.id} notes={one} strings={strings} language={language} />
        ))}
      </main>
      <ActionDock
        label={action}
        note={written === null && problem === null && !loading ? (isShort ? strings.later : strings.note) : null}
        running={loading ? strings.loading : writing ? strings.writing : null}
        problem={problem && !unread ? words(problem) : null}
        outcome={
          written !== null && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>
                {strings.written(written)}{' '}
                <Link as="button" onClick={() => void actions.select(written)}>
                  {strings.open}
                </Link>
              </MessageBarBody>
            </MessageBar>
          )
        }
        onUndone={() => setWritten(null)}
        primary={
          unread
            ? (remedy ?? { text: strings.tryAgain, run: read })
            : { text: strings.write, disabled: loading || writing || isShort, writes: true, run: write }
        }
      />
    </>
  );
};
