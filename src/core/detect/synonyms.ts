import type { Language } from '../meteo/content';
import headings from './headings.json';
import { likeness, phrases, wordsOf } from './words';

/** What the values of a measure are: what decides a column's type once its header names the measure without doubt. */
type MeasureNature = 'count' | 'amount' | 'duration' | 'rate' | 'score' | 'number' | 'identifier';

type Heading = { is: MeasureNature; fr: string; en: string; also: string };

/**
 * How the measures of the catalogue are headed in the reports of call centres, service desks and projects: the header that
 * our own sheets give them in each language, then what people write, without accents. `traitement_s` is no measure of the
 * catalogue but the sum of three of them in one column, as most switches export it.
 */
const HEADINGS = headings as Readonly<Record<string, Heading>>;

const TABLE = Object.entries(HEADINGS).map(([measure, { fr, en, also }]) => ({
  measure,
  phrases: [...phrases(`${fr}|${en}`), ...phrases(also)],
}));

/** Every measure that a header can name. */
export const MEASURES: readonly string[] = Object.keys(HEADINGS);

/** The header that our sheets give a measure: `measureHeader('appels_recus', 'fr')` is `Appels reçus`; the id itself where it is unknown. */
export const measureHeader = (measure: string, language: Language): string => HEADINGS[measure]?.[language] ?? measure;

/** What the values of a measure are: `duration` for `conversation_s`; null for an unknown one. */
export const natureOf = (measure: string): MeasureNature | null => HEADINGS[measure]?.is ?? null;

/** Below this likeness a header says something else. */
const LEAST = 0.6;

/** The measure that a header names best, how sure that is from 0 to 1, and whether the header says that and nothing more. */
export type NamedMeasure = { measure: string; confidence: number; exact: boolean };

const named = (header: string): NamedMeasure | null => {
  const words = wordsOf(header);
  let best: { measure: string; likeness: number; length: number } | null = null;
  for (const { measure, phrases: list } of TABLE)
    for (const phrase of list) {
      const found = likeness(words, phrase);
      if (found < LEAST) continue;
      // Of two headings as like, the one that says more wins: `calls answered` over `calls`.
      if (!best || found > best.likeness || (found === best.likeness && phrase.length > best.length))
        best = { measure, likeness: found, length: phrase.length };
    }
  if (!best) return null;
  // A single word can mean several things; two that agree hardly can.
  const confidence = Math.min(0.95, best.likeness * (best.length > 1 ? 0.95 : 0.8));
  return { measure: best.measure, confidence, exact: best.likeness === 1 };
};

/** Headers that are kept with what they name: a workbook asks for each of its own many times. */
const MOST_KEPT = 4_000;
const kept = new Map<string, NamedMeasure | null>();

/** The measure that a header names best: `Nb d’appels reçus` is `appels_recus`, 0.95; null when it names none. */
export const measureOfHeader = (header: string): NamedMeasure | null => {
  const known = kept.get(header);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const found = named(header);
  kept.set(header, found);
  return found;
};
