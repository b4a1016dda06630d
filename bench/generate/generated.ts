import { generateMeteo } from '../../src/actions/generateMeteo';
import { prepareMeteo } from '../../src/actions/prepareMeteo';
import { pdfFonts } from '../../src/cli/pdfFonts';
import { detect } from '../../src/core/detect/detect';
import { dictionarySheet } from '../../src/core/kpi/dictionary';
import type { Kpi } from '../../src/core/kpi/kpi';
import { pageOf } from '../../src/core/meteo/preparation';
import { previewSvg } from '../../src/core/meteo/preview';
import type { Result } from '../../src/core/problem';
import { createEmbeddedExcel } from '../../src/embedded';
import { WireCounter } from '../../src/embedded/host/wireObserver';
import { excelWorkbook } from '../../src/excel/workbook';
import { DAYS, partsOf, tenYears } from '../consolidate/tenYears';

const KPIS = 40;
/** Of which so many make the weather. */
const KEYS = 6;
const EXCEL_API = '1.14';
const FIRST_DAY = 42_370;
/** Keystrokes that the preview follows. */
const KEYSTROKES = 20;

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const kpi = (index: number): Kpi => {
  const [first, second] = partsOf(index);
  const sum = (column: number) => ({ kind: 'sum' as const, column });
  const base = {
    id: `k${String(index + 1)}`,
    label: `Indicateur ${String(index + 1)}`,
    internal: false,
    thresholdsProposed: false,
  };
  if (second === undefined)
    return { ...base, unit: 'count', direction: 'neutral', rule: sum(first), objective: null, thresholds: null, key: false };
  return {
    ...base,
    unit: 'percent',
    direction: 'higher',
    rule: { kind: 'ratio', numerator: sum(first), denominator: sum(second) },
    objective: 0.9,
    thresholds: { green: 0.9, amber: 0.8 },
    key: index < 2 * KEYS,
  };
};

/** What making a météo took, in milliseconds of the clock where it is quiet, and on the wire. */
export type Generated = {
  generate: number;
  prepare: number;
  /** The slowest of the keystrokes: page and preview. */
  keystroke: number;
  pdf: number;
  reads: number;
  writes: number;
  largestRequest: number;
  pdfBytes: number;
};

/** Milliseconds of processor time: what else runs on the machine does not count. */
const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Ten years of days, from `firstDay` on, under a dictionary of forty KPIs, as a file. */
export const workbookOfKpis = async (firstDay?: number): Promise<Uint8Array> => {
  const excel = await createEmbeddedExcel({ bytes: await tenYears(firstDay), excelApi: EXCEL_API });
  const port = excelWorkbook(excel);
  const workbook = valueOf(await port.read());
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  const kpis = Array.from({ length: KPIS }, (_, index) => kpi(index));
  valueOf(await port.write({ sheets: [dictionarySheet(kpis, table, 'fr')], names: [] }));
  const bytes = excel.save();
  excel.close();
  return bytes;
};

/** Generates, prepares, follows keystrokes and makes the PDF: once in a program that has just started, then warm. */
export const generated = async (rounds: number): Promise<readonly Generated[]> => {
  const bytes = await workbookOfKpis();
  const fonts = await pdfFonts();
  const { meteoPdf } = await import('../../src/pdf/meteoPdf');
  const runs: Generated[] = [];
  for (let round = 0; round < rounds; round++) {
    const excel = await createEmbeddedExcel({ bytes, excelApi: EXCEL_API });
    const port = excelWorkbook(excel);
    const wire = new WireCounter();
    excel.host.observe(wire.observe);
    const request = { language: 'fr' as const, issued: FIRST_DAY + DAYS, sheet: 'Suivi' };
    const started = milliseconds();
    const made = valueOf(await generateMeteo(port, { ...request, minutes: null }));
    const generate = milliseconds() - started;
    const { reads, writes, largestRequest } = wire;
    const before = milliseconds();
    const prepared = valueOf(await prepareMeteo(port, request));
    const prepare = milliseconds() - before;
    const strokes = Array.from({ length: KEYSTROKES }, (_, index) => {
      const at = milliseconds();
      previewSvg(valueOf(pageOf(prepared, { message: 'Tout va bien'.slice(0, index + 1) })).page);
      return milliseconds() - at;
    });
    const at = milliseconds();
    const pdf = await meteoPdf(made.page, fonts, new Date(0));
    runs.push({
      generate,
      prepare,
      keystroke: Math.max(...strokes),
      pdf: milliseconds() - at,
      reads,
      writes,
      largestRequest,
      pdfBytes: pdf.length,
    });
    excel.close();
  }
  return runs;
};
