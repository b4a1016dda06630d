import { addTemplate } from '../../src/actions/template';
import { confirmMapping } from '../../src/actions/confirmMapping';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { defineKpi } from '../../src/actions/defineKpi';
import { removeExamples } from '../../src/actions/removeExamples';
import { saveSetting } from '../../src/actions/saveSetting';
import { summariseWorkbook } from '../../src/actions/summarise';
import { showThresholds } from '../../src/actions/thresholds';
import { detect } from '../../src/core/detect/detect';
import { EMPTY_KPI } from '../../src/core/kpi/kpi-draft';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { Progress } from '../../src/core/sheet/run';
import type { WorkbookPort } from '../../src/core/sheet/workbook';
import type { Steps } from '../../src/core/steps';
import { valueOf } from '../core/grid';
import { openEmbedded, type Embedded } from '../excel/embedded';

// Workbooks are written and read through office.js.
jest.setTimeout(60_000);

const MONDAY = 46_027; // 05/01/2026
const TODAY = MONDAY + 70;

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
  const header = ['Date', 'Équipe', 'Appels reçus', 'Décrochés'].map((text): CellDraft => ({ text }));
  const rows = Array.from({ length: 70 }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { text: day % 2 === 0 ? 'Nord' : 'Sud' },
    { number: 200 + 7 * (day % 11) },
    { number: 180 + (day % 13) },
  ]);
  const styles = [{ area: { row: 1, column: 0, rows: 70, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
  const blocks = [{ row: 0, column: 0, cells: [header, ...rows] }];
  valueOf(await book.port.write({ sheets: [{ name: 'Suivi', owner: 'user', blocks, styles }], names: [] }));
});
afterEach(() => book.close());

/** The workbook as somebody uses it who cancels after so many steps of what is computed; tells how many were done. */
const cancelledAfter = (steps: number): { port: WorkbookPort; done: () => number; told: Progress[] } => {
  const abort = new AbortController();
  const told: Progress[] = [];
  const port = book.port.with({ signal: abort.signal, onProgress: (progress) => told.push(progress) });
  let count = 0;
  function* counted<Value>(work: Steps<Value>): Steps<Value> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (++count === steps) abort.abort();
      yield undefined;
    }
  }
  return { port: { ...port, compute: (work) => port.compute(counted(work)) }, done: () => count, told };
};

const kpi = { ...EMPTY_KPI, label: 'Part', numerator: 'Décrochés', denominator: 'Appels reçus', green: 0.9, amber: 0.8 };

const confirm = async (port: WorkbookPort): Promise<Result<unknown>> => {
  const [table] = detect(valueOf(await book.port.read())).tables;
  if (!table) throw new Error('no table');
  return confirmMapping(port, { table, language: 'fr' });
};

test.each<[string, (port: WorkbookPort) => Promise<Result<unknown>>]>([
  ['consolidate', (port) => consolidateWorkbook(port, { language: 'fr', today: TODAY })],
  ['summarise', (port) => summariseWorkbook(port, { language: 'fr', today: TODAY, group: 'Équipe' })],
  ['thresholds', (port) => showThresholds(port, { language: 'fr' })],
  ['template', (port) => addTemplate(port, { domain: 'it', language: 'fr', today: TODAY, examples: true })],
  ['defineKpi', (port) => defineKpi(port, { draft: kpi, language: 'fr', today: TODAY })],
  ['saveSetting', (port) => saveSetting(port, { key: 'client', typed: 'Mutuelle du Vexin', language: 'fr' })],
  ['confirmMapping', confirm],
  ['removeExamples', (port) => removeExamples(port)],
])('%s, cancelled while it computes, stops there and writes nothing', async (_, run) => {
  const before = valueOf(await book.port.read());
  book.wire.reset();
  const { port, done, told } = cancelledAfter(3);
  expect(await run(port)).toEqual({ ok: false, problem: { code: 'cancelled', params: {} } });
  expect(done()).toBe(3);
  expect(book.wire.writes).toBe(0);
  expect(told.some(({ doing }) => doing === 'computing')).toBe(true);
  expect(valueOf(await book.port.read())).toEqual(before);
});
