import type { Weather } from '../core/meteo/content';
import { readEdits, type MeteoEdits } from '../core/meteo/edits';
import { done, problem, refused, type Result } from '../core/problem';
import { readBytes } from './files';

/** What a person changes in a page on the command line. */
export type EditOptions = { message?: string; weather?: Weather; reason?: string; edits?: string };

/**
 * The edits that the options ask for: a file's, with the message and the weather that are given by themselves before its own.
 * undefined where there are none: the page is then as drafted, or as it was changed before.
 */
export const editsOf = async ({
  message,
  weather,
  reason = '',
  edits: path,
}: EditOptions): Promise<Result<MeteoEdits | undefined>> => {
  const bytes = path === undefined ? null : await readBytes(path);
  if (bytes?.ok === false) return bytes;
  const edits = bytes ? readEdits(new TextDecoder().decode(bytes.value)) : undefined;
  if (edits === null) return refused(problem('edits-unreadable', { file: path ?? '' }));
  if (edits === undefined && message === undefined && weather === undefined) return done(undefined);
  return done({
    ...edits,
    ...(message !== undefined && { message }),
    ...(weather && { weather: { weather, reason } }),
  });
};
