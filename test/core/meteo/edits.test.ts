import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoContent } from '../../../src/core/meteo/content';
import { editsFault, readEdits, WEATHERS, type MeteoEdits } from '../../../src/core/meteo/edits';
import type { ShapeFault } from '../../../src/core/meteo/jsonShape';
import { readHistory } from '../../../src/core/meteo/history';
import { historyDraft } from '../../../src/core/meteo/historySheet';
import type { MeteoInput, Span } from '../../../src/core/meteo/input';
import type { JournalEntry } from '../../../src/core/meteo/journal';
import { pageOf, preparationOf, type MeteoPreparation, type PreparedPage } from '../../../src/core/meteo/preparation';
import type { Result } from '../../../src/core/problem';
import { sheetFromDraft, workbookOf } from './draftedSheet';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';
import { entriesOf } from './journalExample';

/** `_` stands for U+202F, `~` for U+00A0. */
const fr = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const entry = entriesOf(ISSUED - 10);

const journal: readonly JournalEntry[] = [
  entry({ text: 'avis d’échéance envoyés', place: { sheet: 'Journal', cell: 'D5' } }),
  entry({ kind: 'team', text: 'deux arrivées', place: { sheet: 'Journal', cell: 'D6' } }),
  entry({ kind: 'planned', date: null, due: ISSUED + 4, text: 'formation' }),
  entry({ kind: 'planned', date: null, due: ISSUED + 40, text: 'nouvel outil' }),
];

const days = inboundDays();
const usual = (more: Partial<MeteoInput> = {}): MeteoInput => syntheticInput(days, { journal, ...more });
const prepared: MeteoPreparation = valueOf(preparationOf(usual()));
const page = (edits: MeteoEdits, from = prepared): PreparedPage => valueOf(pageOf(from, edits));
const drafted = page({});
const highlight = prepared.proposals.find(({ list }) => list === 'highlights')?.id ?? '';
const team = prepared.proposals.find(({ list }) => list === 'team')?.id ?? '';
const [soon = '', later = ''] = prepared.planned.map(({ id }) => id);

const texts = (items: readonly { text: string }[]): string[] => items.map(({ text }) => text);

test.each<[string, MeteoEdits, (content: MeteoContent) => unknown, unknown]>([
  [
    'a message, set as French is',
    { message: 'Tout va bien : 95 % !' },
    (content) => content.message,
    fr('Tout va bien~: 95_%_!'),
  ],
  ['a blank message is the drafted one', { message: '  ' }, (content) => content.message, drafted.content.message],
  ['a title of the key figure', { keyTitle: 'des appels pris' }, (content) => content.green.what, 'des appels pris'],
  ['no title of the key figure', { keyTitle: '' }, (content) => content.green.what, ''],
  [
    'no title of the chart: its scale stays',
    { chartTitle: '' },
    (content) => content.green.chart.note,
    drafted.content.green.chart.note.slice(drafted.drafted.chartTitle.length + 1),
  ],
  ...(
    [
      ['a title of the chart without a full stop gets one before what follows', 'Taux par semaine', 'Taux par semaine.'],
      ['one that ends as a sentence stays', 'Un mieux ?', fr('Un mieux_?')],
      ['and so does one that ends inside quotation marks', 'Il dit : « assez ! »', fr('Il dit~: «_assez_!_»')],
    ] as const
  ).map<[string, MeteoEdits, (content: MeteoContent) => unknown, unknown]>(([name, chartTitle, printed]) => [
    name,
    { chartTitle },
    (content) => content.green.chart.note,
    `${printed}${drafted.content.green.chart.note.slice(drafted.drafted.chartTitle.length)}`,
  ]),
  [
    'a line left out, another in other words: with a full stop, as the drafted ones have',
    { readings: { anticipation: '', seasonality: 'Calme en août' } },
    (content) => content.green.readings.map(({ kind, text }) => [kind, text]),
    [['seasonality', 'Calme en août.']],
  ],
  [
    'a fact unticked',
    { facts: { [highlight]: { kept: false } } },
    (content) => texts(content.yellow.highlights.items).includes('Avis d’échéance envoyés.'),
    false,
  ],
  [
    'a fact in other words',
    { facts: { [team]: { kept: true, text: 'trois arrivées' } } },
    (content) => texts(content.yellow.team.items),
    ['Trois arrivées.'],
  ],
  [
    'a fact in blank words is as drafted',
    { facts: { [team]: { kept: true, text: ' ' } } },
    (content) => texts(content.yellow.team.items),
    ['Deux arrivées.'],
  ],
  [
    'a fact that is there no more',
    { facts: { 'record.gone': { kept: true, text: 'x' } } },
    (content) => content.yellow,
    drafted.content.yellow,
  ],
  [
    'a planned activity unticked',
    { planned: { [soon]: false } },
    (content) => [texts(content.blue.shortTerm.items), texts(content.blue.mediumTerm.items)],
    [[], ['Nouvel outil.']],
  ],
  [
    'the other one unticked, the first ticked',
    { planned: { [later]: false, [soon]: true } },
    (content) => [texts(content.blue.shortTerm.items), texts(content.blue.mediumTerm.items)],
    [['Formation.'], []],
  ],
  [
    'facts added, each in its list',
    {
      added: [
        { kind: 'team', text: 'un départ', date: ISSUED - 2 },
        { kind: 'dissatisfaction', text: 'attente longue', date: ISSUED - 3 },
        { kind: 'risk', text: 'grève', date: ISSUED - 1 },
        { kind: 'planned', text: 'comité', date: ISSUED + 60, horizon: 'short' },
        { kind: 'highlight', text: '  ', date: ISSUED - 1 },
      ],
    },
    ({ yellow, blue }) => [
      texts(yellow.team.items),
      texts(yellow.dissatisfactions.open),
      texts(yellow.highlights.items).at(-1),
      texts(blue.shortTerm.items),
    ],
    [['Deux arrivées.', 'Un départ.'], ['Attente longue.'], fr('Risque~: grève.'), ['Formation.', 'Comité.']],
  ],
  [
    'a major incident added makes the storm',
    { added: [{ kind: 'incident', text: 'panne', date: ISSUED - 2 }] },
    ({ blue }) => [blue.weather, blue.rule],
    ['storm', fr('Incident majeur le~21/11')],
  ],
  [
    'an action',
    { action: { text: 'renforcer le lundi', effect: 'moins d’attente', role: 'chef de plateau', due: ISSUED + 7 } },
    ({ blue }) => blue.actions.rows,
    [
      {
        action: 'Renforcer le lundi',
        effect: 'Moins d’attente',
        role: 'Chef de plateau',
        due: '30/11/2026',
        progress: 'À faire',
      },
    ],
  ],
  [
    'a worse level with its reason',
    { weather: { weather: 'storm', reason: 'Grève annoncée' } },
    ({ blue }) => [blue.weather, blue.rule, blue.byTheRules],
    [
      'storm',
      fr('Orage au lieu de Soleil~: grève annoncée'),
      'Selon les règles : Soleil (indicateurs clés conformes, sans dérive ni retard)'.replace(' :', '\u00a0:'),
    ],
  ],
])('%s', (_name, edits, part, expected) => {
  const { content } = page(edits);
  expect(part(content)).toEqual(expected);
  // The drafted texts are there to go back to, whatever was written over them.
  expect(page(edits).drafted).toMatchObject({ keyTitle: drafted.drafted.keyTitle, chartTitle: drafted.drafted.chartTitle });
  expect(composeMeteo(usual({ edits }))).toMatchObject({ ok: true, value: { content } });
});

test('everything else on the page stays as drafted', () => {
  const { content } = page({ message: 'Bonne quinzaine.', keyTitle: 'des appels' });
  expect({ ...content, message: '', green: { ...content.green, what: '' } }).toEqual({
    ...drafted.content,
    message: '',
    green: { ...drafted.content.green, what: '' },
  });
});

test('a text edited stays when the figures behind it change', () => {
  const busy = (more: number) =>
    days.map((day) => (day.serial === ISSUED - 7 ? { ...day, offered: 3000 + more, answered: 2900, abandoned: 50 } : day));
  const first = valueOf(preparationOf(syntheticInput(busy(0))));
  const record = first.proposals.find(({ id }) => id === 'record.in_offered');
  expect(record).toMatchObject({
    kept: true,
    origin: 'record',
    text: fr('Appels reçus~: plus haut jour connu, 3_000 le lundi~16/11.'),
  });
  const edits: MeteoEdits = { facts: { 'record.in_offered': { kept: true, text: 'Journée de la panne nationale' } } };
  const later = valueOf(preparationOf(syntheticInput(busy(500))));
  expect(texts(page(edits, later).content.yellow.highlights.items)).toContain('Journée de la panne nationale.');
  expect(page(edits, later).newEntries).toEqual([
    expect.objectContaining({ kind: 'highlight', text: 'Journée de la panne nationale' }),
  ]);
});

test('a fact reworded and gone to the journal is printed once', () => {
  const busy = days.map((day) => (day.serial === ISSUED - 7 ? { ...day, offered: 3000, answered: 2900, abandoned: 50 } : day));
  const edits: MeteoEdits = { facts: { 'record.in_offered': { kept: true, text: 'journée de la panne' } } };
  const before = valueOf(composeMeteo(syntheticInput(busy, { edits })));
  const after = valueOf(composeMeteo(syntheticInput(busy, { edits: before.row.edits ?? null, journal: before.newEntries })));
  expect(after.content).toEqual(before.content);
  expect(after.newEntries).toEqual([]);
  expect(texts(after.content.yellow.highlights.items).filter((text) => text === 'Journée de la panne.')).toHaveLength(1);
});

describe('what is required', () => {
  const bad = days.map((day) => (day.serial >= ISSUED - 14 ? { ...day, answered: Math.round(day.offered * 0.7) } : day));
  const poor = valueOf(preparationOf(syntheticInput(bad)));

  test.each<[string, MeteoPreparation, MeteoEdits, string[]]>([
    ['nothing in good weather', prepared, {}, []],
    ['an action in bad weather', poor, {}, ['action']],
    ['its role and its date', poor, { action: { text: 'renforcer', role: ' ', due: null } }, ['actionRole', 'actionDue']],
    ['nothing more once it is whole', poor, { action: { text: 'renforcer', role: 'chef', due: ISSUED + 1 } }, []],
    ['the reason of another level', prepared, { weather: { weather: 'bright', reason: '' } }, ['reason']],
    ['a reason and an action', prepared, { weather: { weather: 'cloudy', reason: '' } }, ['reason', 'action']],
    ['nothing for the computed level', prepared, { weather: { weather: 'sun', reason: '' } }, []],
    ['a blank action counts as none', poor, { action: { text: ' ', role: 'chef', due: ISSUED } }, ['action']],
    [
      'the parts of an action nobody asked for',
      prepared,
      { action: { text: 'renforcer', role: '', due: null } },
      ['actionRole', 'actionDue'],
    ],
  ])('%s', (_name, from, edits, lacks) => expect(page(edits, from).lacks).toEqual(lacks));

  test('an action of the journal will do', () => {
    const planned = valueOf(
      preparationOf(syntheticInput(bad, { journal: [entry({ kind: 'action', text: 'renforcer', role: 'chef' })] })),
    );
    expect(page({}, planned).lacks).toEqual([]);
    expect(planned.actions).toEqual([{ text: 'renforcer', role: 'chef', due: null, late: false, place: null }]);
  });

  test('a level without its reason shows the computed one, and cannot be generated', () => {
    const edits: MeteoEdits = { weather: { weather: 'rain', reason: ' ' } };
    expect(page(edits).content.blue.weather).toBe('sun');
    expect(composeMeteo(usual({ edits }))).toMatchObject({ ok: false, problem: { code: 'override-without-reason' } });
  });

  test('a level that is not allowed is refused; those that are, are offered', () => {
    expect(poor.weather.allowed).not.toContain('sun');
    expect(pageOf(poor, { weather: { weather: 'sun', reason: 'on verra' } })).toMatchObject({
      ok: false,
      problem: { code: 'override-too-good' },
    });
    for (const weather of poor.weather.allowed) expect(pageOf(poor, { weather: { weather, reason: 'motif' } }).ok).toBe(true);
  });
});

describe('what does not fit', () => {
  test('too many facts: the page says how many, and so does the preparation', () => {
    const added = Array.from({ length: 14 }, (_, index) => ({
      kind: 'highlight' as const,
      text: `fait ${index + 1} qui prend bien deux lignes de la page parce qu’il est long`,
      date: ISSUED - 1,
    }));
    expect(page({ added }).fit.join()).toMatch(/Faits marquants \(\+ \d+ autres?, voir Journal\)/);
    expect(drafted.fit).toEqual([]);
  });

  test('a message of more than two lines is refused, with its text', () => {
    const message = 'Une phrase bien trop longue pour deux lignes de la page. '.repeat(5).trim();
    expect(pageOf(prepared, { message })).toMatchObject({
      ok: false,
      problem: { code: 'does-not-fit', params: { items: expect.stringContaining('Une phrase bien trop longue') as string } },
    });
  });
});

describe('edits as JSON', () => {
  const whole: MeteoEdits = {
    message: 'a',
    weather: { weather: 'rain', reason: 'b' },
    keyTitle: '',
    chartTitle: 'c',
    readings: { check: '' },
    facts: { x: { kept: false }, y: { kept: true, text: 'd' } },
    added: [
      { kind: 'team', text: 'e', date: 46000 },
      { kind: 'planned', text: 'f', date: 46001, horizon: 'medium' },
    ],
    action: { text: 'g', role: 'h', due: null, effect: 'i' },
    planned: { z: false },
  };

  test('come back the same', () => expect(readEdits(JSON.stringify(whole))).toEqual(whole));
  test('nothing changed is nothing changed', () => expect(readEdits('{}')).toEqual({}));

  test.each([
    ['no JSON', '{message}'],
    ['blank', ' '],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a message that is a number', '{"message":3}'],
    ['a level that is none', '{"weather":{"weather":"snow","reason":"x"}}'],
    ['a level without reason', '{"weather":{"weather":"rain"}}'],
    ['a line that is none', '{"readings":{"tides":"x"}}'],
    ['a fact neither kept nor not', '{"facts":{"x":{"text":"y"}}}'],
    ['an action among the facts', '{"added":[{"kind":"action","text":"x","date":1}]}'],
    ['a day that is a text', '{"added":[{"kind":"team","text":"x","date":"1"}]}'],
    ['an action without role', '{"action":{"text":"x","due":1}}'],
    ['a field of no edit', '{"margin":"12 %"}'],
  ])('%s is none', (_name, text) => expect(readEdits(text)).toBeNull());

  test.each<[string, string, ShapeFault | null]>([
    ['edits', JSON.stringify(whole), null],
    ['no JSON', '{message}', null],
    ['a list', '[]', { key: '', expected: 'object' }],
    ['a message that is a number', '{"keyTitle":"x","message":3}', { key: 'message', expected: 'text' }],
    [
      'a level that is none',
      '{"weather":{"weather":"snow","reason":"x"}}',
      { key: 'weather.weather', expected: 'choice', choices: WEATHERS },
    ],
    ['a level without reason', '{"weather":{"weather":"rain"}}', { key: 'weather.reason', expected: 'text' }],
    [
      'a line that is none',
      '{"readings":{"tides":"x"}}',
      { key: 'readings.tides', expected: 'known', choices: ['seasonality', 'anticipation', 'check'] },
    ],
    [
      'a fact neither kept nor not',
      '{"facts":{"record.x":{"text":"y"}}}',
      { key: 'facts["record.x"].kept', expected: 'true-false' },
    ],
    ['a day that is a text', '{"added":[{"kind":"team","text":"x","date":"1"}]}', { key: 'added[0].date', expected: 'number' }],
    ['something added that is a word', '{"added":["x"]}', { key: 'added[0]', expected: 'object' }],
    ['an action without role', '{"action":{"text":"x","due":1}}', { key: 'action.role', expected: 'text' }],
    ['activities as a list', '{"planned":[]}', { key: 'planned', expected: 'object' }],
  ])('%s: the first wrong key is named', (_name, text, fault) => expect(editsFault(text)).toEqual(fault));

  test('a field of no edit is named before what else is wrong, with those that are some', () => {
    const fault = editsFault('{"message":3,"mesage":"x"}');
    expect(fault).toMatchObject({ key: 'mesage', expected: 'known' });
    expect(fault?.choices).toContain('message');
  });

  test.each(['fr', 'en'] as const)('are kept by the history, in %s', (language) => {
    const { row } = valueOf(composeMeteo(usual({ edits: { message: 'Celui du 23/11.', planned: { [soon]: false } } })));
    const [read] = readHistory(workbookOf(sheetFromDraft(historyDraft([row], language))));
    expect(read).toEqual(row);
    expect(read?.edits).toMatchObject({ message: 'Celui du 23/11.', planned: { [soon]: false } });
  });

  test('made again from the history, the page is the same; a new word goes before', () => {
    const { content, row } = valueOf(composeMeteo(usual({ edits: { message: 'Le premier.' } })));
    const history = [row];
    expect(valueOf(composeMeteo(usual({ history }))).content).toEqual(content);
    expect(valueOf(composeMeteo(usual({ history, edits: { message: 'Le second.' } }))).content.message).toBe('Le second.');
  });

  test('too long for a cell, they are not kept, and the row is whole', () => {
    const { row } = valueOf(composeMeteo(usual({ edits: { message: 'x'.repeat(40_000) } })));
    const [read] = readHistory(workbookOf(sheetFromDraft(historyDraft([row], 'fr'))));
    expect([read?.number, read?.edits]).toEqual([1, undefined]);
  });
});

test('a page after a keystroke looks at no figure: what takes time is in the preparation', () => {
  let asked = 0;
  const input = usual();
  const kpis = input.kpis.map((series) => ({ ...series, valueOf: (span: Span) => ((asked += 1), series.valueOf(span)) }));
  const counted = valueOf(preparationOf({ ...input, kpis }));
  expect(asked).toBeGreaterThan(100);
  asked = 0;
  for (const message of ['U', 'Un', 'Une']) page({ message, weather: { weather: 'storm', reason: 'motif' } }, counted);
  expect(asked).toBe(0);
});
