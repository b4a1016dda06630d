import type { Language, Orientation } from '../../../src/core/meteo/content';
import { geometryOf } from '../../../src/core/meteo/layoutGeometry';
import { roles } from '../../../src/core/meteo/layoutStyle';

import { fitsOneLine } from '../../../src/core/meteo/textMetrics';
import { meteoWords } from '../../../src/core/words/meteoWords';
import { vocabulary } from '../../../src/core/words/vocabulary';

const LANGUAGES: readonly Language[] = ['fr', 'en'];
const ORIENTATIONS: readonly Orientation[] = ['portrait', 'landscape'];

test.each(LANGUAGES.flatMap((language) => ORIENTATIONS.map((orientation) => [language, orientation] as const)))(
  'every word for a status has room beside the key figure and in the table (%s, %s)',
  (language, orientation) => {
    const { green } = geometryOf(orientation);
    const words = Object.values(vocabulary(language).status);
    const width = ([left, right]: readonly [number, number]): number => right - left;
    const tooLong = [
      ...[...words, meteoWords(language).notJudged].filter((word) => !fitsOneLine(word, width(green.word), roles.title, 1)),
      ...words.filter((word) => !fitsOneLine(word, width(green.table.word), { ...roles.text, bold: true })),
    ];
    expect(tooLong).toEqual([]);
  },
);
