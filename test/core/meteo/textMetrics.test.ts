import { textWidth, usableWidth, wrapAtMark, wrapText } from '../../../src/core/meteo/textMetrics';

const regular = { size: 9, bold: false };

describe('width of a text in Arial', () => {
  test.each([
    ['a digit is 0.556 of the size', '0', { size: 1000, bold: false }, 556.15],
    ['figures are tabular', '1', { size: 1000, bold: false }, 556.15],
    ['an i is narrow', 'i', { size: 1000, bold: false }, 222.17],
    ['bold is wider', 'i', { size: 1000, bold: true }, 277.83],
    ['an accent takes no room', 'é', { size: 1000, bold: false }, 556.15],
    ['a narrow no-break space', '\u202f', { size: 1000, bold: false }, 200.2],
    ['a no-break space', '\u00a0', { size: 1000, bold: false }, 277.83],
    ['Cyrillic', 'Ж', { size: 1000, bold: false }, 923.34],
    ['Greek', 'Ω', { size: 1000, bold: false }, 747.56],
    ['an arrow', '→', { size: 1000, bold: false }, 1000],
    ['an unknown character counts as wide', '漢', { size: 1000, bold: false }, 833.98],
    ['two characters add up', 'il', { size: 1000, bold: false }, 444.34],
  ])('%s', (_name, text, type, width) => {
    expect(textWidth(text, type)).toBeCloseTo(width, 1);
  });

  test('a box offers 96 % of its width less the cell padding and the indent', () => {
    expect(usableWidth(100)).toBeCloseTo(93);
    expect(usableWidth(100, 1)).toBeCloseTo(85.5);
  });
});

describe('breaking a text into lines', () => {
  test.each([
    ['what fits stays on one line', 'Menu vocal', 200, ['Menu vocal']],
    ['a line breaks at a space', 'Relances en double', 60, ['Relances en', 'double']],
    ['a figure stays with its unit', 'plus de 25\u202fmin', 50, ['plus de', '25\u202fmin']],
    ['a no-break space does not break', 'n°\u00a014 et la suite', 50, ['n°\u00a014 et', 'la suite']],
    ['a last word has company', 'un deux trois quatre', 75, ['un deux', 'trois quatre']],
    ['but for a line of two', 'rapprochement organisationnel', 75, ['rapprochement', 'organisationnel']],
    [
      'and where both have no room',
      'un ou deux fonctionnement interministériel',
      120,
      ['un ou deux fonctionnement', 'interministériel'],
    ],
    ['a line feed is kept', 'Écart avec\nS44–S45', 200, ['Écart avec', 'S44–S45']],
  ])('%s', (_name, text, width, lines) => {
    expect(wrapText(text, width, regular)).toEqual({ lines, fits: true });
  });

  test.each([
    [
      'a word wider than its box breaks where the line is full',
      'anticonstitutionnellement',
      ['anticonsti', 'tutionnell', 'ement'],
    ],
    ['an address breaks after a mark', 'https://exemple.fr/un/chemin', ['https://', 'exemple.', 'fr/un/', 'chemin']],
    ['words before and after it keep their places', 'oui anticonstitution non', ['oui', 'anticonsti', 'tution', 'non']],
  ])('%s', (_name, text, lines) => {
    expect(wrapText(text, 43, regular)).toEqual({ lines, fits: true });
  });

  test.each([
    [
      'an interval wider than its box breaks at its end',
      '11\u202f100\u00a0à\u00a011\u202f900',
      50,
      ['11\u202f100\u00a0à', '11\u202f900'],
    ],
    ['then a figure between its thousands', 'de 1\u202f234\u202f567', 30, ['de', '1\u202f234', '567']],
  ])('%s', (_name, text, width, lines) => expect(wrapText(text, width, regular)).toEqual({ lines, fits: true }));

  test('a box that holds not even one character is said not to fit', () => {
    expect(wrapText('mm', 5, regular).fits).toBe(false);
  });

  test.each([
    [
      'after the last comma that lets both fit',
      'un deux trois, quatre cinq, six sept',
      130,
      ['un deux trois, quatre cinq,', 'six sept'],
    ],
    [
      'after an earlier one when the last leaves too long a line',
      'un deux, trois quatre cinq six, sept',
      120,
      ['un deux,', 'trois quatre cinq six, sept'],
    ],
    ['at a space when no mark will do', 'un deux trois quatre cinq six sept', 105, ['un deux trois quatre', 'cinq six sept']],
    ['nowhere when it fits', 'un, deux', 105, ['un, deux']],
  ])('the message breaks %s', (_name, text, width, lines) => {
    expect(wrapAtMark(text, width, regular, ',;')).toEqual({ lines, fits: true });
  });
});
