import { useEffect, useReducer } from 'react';
import { Link } from '@fluentui/react-components';
import { tableArea } from '../../core/detect/places';
import { columnArea } from '../../core/detect/source-view';
import { areaName, type Area } from '../../core/sheet/address';
import { stageOf } from '../flow';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { remedyOf } from '../parts/remedy';
import { Remarks } from '../parts/Remarks';
import { Columns } from './Columns';
import { Questions } from './Questions';
import { initialSource, openQuestions, questionCount, reduceSource, tableNow } from './sourceFlow';
import { sourceStrings } from './strings';

/** The page Source: what was found in the workbook, for the user to confirm or correct before anything is written. */
export const SourcePage = ({ actions, words, language, action, flow, go, onBack, onConfirmed }: PageProps) => {
  const [state, dispatch] = useReducer(reduceSource, initialSource);
  const strings = sourceStrings[language];
  const { view, phase } = state;
  const { reading } = flow.state;
  const isFirst = reading.kind === 'found' && stageOf(reading.overview) !== null;

  const load = (index: number): void => {
    dispatch({ type: 'loading' });
    void actions.source(index).then((result) => dispatch({ type: 'loaded', result }));
  };
  useEffect(() => {
    void actions.source(0).then((result) => dispatch({ type: 'loaded', result }));
  }, [actions]);

  const confirm = (): void => {
    const [open] = openQuestions(state);
    const table = tableNow(state);
    if (open !== undefined) {
      dispatch({ type: 'insisted' });
      document.getElementById(open)?.focus();
    } else if (table) {
      dispatch({ type: 'writing' });
      void actions.confirm(table).then((result) => {
        if (result.ok) onConfirmed();
        else dispatch({ type: 'refused', problem: result.problem });
      });
    }
  };
  const show = (area: Area): void => {
    if (view) void actions.show(view.table.sheet, area);
  };

  const found = view?.found[view.index];
  const area = view && tableArea(view.table);
  const title =
    view && found
      ? strings.title(
          view.table.sheet.trim(),
          found.rows,
          view.table.kind === 'events' || found.first === null,
          questionCount(view),
        )
      : phase.kind === 'refused'
        ? words(phase.problem).title
        : strings.loading;
  const left = openQuestions(state).length;
  return (
    <>
      <main aria-busy={phase.kind === 'loading'}>
        <PageHead title={title} back={{ label: strings.back, go: onBack }}>
          {view && found && area && (
            <p className="caption">
              <Link as="button" title={strings.selectRange(areaName(area))} onClick={() => show(area)}>
                {`${view.table.sheet.trim()}!${areaName(area)}`}
              </Link>{' '}
              · {strings.headers(area.row + 1, found.first, found.last)}
            </p>
          )}
        </PageHead>
        {view && (
          <>
            <Questions state={state} strings={strings} language={language} dispatch={dispatch} onTable={load} />
            <Columns
              key={`${view.table.sheet} ${String(view.index)}`}
              state={state}
              strings={strings}
              language={language}
              dispatch={dispatch}
              onSelect={(column) => show(columnArea(view.table, column))}
            />
            {view.remarks.length > 0 && (
              <section aria-labelledby="source-remarks">
                <h2 id="source-remarks">{strings.remarks(view.remarks.length)}</h2>
                <Remarks problems={view.remarks} words={words} />
              </section>
            )}
          </>
        )}
      </main>
      <ActionDock
        label={action}
        note={phase.kind === 'ready' ? (state.insisted && left > 0 ? strings.remaining(left) : strings.note(isFirst)) : null}
        running={phase.kind === 'writing' ? strings.running : phase.kind === 'loading' ? strings.loading : null}
        problem={phase.kind === 'refused' ? words(phase.problem) : null}
        remedy={phase.kind === 'refused' ? remedyOf(phase.problem, { actions, go, language }, 'source') : null}
        primary={{
          text: phase.kind === 'refused' ? strings.tryAgain : strings.confirm,
          disabled: phase.kind === 'loading' || phase.kind === 'writing',
          writes: phase.kind !== 'refused',
          run: phase.kind === 'refused' ? () => load(view?.index ?? 0) : confirm,
        }}
      />
    </>
  );
};
