import type { Language } from '../../../src/core/meteo/content';
import { pageOf, preparationOf, type MeteoPreparation, type PreparedPage } from '../../../src/core/meteo/preparation';
import { captionsOf } from '../../../src/taskpane/meteo/captions';
import { shownOf } from '../../../src/taskpane/meteo/paneWords';
import { inboundDays, syntheticInput } from '../../core/meteo/syntheticInput';

/** A page in the language of its workbook. */
const made = (language: Language): { preparation: MeteoPreparation; prepared: PreparedPage } => {
  const preparation = preparationOf(syntheticInput(inboundDays(), { language }));
  if (!preparation.ok) throw new Error(preparation.problem.code);
  const prepared = pageOf(preparation.value, {});
  if (!prepared.ok) throw new Error(prepared.problem.code);
  return { preparation: preparation.value, prepared: prepared.value };
};

const FRENCH = /\b(Conforme|Vigilance|Alerte|Suivi|indicateurs?|dérive|et \d+ autres?)\b|S\d\d|\d,\d(?!\d\d)/;

test('an English pane says of a French page what it is in English; the page itself stays French', () => {
  const { preparation, prepared } = made('fr');
  const shown = shownOf(preparation, prepared, 'en');
  const { kpis } = shown;
  const own = shownOf(preparation, prepared, 'fr').kpis;
  expect(kpis.map(({ label }) => label)).toEqual(own.map(({ label }) => label));
  expect(kpis.map(({ status }) => status.status)).toEqual(own.map(({ status }) => status.status));
  expect(own.some(({ value, status }) => FRENCH.test(`${value} ${status.word}`))).toBe(true);
  expect(kpis.filter(({ value, status }) => FRENCH.test(`${value} ${status.word}`))).toEqual([]);
  expect(shown.ahead).toMatch(/^W\d/);
  expect(prepared.row.rule).toMatch(FRENCH);
  expect(shown.rule).not.toMatch(FRENCH);
  const { figures, state } = captionsOf({ preparation, prepared, shown, edits: {} }, 'en');
  expect(`${figures} ${state}`).not.toMatch(FRENCH);
});

test.each<Language>(['fr', 'en'])('in the language of the page, %s, both say the same to the letter', (language) => {
  const { preparation, prepared } = made(language);
  const { rows, tableHead, value } = prepared.content.green;
  const { kpis, ahead, rule } = shownOf(preparation, prepared, language);
  expect(kpis.map((kpi) => [kpi.value, kpi.status.word])).toEqual([
    [value.text, prepared.content.green.status.word],
    ...rows.map((row) => [row.value.text, row.status.word]),
  ]);
  expect(ahead).toBe(tableHead.projection[1]);
  expect(rule).toBe(prepared.row.rule);
});
