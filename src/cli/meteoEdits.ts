import type { Weather } from '../core/meteo/content';
import { editsFault, readEdits, type MeteoEdits } from '../core/meteo/edits';
import { done, problem, refused, type ProblemParams, type Result } from '../core/problem';
import { readBytes } from './files';

/** What a person changes in a page on the command line. */
export type EditOptions = { message?: string; weather?: Weather; reason?: string; edits?: string };

/** Where a file stops being edits, for its problem; nothing where it is no JSON. */
const faultIn = (json: string): Omit<ProblemParams['edits-unreadable'], 'file'> => {
  const fault = editsFault(json);
  return fault ? { key: fault.key, form: fault.expected, ...(fault.choices && { choices: fault.choices.join(', ') }) } : {};
};

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
  const json = bytes ? new TextDecoder().decode(bytes.value) : undefined;
  const edits = json === undefined ? undefined : readEdits(json);
  if (edits === null) return refused(problem('edits-unreadable', { file: path ?? '', ...faultIn(json ?? '') }));
  if (edits === undefined && message === undefined && weather === undefined) return done(undefined);
  return done({
    ...edits,
    ...(message !== undefined && { message }),
    ...(weather && { weather: { weather, reason } }),
  });
};
