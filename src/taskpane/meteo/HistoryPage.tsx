import './meteo.css';
import { useEffect, useState } from 'react';
import type { Language } from '../../core/meteo/content';
import type { HistoryRow } from '../../core/meteo/history';
import type { Problem } from '../../core/problem';
import { formatDate, formatRange } from '../../core/words/dates';
import { sideBySide } from '../../core/words/sideBySide';
import { upperFirst } from '../../core/words/typography';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { StatusMark } from '../parts/StatusMark';
import { withGaps } from './gaps';
import type { PastMeteos } from './meteoWork';
import { meteoStrings, type MeteoStrings } from './strings';

const lineOf = ({ number, weather, sent }: HistoryRow, { history, weather: names }: MeteoStrings, language: Language): string =>
  sent === null ? history.unsent(number, names[weather]) : history.sent(number, names[weather], formatDate(sent, language));

/** The météos that were made: a row each, with its rule, and where more days passed than agreed. */
export const HistoryPage = ({ actions, words, language, action, go, onBack }: PageProps) => {
  const [past, setPast] = useState<PastMeteos | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const strings = meteoStrings[language];
  const { history } = strings;
  useEffect(() => {
    let shown = true;
    void actions
      .meteo()
      .then((session) => session.history())
      .then((result) => {
        if (!shown) return;
        if (result.ok) setPast(result.value);
        else setProblem(result.problem);
      });
    return () => {
      shown = false;
    };
  }, [actions]);

  const title = past ? (past.rows.length === 0 ? history.none : history.title(past.rows.length)) : strings.loading;
  return (
    <>
      <main aria-busy={!past && !problem}>
        <PageHead title={problem ? words(problem).title : title} back={{ label: history.back, go: onBack }}>
          <p className="caption">
            {problem ? words(problem).body : past && (past.rows.length === 0 ? history.noneBody : history.cadence(past.cadence))}
          </p>
        </PageHead>
        <ul>
          {past &&
            withGaps(past.rows).map(({ row, gap }) => (
              <li className="row" key={row.number}>
                <button type="button" className="row-button" onClick={() => void actions.select(row.sheet)}>
                  <span>{lineOf(row, strings, language)}</span>
                  <span className="caption">
                    {sideBySide(
                      upperFirst(formatRange(row.start, row.last, language)),
                      row.reason === '' ? row.rule : row.reason,
                    )}
                  </span>
                  {gap !== null && gap > past.cadence && <StatusMark tone="watch">{history.gap(gap)}</StatusMark>}
                </button>
              </li>
            ))}
        </ul>
      </main>
      <ActionDock
        label={action}
        note={null}
        running={!past && !problem ? strings.loading : null}
        problem={null}
        primary={{ text: strings.result.none.start, run: () => go('meteo') }}
      />
    </>
  );
};
