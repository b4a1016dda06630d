import type { Language } from '../../src/core/meteo/content';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import type { Journey } from './states/journey';
import { journeys } from './states/journeys';
import { axeFindings, hasLostFocus, overflows, wear, WIDTHS } from './states/look';
import { Visit } from './states/visit';

/** A journey of twenty states on a loaded machine, in milliseconds. */
const JOURNEY = 300_000;

let bench: Workbench;
const visits = new Map<string, Visit>();
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

/** One page for all journeys that can share it. */
const visitOf = async (language: Language, { readOnly }: Journey): Promise<Visit> => {
  const query = readOnly ? '?access=read' : '';
  const key = `${language}${query}`;
  const visit = visits.get(key) ?? (await Visit.begin(bench, language, query));
  visits.set(key, visit);
  return visit;
};

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
  for (const theme of visit.language === 'fr' ? (['dark', 'contrast'] as const) : [])
    for (const width of WIDTHS) {
      await wear(visit, { width, theme });
      add(`${String(width)} px, ${theme}`, await axeFindings(visit, true));
    }
  await wear(visit, { width: 350, theme: 'light' });
  return faults;
};

describe.each(['fr', 'en'] as const)(
  'every state of the pane, %s: axe finds nothing, nothing is cut, the focus stays',
  (language) => {
    test.each(journeys.map((journey) => [journey.name, journey] as const))(
      '%s',
      async (name, journey) => {
        const visit = await visitOf(language, journey);
        const faults: string[] = [];
        await visit.open(await journey.book(language), `${name}.xlsx`);
        let hadFocus = false;
        for (const { state, reach, leave, busy } of journey.steps) {
          await reach(visit);
          if (!busy) await visit.settled();
          const lost = await hasLostFocus(visit);
          if (hadFocus && lost) faults.push(`${state}: the focus is lost`);
          hadFocus = !lost;
          faults.push(...(await faultsOf(visit)).map((fault) => `${state}, ${fault}`));
          await leave?.(visit);
        }
        expect(faults).toEqual([]);
      },
      JOURNEY,
    );
  },
);
