import { basename } from 'node:path';
import { readSeriesList, type SeriesEntry } from '../core/forecast/series-list';
import { done, problem, refused, type Result } from '../core/problem';
import { readBytes } from './files';

/** A text of JSON, or a bare word that some programs write for a number that is none. */
const TEXT_OR_WORD = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/** JSON as Python, R and pandas write it: NaN is a value that is not there, infinity no value at all. */
const withoutBareWords = (text: string): string =>
  text.replace(TEXT_OR_WORD, (found) => (found.startsWith('"') ? found : found === 'NaN' ? 'null' : `"${found}"`));

const parse = (text: string, file: string): Result<unknown> => {
  try {
    return done(JSON.parse(withoutBareWords(text)) as unknown);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return refused(problem('series-not-json', { file, reason }));
  }
};

/** The series of a JSON file (see `readSeriesList`), UTF-8 with or without its mark. */
export const readSeriesFile = async (path: string, horizon?: number): Promise<Result<readonly SeriesEntry[]>> => {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const list = parse(new TextDecoder().decode(bytes.value), basename(path));
  return list.ok ? readSeriesList(list.value, horizon) : list;
};
