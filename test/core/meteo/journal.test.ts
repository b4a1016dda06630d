import { pageEntries, readJournal, type JournalEntry } from '../../../src/core/meteo/journal';
import { journalDraft } from '../../../src/core/meteo/journalDraft';
import { serialOf } from '../../../src/core/period/serial';
import { sheetFromDraft, workbookOf } from './draftedSheet';
import { entriesOf } from './journalExample';

const day = (month: number, date: number): number => serialOf({ year: 2026, month, day: date });
const ISSUED = day(11, 23);
const entry = entriesOf(day(11, 12));

describe('the journal in a workbook', () => {
  const entries: readonly JournalEntry[] = [
    entry({ text: 'Avis envoyés' }),
    entry({ kind: 'action', text: '=1+1', effect: 'Abandon', role: 'Responsable', due: day(11, 30), state: 'doing' }),
    entry({ kind: 'planned', date: null, horizon: 'medium', due: day(12, 15), visible: false, state: 'done' }),
  ];

  test.each(['fr', 'en'] as const)('written in %s, it reads back the same', (language) =>
    expect(readJournal(workbookOf(sheetFromDraft(journalDraft(language, entries))))).toEqual(entries),
  );

  test('an empty one has rows to type in, choices, and nothing to read', () => {
    const draft = journalDraft('fr');
    expect(readJournal(workbookOf(sheetFromDraft(draft)))).toEqual([]);
    expect(draft.tables?.[0]?.area.rows).toBeGreaterThan(10);
    expect(draft.validations?.flatMap(({ rule }) => ('list' in rule ? [rule.list] : []))).toEqual([
      "='Journal'!$K$4:$K$10",
      "='Journal'!$L$4:$L$5",
      "='Journal'!$M$4:$M$6",
      "='Journal'!$N$4:$N$5",
    ]);
    expect(draft.validations?.every(({ prompt }) => prompt !== undefined)).toBe(true);
  });

  test('what people type: other words for a state, text dates, columns moved, headers in capitals', () => {
    const sheet = sheetFromDraft({
      name: 'Journal',
      owner: 'own',
      blocks: [
        {
          row: 0,
          column: 0,
          cells: [
            ['TEXTE', 'Nature', 'Statut', 'date ', 'Visible client'].map((text) => ({ text })),
            ['Attente longue', 'Insatisfaction', 'traitée', '17/11/2026', ''].map((text) => ({ text })),
            ['Sans nature', '', '', '', ''].map((text) => ({ text })),
            ['', 'action', '', '', ''].map((text) => ({ text })),
            ['Marge', 'Fait Marquant', '', '', 'Non'].map((text) => ({ text })),
          ],
        },
      ],
      tables: [{ name: 'tblJournal', area: { row: 0, column: 0, rows: 5, columns: 5 } }],
    });
    expect(readJournal(workbookOf(sheet))).toEqual([
      entry({ kind: 'dissatisfaction', text: 'Attente longue', state: 'done', date: day(11, 17) }),
      entry({ text: 'Marge', visible: false, date: null }),
    ]);
  });

  test('a workbook in the 1904 date system gives the same days', () => {
    const sheet = sheetFromDraft(journalDraft('fr', [entry({ date: day(11, 12) - 1462 })]));
    expect(readJournal({ ...workbookOf(sheet), date1904: true })[0]?.date).toBe(day(11, 12));
  });

  test('a workbook without journal has none', () => expect(readJournal(workbookOf())).toEqual([]));
});

describe('what one page takes', () => {
  const since = day(11, 9);
  const take = (...entries: Partial<JournalEntry>[]) => pageEntries(entries.map(entry), since, ISSUED);
  const texts = (list: readonly JournalEntry[]): string[] => list.map((one) => one.text);

  test.each<[string, Partial<JournalEntry>, number]>([
    ['the day of the last météo', { date: since }, 1],
    ['the day before it', { date: since - 1 }, 0],
    ['the day of issue', { date: ISSUED }, 1],
    ['the day after', { date: ISSUED + 1 }, 0],
    ['no day', { date: null }, 0],
    ['hidden from the client', { visible: false }, 0],
    ['a risk', { kind: 'risk' }, 1],
    ['a team change', { kind: 'team' }, 0],
  ])('highlights: %s', (_, more, count) => expect(take(more).highlights).toHaveLength(count));

  test.each<[string, Partial<JournalEntry>, 'short' | 'medium' | 'none']>([
    ['in 15 days', { due: ISSUED + 15 }, 'short'],
    ['in 16 days', { due: ISSUED + 16 }, 'medium'],
    ['in three months', { due: ISSUED + 92 }, 'medium'],
    ['in half a year', { due: ISSUED + 180 }, 'none'],
    ['in half a year, said to be medium term', { due: ISSUED + 180, horizon: 'medium' }, 'medium'],
    ['yesterday', { due: ISSUED - 1 }, 'none'],
    ['done', { due: ISSUED + 3, state: 'done' }, 'none'],
  ])('planned %s', (_, more, horizon) => {
    const taken = take({ kind: 'planned', date: null, ...more });
    expect([taken.shortTerm.length, taken.mediumTerm.length]).toEqual({ short: [1, 0], medium: [0, 1], none: [0, 0] }[horizon]);
  });

  test('open dissatisfactions come oldest first whatever their age, treated ones of the period only', () => {
    const taken = take(
      { kind: 'dissatisfaction', text: 'récente', date: ISSUED - 2 },
      { kind: 'dissatisfaction', text: 'ancienne', date: ISSUED - 200 },
      { kind: 'dissatisfaction', text: 'réglée', date: ISSUED - 200, due: since, state: 'done' },
      { kind: 'dissatisfaction', text: 'oubliée', date: ISSUED - 200, state: 'done' },
    );
    expect(texts(taken.open)).toEqual(['ancienne', 'récente']);
    expect(texts(taken.treated)).toEqual(['réglée']);
  });

  test.each<[string, Partial<JournalEntry>, [open: number, treated: number]]>([
    ['noted and treated after the issue', { date: ISSUED + 1, due: ISSUED + 3, state: 'done' }, [0, 0]],
    ['treated after the issue, its day of origin not said', { date: null, due: ISSUED + 3, state: 'done' }, [0, 0]],
    ['noted after the issue and still open', { date: ISSUED + 1 }, [0, 0]],
    ['treated on the day of issue', { date: ISSUED, state: 'done' }, [0, 1]],
    ['treated before it was due', { date: ISSUED - 6, due: ISSUED + 7, state: 'done' }, [0, 1]],
    ['open, its answer due after the issue', { date: ISSUED - 6, due: ISSUED + 7 }, [1, 0]],
    ['open, without a day', { date: null }, [1, 0]],
    ['open, only the day of its answer said', { date: null, due: ISSUED + 7 }, [1, 0]],
  ])('a dissatisfaction %s', (_, more, counts) => {
    const taken = take({ kind: 'dissatisfaction', ...more });
    expect([taken.open.length, taken.treated.length]).toEqual(counts);
  });

  test.each<[string, Partial<JournalEntry>, number]>([
    ['noted after the issue', { date: ISSUED + 1, due: ISSUED + 7 }, 0],
    ['noted on the day of issue', { date: ISSUED, due: ISSUED + 7 }, 1],
    ['without the day it was noted', { date: null, due: ISSUED + 7 }, 1],
  ])('an action or an activity %s', (_, more, count) => {
    const taken = take({ kind: 'action', ...more }, { kind: 'planned', ...more });
    expect([taken.actions.length, taken.shortTerm.length]).toEqual([count, count]);
  });

  test('an action noted late is not counted as overdue, nor an activity that is only dated left out', () => {
    expect(take({ kind: 'action', date: ISSUED + 2, due: ISSUED - 1 }).overdueActions).toBe(0);
    expect(take({ kind: 'planned', date: ISSUED + 2, due: null }).shortTerm).toHaveLength(1);
  });

  test('an afternoon issue does not know the next morning', () => {
    const noted = [entry({ date: ISSUED + 1.25 }), entry({ kind: 'dissatisfaction', date: ISSUED + 1.25, state: 'done' })];
    const taken = pageEntries(noted, since, ISSUED + 0.75);
    expect([taken.highlights, taken.treated]).toEqual([[], []]);
  });

  test('actions that are not done, the overdue ones counted, and the latest incident', () => {
    const taken = take(
      { kind: 'action', due: ISSUED },
      { kind: 'action', due: ISSUED - 1 },
      { kind: 'action', due: ISSUED - 9, state: 'done' },
      { kind: 'incident', date: ISSUED - 3 },
      { kind: 'incident', date: ISSUED - 5 },
      { kind: 'incident', date: ISSUED - 50 },
    );
    expect(taken.actions).toHaveLength(2);
    expect(taken.overdueActions).toBe(1);
    expect(taken.majorIncident).toBe(ISSUED - 3);
  });
});
