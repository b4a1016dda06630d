import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const BATCH = 12;
const MINUTES = 60_000;

/** Whether LibreOffice is there to ask. */
export const hasLibreOffice = (): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Has LibreOffice open files and save them again, several at a time because starting it is what takes long; a file that
 * made a batch fail is tried alone. Gives the saved file by path, or nothing where it was not opened. The profile is a new
 * one, removed at the end.
 */
export const convert = (files: readonly string[], format: 'xlsx' | 'pdf' = 'xlsx'): Map<string, Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const results = new Map<string, Uint8Array>();
  const run = (batch: readonly string[]): void => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const target = join(folder, 'out');
    try {
      execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', target, ...batch], {
        stdio: 'ignore',
        timeout: 4 * MINUTES,
      });
    } catch {
      // A crash or a time-out shows by the files that are missing.
    }
    for (const file of batch) {
      const made = join(target, basename(file).replace(/\.\w+$/, `.${format}`));
      if (existsSync(made)) results.set(file, new Uint8Array(readFileSync(made)));
    }
  };
  try {
    for (let at = 0; at < files.length; at += BATCH) run(files.slice(at, at + BATCH));
    for (const file of files) if (!results.has(file)) run([file]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
};
