import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printable, unprintableSigns } from '../../../src/core/meteo/printable';
import { hasGlyph } from '../../../src/core/meteo/textMetrics';
import { readAdvanceWidths } from '../../../src/pdf/trueType';

describe('what the face lacks is replaced by one visible sign', () => {
  test.each([
    ['Latin with accents', 'Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
    ['Greek and Cyrillic', 'Ελληνική Київ', 'Ελληνική Київ'],
    ['Hebrew', 'חברת', 'חברת'],
    ['a pictograph with its variation', 'Café ☀️', 'Café �'],
    ['a family of pictographs', 'équipe 👩‍💻.', 'équipe �.'],
    ['a flag', '🇫🇷 12', '� 12'],
    ['Chinese, sign by sign', '客户', '��'],
    ['a letter and its accent, joined', 'e\u0301te\u0301', 'été'],
    ['lines stay lines', 'un\ndeux', 'un\ndeux'],
  ])('%s', (_name, text, printed) => {
    expect(printable(text)).toBe(printed);
  });
});

test('the signs that are replaced are listed once each', () => {
  expect(unprintableSigns(['Café ☀️', 'soleil ☀️ et 客', 'été'])).toEqual(['☀️', '客']);
});

test('every character said to be printed has a sign in the embedded faces', () => {
  const folder = dirname(require.resolve('@expo-google-fonts/arimo/package.json'));
  const faces = ['400Regular', '700Bold'].map((face) => readAdvanceWidths(readFileSync(join(folder, face, `Arimo_${face}.ttf`))));
  const lacking = Array.from({ length: 0x10000 }, (_, codePoint) => codePoint).filter(
    (codePoint) => hasGlyph(codePoint) && faces.some((face) => face.of(codePoint) === null),
  );
  expect(lacking).toEqual([]);
});
