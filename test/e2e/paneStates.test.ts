import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import type { Journey } from './states/journey';
import { journeys } from './states/journeys';
import { overflowsLonger } from './states/lengthened';
import { axeFindings, hasLostFocus, overflows, wear, WIDTHS } from './states/look';
import { Visits, type Visit } from './states/visit';

/** A journey of twenty states on a loaded machine, in milliseconds. */
const JOURNEY = 300_000;

let bench: Workbench;
let visits: Visits;
beforeAll(async () => {
  bench = await startWorkbench();
  visits = new Visits(bench);
}, START_TIMEOUT);
afterAll(() => bench.close());

/** Everything in French, where words are longer; what depends on words in English. */
const faultsOf = async (visit: Visit): Promise<string[]> => {
  const faults: string[] = [];
  const add = (where: string, found: readonly string[]): void => {
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  };
  for (const width of WIDTHS) {
    await wear(visit, { width, theme: 'light' });
    add(`${String(width)} px`, await overflows(visit));
    if (visit.language === 'fr' || width === WIDTHS[0]) add(`${String(width)} px`, await axeFindings(visit));
  }
  if (visit.language === 'fr') {
    for (const theme of ['dark', 'contrast'] as const)
      for (const width of WIDTHS) {
        await wear(visit, { width, theme });
        add(`${String(width)} px, ${theme}`, await axeFindings(visit, true));
      }
    await wear(visit, { width: WIDTHS[0], theme: 'light' });
    add('in a language of longer words', await overflowsLonger(visit));
  }
  await wear(visit, { width: 350, theme: 'light' });
  return faults;
};

/** Goes through a journey, and looks at the pane in each of its states. */
const faultsOfJourney = async (visit: Visit, { name, book, steps }: Journey): Promise<string[]> => {
  const faults: string[] = [];
  await visit.open(await book(visit.language), `${name}.xlsx`);
  let hadFocus = false;
  for (const { state, reach, leave, busy, elsewhere } of steps) {
    await reach(visit);
    if (!busy) await visit.settled();
    const lost = await hasLostFocus(visit);
    if (hadFocus && lost && !elsewhere) faults.push(`${state}: the focus is lost`);
    hadFocus = !lost;
    faults.push(...(await faultsOf(visit)).map((fault) => `${state}, ${fault}`));
    await leave?.(visit);
  }
  return faults;
};

describe.each(['fr', 'en'] as const)(
  'every state of the pane, %s: axe finds nothing, nothing is cut, the focus stays',
  (language) => {
    test.each(journeys.map((journey) => [journey.name, journey] as const))(
      '%s',
      async (_name, journey) => {
        const visit = await visits.of(language, journey.readOnly === true);
        const faults = await faultsOfJourney(visit, journey).catch(async (thrown: unknown) => {
          await visits.forget(visit);
          throw thrown;
        });
        expect(faults).toEqual([]);
      },
      JOURNEY,
    );
  },
);
