import { projectionNotes } from '../../../src/core/meteo/projectionNotes';
import { standingsOf } from '../../../src/core/meteo/standing';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

const days = inboundDays();
const notesOf = (language: 'fr' | 'en', from = days) => {
  const input = syntheticInput(from, { language });
  return projectionNotes(input, standingsOf(input).standings);
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('each projected KPI says what its projection rests on', () => {
  const notes = notesOf('fr');
  expect(notes.map(({ kpi }) => kpi.id)).toEqual(['in_offered', 'in_qs', 'in_abandon_rate', 'in_aht']);
  for (const { explained } of notes) expect(plain(explained)).toMatch(/^Établie sur 10\d semaines connues, .* Elle suit /);
});

test('the volume’s seasons are said, those of rates are not', () => {
  const [offered, ...rates] = notesOf('en');
  expect(offered?.seasons.join(' ')).toMatch(/Monday/);
  expect(offered?.seasons.every((sentence) => sentence.endsWith('.'))).toBe(true);
  expect(rates.every(({ seasons }) => seasons.length === 0)).toBe(true);
});

test('without any printed projection there is no record', () => {
  expect(notesOf('fr').every(({ record, checked }) => record === null && checked === 0)).toBe(true);
});

test('with too few weeks there is nothing to say', () => {
  expect(
    notesOf(
      'fr',
      days.filter(({ serial }) => serial > ISSUED - 60),
    ),
  ).toEqual([]);
});
