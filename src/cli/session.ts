import type { Language } from '../core/meteo/content';
import { problem, type Problem, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import { fileExists, samePath, writeFiles, type FileToWrite } from './files';
import { systemLanguage, workbookLanguage } from './language';
import { DONE, fail, type Terminal } from './terminal';
import { newWorkbookFile, openWorkbookFile, type WorkbookFile } from './workbookFile';

/** Options that every command understands. */
export type CommonOptions = { json?: boolean; lang?: Language };

/** Options of the commands that write a workbook. */
export type WritingOptions = CommonOptions & { inPlace?: boolean; allowSigned?: boolean };

/** A command's way to the open workbook. */
export type Session = {
  terminal: Terminal;
  language: Language;
  json: boolean;
  port: WorkbookPort;
  file: WorkbookFile;
  /** What was read when the file was opened. */
  snapshot: WorkbookSnapshot;
  /** Ends the command with a problem. */
  fail(reason: Problem): number;
};

/** Opens a file (a new workbook where there is none), reads it, runs a command on it, and closes it whatever happens. */
export const withWorkbook = async (
  terminal: Terminal,
  path: string | null,
  options: CommonOptions,
  work: (session: Session) => Promise<number>,
): Promise<number> => {
  const json = options.json === true;
  const early = options.lang ?? systemLanguage(terminal.environment);
  const opened = await (path === null ? newWorkbookFile() : openWorkbookFile(path));
  if (!opened.ok) return fail(terminal, opened.problem, early, json);
  const file = opened.value;
  try {
    const read = await file.port.read();
    if (!read.ok) return fail(terminal, read.problem, early, json);
    const language = options.lang ?? workbookLanguage(read.value) ?? early;
    const stop = (reason: Problem): number => fail(terminal, reason, language, json);
    return await work({ terminal, language, json, port: file.port, file, snapshot: read.value, fail: stop });
  } finally {
    file.close();
  }
};

/** Why a workbook cannot be written to a path; null when it can. */
export const hindrance = (input: string, output: string, options: WritingOptions, file: WorkbookFile): Problem | null => {
  if (samePath(input, output) && options.inPlace !== true) return problem('output-is-input', { file: input });
  if (file.signed && options.allowSigned !== true) return problem('file-signed', { file: input });
  return null;
};

/** What a command that writes has done: what it prints, and other files it wants written beside the workbook. */
export type Made = { print(): void; beside?: readonly FileToWrite[] };

/**
 * Runs a command that writes a workbook: nothing reaches the disk unless everything succeeded, and the input stays as it
 * is unless it is named as the output too with `--in-place`.
 */
export const rewriteWorkbook = (
  terminal: Terminal,
  paths: { input: string; output: string },
  options: WritingOptions,
  work: (session: Session) => Promise<Result<Made>>,
): Promise<number> =>
  withWorkbook(terminal, paths.input, options, async (session) => {
    const hindered = hindrance(paths.input, paths.output, options, session.file);
    if (hindered) return session.fail(hindered);
    const made = await work(session);
    if (!made.ok) return session.fail(made.problem);
    const saved = session.file.save(paths.output);
    if (!saved.ok) return session.fail(saved.problem);
    const beside = made.value.beside ?? [];
    const clash = beside.find(({ path }) => samePath(path, paths.input) || samePath(path, paths.output));
    if (clash) return session.fail(problem('output-is-input', { file: clash.path }));
    const written = await writeFiles([{ path: paths.output, bytes: saved.value }, ...beside]);
    if (!written.ok) return session.fail(written.problem);
    made.value.print();
    return DONE;
  });

/** Runs a command that writes a new workbook. A file that is there already is somebody's: nothing is written over it. */
export const makeWorkbook = (
  terminal: Terminal,
  output: string,
  options: CommonOptions,
  work: (session: Session) => Promise<Result<Made>>,
): Promise<number> =>
  withWorkbook(terminal, null, options, async (session) => {
    if (await fileExists(output)) return session.fail(problem('output-exists', { file: output }));
    const made = await work(session);
    if (!made.ok) return session.fail(made.problem);
    const saved = session.file.save(output);
    const written = saved.ok ? await writeFiles([{ path: output, bytes: saved.value }]) : saved;
    if (!written.ok) return session.fail(written.problem);
    made.value.print();
    return DONE;
  });
