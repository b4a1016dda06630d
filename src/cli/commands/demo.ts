import { join } from 'node:path';
import { consolidateWorkbook } from '../../actions/consolidate';
import { generateMeteo } from '../../actions/generateMeteo';
import { showThresholds } from '../../actions/thresholds';
import { done } from '../../core/problem';
import { serialOf } from '../../core/period/serial';
import { meteoPdf } from '../../pdf/meteoPdf';
import { pdfFonts } from '../pdfFonts';
import { rewriteWorkbook, type CommonOptions } from '../session';
import { sayProblem, writeJson, type Terminal } from '../terminal';
import { meteoJson, meteoText } from './generate';

const ROOT = join(__dirname, '..', '..', '..');
const SAMPLE = join(ROOT, 'assets', 'exemple-centre-appels.xlsx');
const OUT = join(ROOT, 'out');

/** The sample's two last days of issue: the second météo checks what the first one projected. */
const ISSUES = [serialOf({ year: 2026, month: 11, day: 9 }), serialOf({ year: 2026, month: 11, day: 23 })];

/**
 * `demo`: does on the sample workbook what the pane's three buttons do, one after the other, with the météo of the fortnight
 * before as the first issue; says where the results are and what the météo says.
 */
export const runDemo = (terminal: Terminal, options: CommonOptions): Promise<number> => {
  const workbook = join(OUT, 'reporting.xlsx');
  const pdf = join(OUT, 'meteo.pdf');
  const started = Date.now();
  return rewriteWorkbook(terminal, { input: SAMPLE, output: workbook }, options, async ({ port, language, json }) => {
    const today = ISSUES.at(-1) ?? 0;
    const consolidated = await consolidateWorkbook(port, { language, today });
    if (!consolidated.ok) return consolidated;
    const coloured = await showThresholds(port, { language });
    if (!coloured.ok) return coloured;
    let meteo = await generateMeteo(port, { language, issued: ISSUES[0] ?? 0, minutes: null });
    if (!meteo.ok) return meteo;
    meteo = await generateMeteo(port, { language, issued: today, minutes: Math.ceil((Date.now() - started) / 60_000) });
    if (!meteo.ok) return meteo;
    const outcome = meteo.value;
    const bytes = await meteoPdf(outcome.page, await pdfFonts(), new Date());
    return done({
      beside: [{ path: pdf, bytes }],
      print: () => {
        for (const item of outcome.problems) sayProblem(terminal, item, language);
        if (json) writeJson(terminal, { workbook, pdf, meteo: meteoJson(outcome, language) });
        else terminal.out(`${meteoText(outcome)}\n${workbook}\n${pdf}\n`);
      },
    });
  });
};
