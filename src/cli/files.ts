import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { done, problem, refused, type Result } from '../core/problem';

const unreadable = (path: string, thrown: unknown): { ok: false; problem: ReturnType<typeof problem<'file-unreadable'>> } => {
  const reason = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : String(thrown);
  return refused(problem('file-unreadable', { file: path, reason })) as ReturnType<typeof unreadable>;
};

/** The bytes of a file. */
export const readBytes = async (path: string): Promise<Result<Uint8Array>> => {
  try {
    return done(new Uint8Array(await readFile(path)));
  } catch (thrown) {
    return unreadable(path, thrown);
  }
};

/** Whether something stands at a path. */
export const fileExists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Bytes and the file that they are to become. */
export type FileToWrite = { path: string; bytes: Uint8Array };

/**
 * Writes files beside their targets and renames them at the end, when all are written: whoever opens a target finds the old
 * file or the new one, never half of one, and a file that cannot be written leaves the others as they were.
 */
export const writeFiles = async (files: readonly FileToWrite[]): Promise<Result<null>> => {
  const beside = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let current = '';
  try {
    for (const { path, bytes } of files) {
      current = path;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside(path), bytes);
    }
    for (const { path } of files) {
      current = path;
      await rename(beside(path), path);
    }
    return done(null);
  } catch (thrown) {
    for (const { path } of files) await rm(beside(path), { force: true }).catch(() => undefined);
    return unreadable(current, thrown);
  }
};

/** Whether two paths name the same file, as far as their text tells. */
export const samePath = (one: string, other: string): boolean => resolve(one) === resolve(other);
