/**
 * Puts every workbook of a folder through a trial: open it, add a sheet with values, a chart and a shape, write over one
 * cell, save; then compare part by part, read it back, and have LibreOffice open it.
 *
 *     npm run test:corpus -- ../shared/data/workbooks [--keep FOLDER] [--no-office]
 *
 * Ends with a table by cause. Exit status 1 when a workbook comes through damaged without a word, however few they are, and
 * when fewer than 95 % of those that can be opened come through whole.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { cellReference } from '../../src/embedded/xlsx/reference';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { saveWorkbook } from '../../src/embedded/xlsx/save';
import { changeBook, CHART_NAME, NEW_VALUE, SHAPE_NAME, type Change } from './change';
import { compareParts, partsOf, type Finding } from './compare';
import { convert, hasLibreOffice } from './libreOffice';

const REQUIRED = 0.95;
const extensions = new Set(['.xlsx', '.xlsm', '.xltx', '.xltm', '.xls', '.xlsb']);

type Trial = { file: string; refused?: string; findings: Finding[]; saved?: string; change?: Change; milliseconds: number };

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return extensions.has(extname(name).toLowerCase()) && !name.startsWith('~$') ? [path] : [];
  });

/** Parts that the trial may write: those that list, style and hold what it changed. */
const mayDiffer = (change: Change): ((part: string) => boolean) => {
  const shared = /(^|\/)(\[Content_Types\]\.xml|workbook\d*\.xml(\.rels)?|styles\d*\.xml|sharedStrings\d*\.xml)$/i;
  const sheet = change.edited.part.toLowerCase();
  const sheetRelations = sheet.replace(/([^/]+)$/, '_rels/$1.rels');
  return (part) => {
    const name = part.toLowerCase();
    if (shared.test(part) || name === sheet) return true;
    return !change.addedSheet && (name === sheetRelations || name.includes('/drawings/'));
  };
};

/** What is not found again in the saved file, by opening it anew. */
const readBack = (saved: Uint8Array, file: string, change: Change): Finding[] => {
  const again = openWorkbook(saved, file);
  if (!again.ok) return [{ cause: 'does not open again', detail: again.problem.code }];
  const { book } = again.value;
  const findings: Finding[] = [];
  const { sheet, row, column } = change.edited;
  if (book.sheet(sheet)?.cell(row, column)?.value !== NEW_VALUE)
    findings.push({ cause: 'edit lost', detail: cellReference(row, column) });
  const shapes = book.sheet(change.added)?.shapes.map(({ name }) => name) ?? [];
  for (const name of [CHART_NAME, SHAPE_NAME])
    if (!shapes.includes(name)) findings.push({ cause: 'addition lost', detail: name });
  return findings;
};

const attempt = (path: string, folder: string, index: number, target: string): Trial => {
  const file = relative(folder, path);
  const started = performance.now();
  const bytes = new Uint8Array(readFileSync(path));
  const trial: Trial = { file, findings: [], milliseconds: 0 };
  const opened = openWorkbook(bytes, file);
  if (!opened.ok) return { ...trial, refused: opened.problem.code };
  if (opened.value.signed) return { ...trial, refused: 'digital signature: a save would break it, asks first' };
  const change = changeBook(opened.value.book);
  if (!change) return { ...trial, refused: 'no worksheet' };
  const saved = saveWorkbook(opened.value);
  const milliseconds = Math.round(performance.now() - started);
  const before = partsOf(bytes);
  const after = partsOf(saved);
  const name = join(target, `${String(index).padStart(4, '0')}${extname(path).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx'}`);
  writeFileSync(name, saved);
  return {
    ...trial,
    milliseconds,
    change,
    saved: name,
    findings: [
      ...compareParts(before, after, mayDiffer(change), cellReference(change.edited.row, change.edited.column)),
      ...readBack(saved, file, change),
    ],
  };
};

/** Trials whose result LibreOffice does not open, or opens without the sheet that was added. */
const askOffice = (trials: readonly Trial[], folder: string): void => {
  const saved = trials.flatMap((trial) => (trial.saved === undefined ? [] : [{ trial, path: trial.saved }]));
  const results = convert(saved.map(({ path }) => path));
  for (const { trial, path } of saved) {
    const result = results.get(path);
    if (!result) {
      const original = join(folder, trial.file);
      const opensBefore = convert([original]).size > 0;
      if (opensBefore) trial.findings.push({ cause: 'LibreOffice does not open it', detail: '' });
      continue;
    }
    const again = openWorkbook(result, trial.file);
    const shapes = again.ok && trial.change ? (again.value.book.sheet(trial.change.added)?.shapes ?? []) : [];
    if (!shapes.some(({ kind }) => kind === 'chart'))
      trial.findings.push({ cause: 'LibreOffice does not show the chart', detail: '' });
  }
};

const report = (trials: readonly Trial[]): boolean => {
  for (const { file, refused, findings, milliseconds } of trials) {
    const state =
      refused !== undefined ? `refused: ${refused}` : findings.length === 0 ? `whole (${milliseconds} ms)` : 'NOT WHOLE';
    console.log(`${state.padEnd(16)}  ${file}`);
    for (const { cause, detail } of findings.slice(0, 8)) console.log(`    ${cause}: ${detail}`);
  }
  const openable = trials.filter(({ refused }) => refused === undefined);
  const whole = openable.filter(({ findings }) => findings.length === 0);
  const causes = new Map<string, number>();
  for (const { refused, findings } of trials)
    for (const cause of refused !== undefined ? [`refused: ${refused}`] : new Set(findings.map((finding) => finding.cause)))
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
  console.log(`\n${'cause'.padEnd(60)} workbooks`);
  console.log(`${'whole'.padEnd(60)} ${whole.length}`);
  for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1])) console.log(`${cause.padEnd(60)} ${count}`);
  const share = openable.length === 0 ? 1 : whole.length / openable.length;
  console.log(
    `\n${whole.length} of ${openable.length} workbooks that can be opened came through whole (${(share * 100).toFixed(1)} %), ${trials.length - openable.length} refused with their cause.`,
  );
  // A workbook that was saved and is not whole: its user would have been told that all went well.
  const damaged = openable.filter(({ saved, findings }) => saved !== undefined && findings.length > 0);
  if (damaged.length > 0) console.log(`Damaged without a word: ${damaged.map(({ file }) => file).join(', ')}.`);
  return damaged.length === 0 && share >= REQUIRED;
};

const main = (): number => {
  const [folder, ...options] = process.argv.slice(2);
  if (folder === undefined || !existsSync(folder)) {
    console.log(folder === undefined ? 'Name a folder of workbooks.' : `Skipped: ${folder} is not there.`);
    return folder === undefined ? 2 : 0;
  }
  const keepAt = options.indexOf('--keep');
  const kept = keepAt >= 0 ? options[keepAt + 1] : undefined;
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  const target = kept ?? mkdtempSync(join(tmpdir(), 'corpus-saved-'));
  try {
    const trials = filesIn(folder)
      .sort()
      .map((path, index): Trial => {
        try {
          return attempt(path, folder, index, target);
        } catch (error) {
          const detail =
            error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error);
          return { file: relative(folder, path), findings: [{ cause: 'failed', detail }], milliseconds: 0 };
        }
      });
    if (options.includes('--no-office') || !hasLibreOffice()) console.log('LibreOffice was not asked.\n');
    else askOffice(trials, folder);
    return report(trials) ? 0 : 1;
  } finally {
    if (kept === undefined) rmSync(target, { recursive: true, force: true });
  }
};

process.exitCode = main();
