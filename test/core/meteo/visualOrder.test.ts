import { visualRuns } from '../../../src/core/meteo/visualOrder';

/** What is drawn from the left, words of right-to-left scripts as they are read. */
const drawn = (line: string): string[] => visualRuns(line).map(({ text }) => text);

test.each([
  ['Latin text is one run', 'Météo du client n° 14', ['Météo du client n° 14']],
  ['words in Hebrew begin at the right', 'שלום עולם', ['עולם', ' ', 'שלום']],
  ['Hebrew among Latin stays in its place', 'appel de שרה לוי à 9 h', ['appel de ', 'לוי', ' ', 'שרה', ' à 9 h']],
  ['a line that begins in Hebrew runs from the right', 'שלום Paris', ['Paris', ' ', 'שלום']],
  ['a date after Hebrew keeps its order', 'החל ב 15/11', ['15/11', ' ', 'ב', ' ', 'החל']],
  ['brackets around Hebrew are turned', 'צוות (חדש)', ['(', 'חדש', ')', ' ', 'צוות']],
  ['a full stop ends a line in Hebrew at the left', 'שלום.', ['.', 'שלום']],
  ['a number among Latin words is as it is', 'Hotel שלום 12 km', ['Hotel ', '12', ' ', 'שלום', ' km']],
])('%s', (_name, line, runs) => {
  expect(drawn(line)).toEqual(runs);
});

test('only words of right-to-left scripts are said to run so', () => {
  expect(visualRuns('צוות (3)').filter(({ rightToLeft }) => rightToLeft)).toEqual([{ text: 'צוות', rightToLeft: true }]);
});
