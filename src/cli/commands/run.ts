import { runScript as runOfficeScript } from '../../embedded/host/runScript';
import { readBytes, writeFiles } from '../files';
import { systemLanguage } from '../language';
import { hindrance, type WritingOptions } from '../session';
import { DONE, PROBLEM, fail, writeJson, type Terminal } from '../terminal';
import { newWorkbookFile, openWorkbookFile } from '../workbookFile';

const describe = (thrown: unknown): string => {
  if (!(typeof thrown === 'object' && thrown !== null && 'message' in thrown)) return String(thrown);
  const code = 'code' in thrown ? `${String(thrown.code)}: ` : '';
  return `${code}${String(thrown.message)}`;
};

const asText = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');

/** What the script prints goes to the error stream: the output stream holds its value and nothing else. */
const scriptConsole = (terminal: Terminal): Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug'> => {
  const print = (...values: unknown[]): void => terminal.err(`${asText(values)}\n`);
  return { log: print, info: print, warn: print, error: print, debug: print };
};

/**
 * `run SCRIPT [IN] [OUT]`: runs Office.js script text on a file, or on a new workbook, prints what it returns as JSON, and
 * saves the workbook when an output is named. An error of the script is printed and nothing is saved.
 */
export const runScript = async (
  terminal: Terminal,
  paths: { script: string; input: string | undefined; output: string | undefined },
  options: WritingOptions,
): Promise<number> => {
  const language = options.lang ?? systemLanguage(terminal.environment);
  const json = options.json === true;
  const { script, input, output } = paths;
  const source = await readBytes(script);
  if (!source.ok) return fail(terminal, source.problem, language, json);
  const opened = input === undefined ? await newWorkbookFile() : await openWorkbookFile(input);
  if (!opened.ok) return fail(terminal, opened.problem, language, json);
  const file = opened.value;
  try {
    const hindered = input === undefined || output === undefined ? null : hindrance(input, output, options, file);
    if (hindered) return fail(terminal, hindered, language, json);
    const value = await runOfficeScript(new TextDecoder().decode(source.value), file.client, {
      fileName: script,
      console: scriptConsole(terminal),
    });
    if (output !== undefined) {
      const saved = file.save(output);
      const written = saved.ok ? await writeFiles([{ path: output, bytes: saved.value }]) : saved;
      if (!written.ok) return fail(terminal, written.problem, language, json);
    }
    writeJson(terminal, value ?? null);
    return DONE;
  } catch (thrown) {
    terminal.err(`${describe(thrown)}\n`);
    return PROBLEM;
  } finally {
    file.close();
  }
};
