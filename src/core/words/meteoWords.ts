import type { Language } from '../meteo/content';
import { meteoEnglish } from './meteoEnglish';
import { meteoFrench } from './meteoFrench';

/** French literal types widened to `string`, so that another language may say it otherwise. */
type Wide<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => infer R
    ? (...parameters: P) => Wide<R>
    : T extends readonly unknown[] | object
      ? { readonly [K in keyof T]: Wide<T[K]> }
      : T;

/** Every sentence of the page: a sentence that one language lacks does not compile. */
export type MeteoWords = Wide<typeof meteoFrench>;

/** The page's sentences in a language. */
export const meteoWords = (language: Language): MeteoWords => (language === 'fr' ? meteoFrench : meteoEnglish);
