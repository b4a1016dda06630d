import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language, MeteoContent } from '../../../src/core/meteo/content';
import type { JournalEntry } from '../../../src/core/meteo/journal';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { entryId } from '../../../src/core/meteo/proposals';
import { valueOf } from '../grid';
import { inboundDays, inboundKpis, ISSUED, ratioKpi, sumKpi, syntheticInput, type Day } from './syntheticInput';
import { entriesOf } from './journalExample';

const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const pageOf = (days: readonly Day[], more: Partial<MeteoInput> = {}): MeteoContent =>
  valueOf(composeMeteo(syntheticInput(days, more))).content;
const news = ({ yellow }: MeteoContent): string[] => yellow.highlights.items.map(({ text }) => plain(text));

describe('a highest day', () => {
  /** The page's last Monday brings 3 000 calls, and a day of which the sheet knows already `later`. */
  const withLater = (later: number, after: number): Day[] =>
    inboundDays(undefined, ISSUED + 7).map((day) =>
      day.serial === ISSUED - 7
        ? { ...day, offered: 3000, answered: 2800 }
        : day.serial === ISSUED + after
          ? { ...day, offered: later, answered: later - 200 }
          : day,
    );

  test('is said where no day of the sheet is higher', () => {
    expect(news(pageOf(withLater(2900, 1)))).toContain('Appels reçus : plus haut jour connu, 3 000 le lundi 16/11.');
  });

  test.each([
    ['a later day is higher', 3100],
    ['a later day is as high', 3000],
  ])('is not claimed where %s', (_, later) => {
    expect(news(pageOf(withLater(later, 1))).filter((text) => /plus haut jour/.test(text))).toEqual([]);
  });
});

describe('a value is told of the weeks that it comes from', () => {
  const without = (from: number): Day[] => inboundDays().filter(({ serial }) => serial < from || serial >= from + 7);

  test('the one before, in the head of the page and of the table', () => {
    const { detail, tableHead } = pageOf(without(ISSUED - 28)).green;
    expect(plain(detail)).toMatch(/^\d+,\d+ % en S45 \(/);
    expect(tableHead.change[1]).toBe('S45');
    expect(tableHead.value).toBe('S46–S47');
  });

  test('the page’s own', () => {
    const { tableHead } = pageOf(without(ISSUED - 7)).green;
    expect([tableHead.value, tableHead.change[1]]).toEqual(['S46', 'S44–S45']);
  });
});

describe('without any data in its weeks', () => {
  test.each<[Language, { message: RegExp; rule: string; detail: string; source: RegExp }]>([
    [
      'fr',
      {
        message: /^Brouillard : le service commence le 23\/11, rien à dire de la période/,
        rule: 'Début du service le 23/11, après la période',
        detail: 'premières données le 23/11/2026 · ',
        source: /feuille « Suivi », depuis le 23\/11\/2026, extrait/,
      },
    ],
    [
      'en',
      {
        message: /^Fog: the service begins on 23 Nov, nothing to tell of the period/,
        rule: 'The service begins on 23 Nov, after the period',
        detail: 'first data on 23 Nov 2026 · ',
        source: /, from 23 Nov 2026 on, read on/,
      },
    ],
  ])('a service that begins after them misses nothing, in %s', (language, expected) => {
    const days = inboundDays(undefined, ISSUED + 4).filter(({ serial }) => serial >= ISSUED);
    const result = composeMeteo(syntheticInput(days, { issued: ISSUED + 3, language }));
    const { message, blue, green, footer, ...content } = valueOf(result).content;
    expect(plain(message)).toMatch(expected.message);
    expect(plain(blue.rule)).toBe(expected.rule);
    expect(plain(green.detail)).toContain(expected.detail);
    expect(plain(footer.source)).toMatch(expected.source);
    expect(content.yellow.highlights.items).toEqual([]);
    expect(result.ok && result.problems.every(({ code }) => code !== 'fog')).toBe(true);
  });

  test.each<[Language, RegExp, string]>([
    ['fr', /^Brouillard : aucune donnée sur la période \(0 jour sur 12\)/, 'Aucune donnée sur la période'],
    ['en', /^Fog: no data for the period \(0 days of 12\)/, 'No data for the period'],
  ])('a service that is under way has no figures to confirm, in %s', (language, message, rule) => {
    const content = pageOf(
      inboundDays().filter(({ serial }) => serial < ISSUED - 14),
      { language },
    );
    expect(plain(content.message)).toMatch(message);
    expect(plain(content.message)).not.toMatch(/à confirmer|to be confirmed/);
    expect(content.blue.rule).toBe(rule);
  });
});

describe('what is late', () => {
  const entry = (more: Partial<JournalEntry>): JournalEntry =>
    entriesOf(ISSUED - 10)({ kind: 'dissatisfaction', text: 'Attente trop longue', ...more });
  const withJournal = (journal: readonly JournalEntry[], more: Partial<MeteoInput> = {}): MeteoContent =>
    pageOf(inboundDays(), { journal, ...more });
  const planned = (text: string, due: number, more: Partial<JournalEntry> = {}): JournalEntry =>
    entry({ kind: 'planned', text, date: ISSUED - 40, due, ...more });

  test.each<[Language, string, string]>([
    ['fr', 'En retard', 'Ouverte'],
    ['en', 'Overdue', 'Open'],
  ])('a dissatisfaction whose answer was promised for a day that is past, in %s', (language, late, open) => {
    const journal = [entry({ due: ISSUED - 1 }), entry({ due: ISSUED, text: 'Facture illisible' })];
    const { dissatisfactions } = withJournal(journal, { language }).yellow;
    expect(dissatisfactions.open.map(({ key, text }) => [key, plain(text)])).toEqual([
      [late, 'Attente trop longue.'],
      [open, 'Facture illisible.'],
    ]);
  });

  test.each<[Language, string]>([
    ['fr', 'En retard : Formation des nouveaux.'],
    ['en', 'Overdue: Formation des nouveaux.'],
  ])('an activity whose day is past, before those to come, in %s', (language, text) => {
    const journal = [
      planned('Formation des nouveaux', ISSUED - 3),
      planned('Bilan', ISSUED),
      planned('Audit', ISSUED - 4, { state: 'done' }),
    ];
    const { shortTerm } = withJournal(journal, { language }).blue;
    expect(shortTerm.items.map((item) => plain(item.text))).toEqual([text, 'Bilan.']);
  });

  test('many are counted', () => {
    const journal = [20, 9, 3].map((ago) => planned(`Étape ${ago}`, ISSUED - ago));
    const { shortTerm } = withJournal(journal).blue;
    expect(shortTerm.items.map(({ text }) => plain(text))).toEqual(['3 activités en retard, la plus ancienne du 03/11/2026.']);
  });

  test('one that the page’s maker unticks is left out', () => {
    const late = planned('Formation des nouveaux', ISSUED - 3);
    expect(withJournal([late], { edits: { planned: { [entryId(late)]: false } } }).blue.shortTerm.items).toEqual([]);
  });
});

test.each<[Language, RegExp]>([
  ['fr', / : \d \d{3} h \d\d \/ \d+ \d{3}$/],
  ['en', /: \d,\d{3} h \d\d min \/ \d+,\d{3}$/],
])('the parts of a mean duration are a duration and a count, in %s', (language, pattern) => {
  const days = inboundDays();
  const kpis = inboundKpis(days).map((series) => ({ ...series, kpi: { ...series.kpi, key: series.kpi.id === 'in_aht' } }));
  const { note } = pageOf(days, { kpis, language }).green;
  expect(plain(note)).toMatch(pattern);
});

test('a season is no drift of the page: answered calls in August, as quiet as last year’s', () => {
  const issued = ISSUED - 91;
  const days = inboundDays(undefined, issued);
  const kpis = [
    ratioKpi(days, 'in_qs', 'QS', ['answered', 'offered'], {
      key: true,
      direction: 'higher',
      thresholds: { green: 0.8, amber: 0.7 },
    }),
    sumKpi(days, 'in_answered', 'Appels traités', 'answered', { direction: 'higher' }),
  ];
  expect(plain(pageOf(days, { kpis, issued }).blue.rule)).toBe('Indicateurs clés conformes, sans dérive ni retard');
});
