import './watch.css';
import { useCallback, useEffect, useState } from 'react';
import { dueToday } from '../../core/flash/times';
import type { Place, Problem } from '../../core/problem';
import { parseArea } from '../../core/sheet/address';
import { NEEDED } from '../../core/watch/drawn';
import { lastText, watchTitle } from '../../core/watch/sentences';
import type { Watch } from '../../core/watch/watch';
import { formatTime } from '../../core/words/numbers';
import { ActionDock } from '../parts/ActionDock';
import type { PageProps } from '../parts/page';
import { Skeleton } from '../parts/Skeleton';
import { remedyOf } from '../parts/remedy';
import { Multiples } from './Multiples';
import { Sparkline } from './Sparkline';
import { watchStrings, type WatchStrings } from './strings';
import { WatchRows } from './WatchRows';

/** Problems that say that there is nothing to watch yet, rather than that reading failed. */
const NOTHING_YET: readonly Problem['code'][] = ['workbook-empty', 'no-dates', 'no-measures', 'table-without-rows'];

/** Minutes before a flash point from which it is announced. */
const SOON = 90;

const EXAMPLE = {
  values: [52, 48, 55, 51, 57, 49, 53, 47, 54, 50, 56, 52, 50, 56, 49, 54, 47, 55, 50, 56, 58, 59, 62, 71],
  drift: { mean: 52, low: 44, high: 66, count: 20, signal: null },
  runFrom: null,
};

/** What the page will show, for who has nothing to show yet. */
const Empty = ({
  strings,
  known,
  picture,
}: {
  strings: WatchStrings;
  known: number;
  picture: Parameters<typeof Sparkline>[0];
}) => (
  <>
    <div className="watch-example">
      <Sparkline {...picture} />
    </div>
    <p>{strings.empty.text}</p>
    <p className="caption">{strings.empty.needs(known, NEEDED)}</p>
  </>
);

/** The watch: alerts of the last complete day, drifts, and every KPI over its last periods. */
export const WatchPage = ({ actions, words, strings: pane, language, action, flow, go }: PageProps) => {
  const strings = watchStrings[language];
  const [watch, setWatch] = useState<Watch | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { watch: watching } = actions;

  const read = useCallback(
    () =>
      watching.read().then((result) => {
        setProblem(result.ok ? null : result.problem);
        setWatch(result.ok ? result.value : null);
      }),
    [watching],
  );
  const { reading } = flow.state;
  useEffect(() => {
    void read();
  }, [read, reading]);

  const select = (place: Place | null): void => {
    const area = place?.cell === undefined ? null : parseArea(place.cell);
    if (place?.sheet !== undefined && area) void actions.show(place.sheet, area);
  };
  const known = Math.max(0, ...(watch?.multiples.map((multiple) => multiple.known) ?? []));
  const isEmpty = watch ? watch.last === null : problem !== null && NOTHING_YET.includes(problem.code);
  const isLoading = watch === null && problem === null;
  const said = problem && !isEmpty ? words(problem) : null;
  const due = dueToday(watching.now());
  const title = isLoading
    ? strings.loading
    : isEmpty
      ? strings.empty.title
      : watch
        ? watchTitle(watch, language)
        : (said?.title ?? '');
  return (
    <>
      <main aria-busy={isLoading}>
        <h1 tabIndex={-1}>{title}</h1>
        <p className="caption">
          {isLoading ? strings.reading : watch && !isEmpty ? lastText(watch, Math.floor(watching.now()), language) : null}
        </p>
        {isLoading && <Skeleton block />}
        {isEmpty && <Empty strings={strings} known={known} picture={{ multiple: EXAMPLE }} />}
        {watch && !isEmpty && (
          <>
            <WatchRows watch={watch} strings={strings} language={language} select={select} />
            <Multiples watch={watch} strings={strings} language={language} select={select} />
          </>
        )}
      </main>
      <ActionDock
        label={action}
        note={
          due && due.minutes <= SOON && watch && !isEmpty ? strings.due(formatTime(due.moment % 1, language), due.minutes) : null
        }
        running={isLoading ? strings.loading : null}
        problem={said}
        primary={
          isEmpty
            ? (remedyOf(problem, { actions, go, language }) ?? { text: strings.empty.button, run: () => go('source') })
            : said
              ? { text: pane.tryAgain, run: () => void read() }
              : { text: strings.flash, disabled: isLoading, run: () => go('flash') }
        }
      />
    </>
  );
};
