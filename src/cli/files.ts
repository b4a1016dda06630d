import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { done, problem, refused, type Result } from '../core/problem';

const unreadable = (path: string, thrown: unknown): { ok: false; problem: ReturnType<typeof problem<'file-unreadable'>> } => {
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
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

/**
 * Writes a file beside its target and renames it at the end: whoever opens the target finds the old file or the new one,
 * never half of one.
 */
export const writeBytes = async (path: string, bytes: Uint8Array): Promise<Result<null>> => {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, bytes);
    await rename(beside, path);
    return done(null);
  } catch (thrown) {
    await rm(beside, { force: true });
    return unreadable(path, thrown);
  }
};

/** Whether two paths name the same file, as far as their text tells. */
export const samePath = (one: string, other: string): boolean => resolve(one) === resolve(other);
