import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generateMeteo } from '../../actions/generateMeteo';
import { markSent } from '../../actions/markSent';
import type { MeteoOutcome } from '../../actions/outcome';
import type { Orientation } from '../../core/meteo/content';
import type { MeteoPage } from '../../core/meteo/page';
import { pdfFileName } from '../../core/meteo/pdfFileName';
import { liveCells } from '../../core/meteo/sheet';
import { meteoSummary } from '../../core/meteo/summary';
import { done } from '../../core/problem';
import { meteoPdf } from '../../pdf/meteoPdf';
import { today, writeDay } from '../day';
import { editsOf, type EditOptions } from '../meteoEdits';
import { pdfFonts } from '../pdfFonts';
import { rewriteWorkbook, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';
import type { Language } from '../../core/meteo/content';

export type GenerateOptions = WritingOptions &
  EditOptions & { pdf?: string; date?: number; orientation?: Orientation; sent?: boolean; correction?: boolean };

/** The path of the PDF: the one asked for, or in the folder asked for, under the name of the convention. */
const pdfPath = (wanted: string, { page }: MeteoOutcome): string => {
  const isFolder = /[\\/]$/.test(wanted) || (existsSync(wanted) && statSync(wanted).isDirectory());
  return isFolder ? join(wanted, pdfFileName(page.content)) : wanted;
};

/** Where a figure of the page is computed, by its place on the page; null where it is a plain number. */
const live = (page: MeteoPage, id: string): { cell: string; formula: string } | null => {
  const found = liveCells(page).find((candidate) => candidate.id === id);
  return found ? { cell: found.cell, formula: found.figure.formula } : null;
};

/**
 * What a météo says, as `generate --json` prints it; values in each KPI's own unit, rates as fractions. `live` is the cell
 * that goes on computing the figure and its formula, in English; `offered`: the options that a problem may advise.
 */
export const meteoJson = (
  { page, row, problems }: MeteoOutcome,
  language: Language,
  offered?: readonly string[],
): Record<string, unknown> => {
  const { content } = page;
  return {
    number: row.number,
    sheet: row.sheet,
    period: row.period,
    issued: writeDay(row.issued),
    icon: row.weather,
    word: content.blue.word,
    rule: content.blue.rule,
    message: content.message,
    keyFigure: {
      value: content.green.value.value,
      text: content.green.value.text,
      what: content.green.what,
      status: content.green.status.status,
      live: live(page, 'green.value'),
    },
    values: Object.fromEntries(
      content.green.rows.map(({ id, label, value, objective, status }) => [
        id,
        {
          label,
          value: row.values[id] ?? null,
          text: value.text,
          objective,
          status: status.status,
          live: live(page, `green.row.${id}.value`),
        },
      ]),
    ),
    projections: row.projections,
    shortened: page.shortened,
    minutes: row.minutes,
    problems: problems.map((item) => problemJson(item, language, offered)),
  };
};

/** What a météo says, in lines to read, and what did not fit on its page. */
export const meteoText = ({ page }: MeteoOutcome): string => [meteoSummary(page.content), ...page.shortened, ''].join('\n');

/** `generate IN OUT`: writes the météo's sheet, its row in the history, and its PDF where one is asked for. */
export const runGenerate = (
  terminal: Terminal,
  paths: { input: string; output: string },
  options: GenerateOptions,
): Promise<number> =>
  rewriteWorkbook(terminal, paths, options, async ({ port, language, json }) => {
    const edits = await editsOf(options);
    if (!edits.ok) return edits;
    const issued = options.date ?? today();
    const made = await generateMeteo(port, {
      language,
      issued,
      // The time of a command is not the time of its preparation, which nobody measured here.
      minutes: null,
      ...(options.orientation && { orientation: options.orientation }),
      ...(edits.value && { edits: edits.value }),
      ...(options.correction && { correction: true }),
      ...(options.sent && { sent: true }),
    });
    if (!made.ok) return made;
    const outcome = made.value;
    const sent = options.sent ? await markSent(port, { language, number: outcome.row.number, today: issued }) : null;
    if (sent?.ok === false) return sent;
    const beside =
      options.pdf === undefined
        ? []
        : [{ path: pdfPath(options.pdf, outcome), bytes: await meteoPdf(outcome.page, await pdfFonts(), new Date()) }];
    return done({
      beside,
      print: () => {
        for (const item of outcome.problems) sayProblem(terminal, item, language);
        if (json) writeJson(terminal, meteoJson(outcome, language, terminal.offered));
        else terminal.out(meteoText(outcome));
      },
    });
  });
