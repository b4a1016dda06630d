import { layoutMeteo } from '../../../src/core/meteo/layout';
import { nothingShortened, applyShortening, mostShortened } from '../../../src/core/meteo/shorten';
import type { Language, MeteoContent, Orientation } from '../../../src/core/meteo/content';
import type { Box, PageItem } from '../../../src/core/meteo/page';
import { textWidth, usableWidth } from '../../../src/core/meteo/textMetrics';
import { exampleContent } from './exampleContent';
import { frameOf, laidOut, only, textOf } from './laidOut';

const orientations: readonly Orientation[] = ['portrait', 'landscape'];

const withOverride = (content: MeteoContent): MeteoContent => ({
  ...content,
  blue: {
    ...content.blue,
    rule: 'Éclaircies au lieu de Nuageux : avis du client, incident levé le 20/11, effet attendu dès lundi',
    byTheRules: 'Selon les règles : Nuageux (alerte non clé : taux d’abandon)',
  },
});
const withShortReason = (content: MeteoContent): MeteoContent => {
  const { blue } = withOverride(content);
  return { ...content, blue: { ...blue, rule: 'Orage au lieu de Pluie : grève' } };
};
const withLittleHistory = (content: MeteoContent): MeteoContent => ({
  ...content,
  green: {
    ...content.green,
    rows: content.green.rows.map((row) => ({ ...row, projection: null, interval: '', historyNote: 'historique insuffisant' })),
  },
});
const withNothing = (content: MeteoContent): MeteoContent => ({
  ...content,
  yellow: {
    ...content.yellow,
    highlights: { ...content.yellow.highlights, items: [] },
    team: { ...content.yellow.team, items: [] },
    dissatisfactions: { heading: 'Insatisfactions', open: [], treated: [] },
  },
  blue: {
    ...content.blue,
    previous: null,
    shortTerm: { ...content.blue.shortTerm, items: [] },
    mediumTerm: { ...content.blue.mediumTerm, items: [] },
    actions: { ...content.blue.actions, rows: [] },
  },
});
/** Bad weather that nobody has recorded an action for. */
const withoutAction = (content: MeteoContent): MeteoContent => ({
  ...content,
  blue: { ...content.blue, actions: { ...content.blue.actions, rows: [], none: 'Aucune action enregistrée.' } },
});
const withLongNames = (content: MeteoContent): MeteoContent => ({
  ...content,
  header: { ...content.header, client: 'Mutuelle interprofessionnelle du Littoral atlantique' },
  green: {
    ...content.green,
    what: 'd’appels décrochés en moins de trente secondes, objectif 90 %',
    value: { ...content.green.value, text: '1\u202f248\u202f000' },
    rows: content.green.rows.map((row, i) =>
      i === 0
        ? {
            ...row,
            label: 'Appels reçus hors débordement et hors messagerie',
            interval: '1\u202f212\u202f150 à 1\u202f313\u202f650',
          }
        : row,
    ),
  },
});

const withoutNews = (content: MeteoContent): MeteoContent => ({ ...content, yellow: withNothing(content).yellow });

const variants: readonly (readonly [string, (content: MeteoContent) => MeteoContent])[] = [
  ['the example', (content) => content],
  ['an override', withOverride],
  ['an override with a short reason', withShortReason],
  ['too little history', withLittleHistory],
  ['empty lists', withNothing],
  ['no action', withoutAction],
  ['empty lists and no action', (content) => withoutAction(withNothing(content))],
  ['long names', withLongNames],
];

const pages = orientations.flatMap((orientation) =>
  variants.map(([name, vary]) => [`${name}, ${orientation}`, vary(exampleContent(orientation))] as const),
);

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height;
const boxed = (item: PageItem): { id: string; box: Box }[] =>
  item.kind === 'line' || item.kind === 'frame'
    ? []
    : [{ id: 'id' in item ? `${item.kind} ${item.id}` : item.kind, box: item.box }];

describe.each(pages)('page of %s', (_name, content) => {
  const page = laidOut(content);
  const boxes = page.items.flatMap(boxed);

  test('no box overlaps another', () => {
    const clashes = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.id} and ${b.id}`] : [])),
    );
    expect(clashes).toEqual([]);
  });

  test('everything is on the page, and what belongs to a frame is within it', () => {
    for (const { box } of boxes) expect(within(box, { left: 0, top: 0, width: page.width, height: page.height })).toBe(true);
    for (const { id, box } of only(page, 'frame')) {
      const inside = only(page, 'text').filter((item) => item.id.startsWith(`${id}.`));
      expect(inside.filter((item) => !within(item.box, box)).map((item) => item.id)).toEqual([]);
    }
  });

  test('every line of text fits its box by Arial’s metrics', () => {
    for (const { lines, box, style, leading } of only(page, 'text')) {
      for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(usableWidth(box.width, style.indent));
      expect(lines.length * leading).toBeLessThanOrEqual(box.height);
    }
  });

  test('every edge is a multiple of 3 points and one of the page’s edges', () => {
    for (const edge of [...page.columnEdges, ...page.rowEdges]) expect(edge % 3).toBe(0);
    for (const { box } of [...only(page, 'text'), ...only(page, 'symbol'), ...only(page, 'frame')]) {
      expect(page.columnEdges).toEqual(expect.arrayContaining([box.left, box.left + box.width]));
      expect(page.rowEdges).toEqual(expect.arrayContaining([box.top, box.top + box.height]));
    }
  });

  test('nothing is printed under 8 points, in more than six sizes', () => {
    const sizes = new Set(only(page, 'text').map(({ style }) => style.size));
    expect(Math.min(...sizes)).toBe(8);
    expect(sizes.size).toBeLessThanOrEqual(6);
  });

  test('the chart is 108 to 210 points high', () => {
    const [chart] = only(page, 'chart');
    expect(chart?.box.height).toBeGreaterThanOrEqual(108);
    expect(chart?.box.height).toBeLessThanOrEqual(210);
  });

  test('frames are 9 points apart', () => {
    const frames = only(page, 'frame').map(({ box }) => box);
    for (const left of new Set(frames.map((box) => box.left))) {
      const column = frames.filter((box) => box.left === left).sort((a, b) => a.top - b.top);
      column.slice(1).forEach((lower, i) => {
        const upper = column[i];
        expect(lower.top - (upper?.top ?? 0) - (upper?.height ?? 0)).toBe(9);
      });
    }
  });
});

/** Every text of a content that a reader must find on the page. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
};

describe('what is printed', () => {
  test('portrait prints every text of the content', () => {
    const content = exampleContent();
    const page = laidOut(content);
    const printed = only(page, 'text').map(({ lines }) => lines.join(' '));
    const { header, message, green, yellow, blue, footer } = content;
    const { chart, rows, tableHead, readings } = green;
    const expected = textsOf([
      header,
      message,
      [green.tab, green.note, green.value.text, green.what, green.status.word, green.detail, chart.note],
      rows.map((row) => [
        row.label,
        row.value.text,
        row.objective,
        row.status.word,
        row.change.text,
        row.projection?.text ?? '',
        row.interval,
      ]),
      [tableHead.indicator, tableHead.value, tableHead.objective, tableHead.status],
      readings.map(({ label, text }) => [label, text]),
      [yellow.tab, yellow.note, yellow.highlights, yellow.team, yellow.dissatisfactions],
      [blue.tab, blue.word, blue.rule, blue.previous?.text ?? '', blue.shortTerm, blue.mediumTerm, blue.actions],
      footer,
    ]);
    expect(expected.filter((text) => !printed.includes(text))).toEqual([]);
  });

  test('landscape prints an action as a dated sentence', () => {
    expect(textOf(laidOut(exampleContent('landscape')), 'blue.plan.0.text').lines).toEqual([
      'Renforcer le lundi, 9\u202fh\u00a0à\u00a012\u202fh\u00a0: abandon ≤\u202f5\u202f%.',
      'Responsable de plateau\u202f; en cours.',
    ]);
  });

  test('the message breaks where the sentence pauses', () => {
    expect(textOf(laidOut(exampleContent()), 'message').lines[1]).toMatch(/^mais 5,6/);
    expect(textOf(laidOut(exampleContent('landscape')), 'message').lines[1]).toMatch(/^pour 5/);
  });

  test.each<[string, Language, Orientation, [string, string, string], string[][]]>([
    [
      'months that have room stay',
      'fr',
      'portrait',
      ['octobre', 'septembre', 'novembre'],
      [['octobre'], ['Écart avec', 'septembre'], ['Projection', 'novembre']],
    ],
    [
      'one that has none: all are short',
      'en',
      'landscape',
      ['December', 'November', 'January'],
      [['Dec'], ['Change vs', 'Nov'], ['Projection', 'Jan']],
    ],
    [
      'in French too',
      'fr',
      'landscape',
      ['décembre', 'novembre', 'janvier'],
      [['déc.'], ['Écart avec', 'nov.'], ['Projection', 'janv.']],
    ],
    [
      'two months break after their dash, short where three lines would be needed',
      'fr',
      'landscape',
      ['février–mars', 'décembre–janvier', 'avril'],
      [
        ['févr.–', 'mars'],
        ['Écart avec', 'déc.–janv.'],
        ['Projection', 'avr.'],
      ],
    ],
  ])('a head of the table breaks no word: %s', (_, language, orientation, [value, before, ahead], lines) => {
    const content = exampleContent(orientation);
    const tableHead = {
      ...content.green.tableHead,
      value,
      change: [language === 'fr' ? 'Écart avec' : 'Change vs', before] as const,
      projection: ['Projection', ahead] as const,
    };
    const page = laidOut({ ...content, language, green: { ...content.green, tableHead } });
    expect(['value', 'change', 'projection'].map((name) => textOf(page, `green.head.${name}`).lines)).toEqual(lines);
  });

  test('only a KPI in Vigilance or Alerte is bold', () => {
    const bold = only(laidOut(exampleContent()), 'text').filter(
      ({ id, style }) => /^green\.row\..*\.(label|status)$/.test(id) && style.bold,
    );
    expect(bold.map(({ id }) => id)).toEqual(['green.row.abandon.label', 'green.row.abandon.status']);
  });

  test('a KPI without objective has no symbol', () => {
    expect(only(laidOut(exampleContent()), 'symbol').map(({ id, symbol }) => `${id} ${symbol}`)).toEqual([
      'green.status.symbol ok',
      'green.row.abandon.symbol watch',
      'green.row.handling.symbol ok',
      'green.row.csat.symbol ok',
      'green.row.nps.symbol ok',
      'green.row.forecastQuality.symbol ok',
    ]);
  });

  test.each([
    ['room for its word', '12_150~à~13_650', ['12_150~à~13_650']],
    ['room for a dash', '98_150~à~103_650', ['98_150–103_650']],
    ['room for a currency’s sign once', '$58,300~to~$59,200', ['$58,300–59,200']],
    ['room for its figures alone', '$98,150~to~$103,650', ['98,150–103,650']],
    ['room for neither', '123_456_789~à~123_456_999', ['123_456_789~à', '123_456_999']],
    ['a minus that a dash would join', '−1_012_150~à~−1_013_650', ['−1_012_150~à', '−1_013_650']],
  ])('an interval with %s', (_, interval, lines) => {
    const set = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');
    const content = exampleContent();
    const rows = content.green.rows.map((row) => ({ ...row, interval: set(interval) }));
    const { yellow } = withNothing(content);
    const page = laidOut({ ...content, yellow, green: { ...content.green, rows } });
    expect(textOf(page, 'green.row.csat.interval').lines).toEqual(lines.map(set));
  });

  test('a note too long for one line breaks after a sentence', () => {
    const content = exampleContent();
    const note = `${'Taux de décroché par semaine, '.repeat(4)}en 2026. L’échelle commence à\u00a088\u202f%.`;
    const page = laidOut({ ...content, green: { ...content.green, chart: { ...content.green.chart, note } } });
    expect(textOf(page, 'green.chart.note').lines[1]).toBe('L’échelle commence à\u00a088\u202f%.');
  });

  test('a note of three lines breaks after sentences', () => {
    const content = exampleContent();
    const sentence = (words: number): string => `${'mesure '.repeat(words)}fin.`;
    const note = [sentence(11), sentence(12), sentence(11)].join(' ');
    const page = laidOut({ ...content, green: { ...content.green, chart: { ...content.green.chart, note } } });
    expect(textOf(page, 'green.chart.note').lines).toEqual([sentence(11), sentence(12), sentence(11)]);
  });

  test('too little history is said over projection and interval', () => {
    const note = textOf(laidOut(withLittleHistory(exampleContent())), 'green.row.csat.historyNote');
    expect(note.lines).toEqual(['historique insuffisant']);
    expect(note.box).toMatchObject({ left: 402, width: 129 });
  });

  test('an empty list says so', () => {
    expect(textOf(laidOut(withNothing(exampleContent())), 'yellow.team.empty').lines).toEqual(['Rien à signaler.']);
  });

  test('a long name and a large interval take a second line, and their row grows', () => {
    const page = laidOut(withLongNames(exampleContent()));
    expect(textOf(page, 'green.row.received.label')).toMatchObject({
      lines: ['Appels reçus hors débordement et', 'hors messagerie'],
      box: { height: 27 },
    });
    expect(textOf(page, 'green.row.received.interval').lines).toHaveLength(2);
    expect(textOf(page, 'green.value').box).toMatchObject({ left: 9, width: 159 });
    expect(textOf(page, 'green.what').box.left).toBe(168);
    expect(textOf(page, 'header.client').box.width).toBe(345);
  });
});

test.each(orientations)('a plan that lacks its action says so under its title, %s', (orientation) => {
  const page = laidOut(withoutAction(exampleContent(orientation)));
  expect(textOf(page, 'blue.plan.heading').lines).toEqual(['Plan d’action']);
  expect(textOf(page, 'blue.plan.empty').lines).toEqual(['Aucune action enregistrée.']);
  const quiet = laidOut(withNothing(exampleContent(orientation)));
  expect(only(quiet, 'text').filter(({ id }) => id.startsWith('blue.plan'))).toEqual([]);
});

describe('heights', () => {
  test.each([
    ['portrait', { green: [84, 378], yellow: [471, 126], blue: [606, 144] }],
    ['landscape', { green: [81, 441], yellow: [81, 216], blue: [306, 216] }],
  ] as const)('frames of the example in %s', (orientation, frames) => {
    const page = laidOut(exampleContent(orientation));
    for (const id of ['green', 'yellow', 'blue'] as const) {
      const { top, height } = frameOf(page, id);
      expect([top, height]).toEqual(frames[id]);
    }
  });

  test.each([
    ['portrait', { left: 9, top: 153, width: 522, height: 147 }],
    ['landscape', { left: 9, top: 150, width: 468, height: 210 }],
  ] as const)('the chart takes what is left in %s', (orientation, box) => {
    expect(only(laidOut(exampleContent(orientation)), 'chart')[0]?.box).toEqual(box);
  });

  describe('a page with little to say', () => {
    const short = (orientation: Orientation): MeteoContent => {
      const content = withoutAction(withNothing(exampleContent(orientation)));
      return { ...content, green: { ...content.green, rows: content.green.rows.slice(0, 1) } };
    };
    const bottomOf = ({ top, height }: Pick<Box, 'top' | 'height'>): number => top + height;

    test.each(orientations)('in %s its lists’ frames are as high as on an ordinary page', (orientation) => {
      const page = laidOut(short(orientation));
      const usual = orientation === 'portrait' ? [126, 144] : [216, 216];
      expect([frameOf(page, 'yellow').height, frameOf(page, 'blue').height]).toEqual(usual);
    });

    test.each(orientations)('in %s its chart takes the rest, so that the green frame ends with its text', (orientation) => {
      const page = laidOut(short(orientation));
      const texts = only(page, 'text').filter(({ id }) => id.startsWith('green.'));
      const end = Math.max(...texts.map(({ box }) => bottomOf(box)));
      expect(only(page, 'chart')[0]?.box.height).toBeGreaterThan(210);
      expect(bottomOf(frameOf(page, 'green')) - end).toBeLessThanOrEqual(6);
    });

    test.each(orientations)('in %s its lists stand further apart than those of a full page', (orientation) => {
      const gap = (content: MeteoContent): number => {
        const page = laidOut(content);
        const [upper, lower] = ['yellow.team.empty', 'yellow.dissatisfactions.heading'].map((id) => textOf(page, id).box);
        return (lower?.top ?? 0) - bottomOf(upper ?? { left: 0, top: 0, width: 0, height: 0 });
      };
      const content = short(orientation);
      const { items } = content.yellow.highlights;
      const many = Array.from({ length: 12 }, (_, i) => items[0] ?? { key: '12/11', text: `Fait ${String(i)}.`, date: i });
      const full = { ...content, yellow: { ...content.yellow, highlights: { ...content.yellow.highlights, items: many } } };
      expect(gap(content)).toBe(18);
      expect(gap(full)).toBeLessThanOrEqual(gap(content));
      expect(gap(content) % 3).toBe(0);
    });

    test('a frame that is higher than usual keeps what it needs, and the chart its least', () => {
      const page = laidOut(exampleContent());
      expect(only(page, 'chart')[0]?.box.height).toBe(147);
      expect(frameOf(page, 'yellow').height).toBe(126);
    });
  });

  const blue = (content: MeteoContent, id: string): Box => {
    const box = only(laidOut(content), 'text').find((item) => item.id === `blue.${id}`)?.box;
    if (!box) throw new Error(`no ${id}`);
    return box;
  };

  test.each(orientations)(
    'in %s the reason of an override stands before what the rules gave, apart from the lists',
    (orientation) => {
      for (const content of [withOverride, withShortReason].map((vary) => vary(withoutNews(exampleContent(orientation))))) {
        const [rule, byTheRules] = [blue(content, 'rule'), blue(content, 'byTheRules')];
        expect(rule.top).toBeGreaterThan(blue(content, 'word').top);
        expect(byTheRules.top).toBeGreaterThanOrEqual(rule.top + rule.height);
        const below = blue(content, orientation === 'portrait' ? 'plan.action' : 'shortTerm.heading').top;
        expect(below - byTheRules.top - byTheRules.height).toBeGreaterThanOrEqual(6);
      }
    },
  );

  test('on a full page what the rules gave goes before a reason does, and the page says so', () => {
    const page = laidOut(withOverride(exampleContent('landscape')));
    expect(page.shortened).toContain(withOverride(exampleContent()).blue.byTheRules);
    expect(only(page, 'text').map(({ id }) => id)).toContain('blue.rule');
  });

  test('but never beside a better level than the rules gave: a page without room for it is refused', () => {
    const raised = (content: MeteoContent): MeteoContent => ({
      ...content,
      blue: { ...withOverride(content).blue, raised: true },
    });
    for (const orientation of orientations)
      expect(textOf(laidOut(raised(exampleContent(orientation))), 'blue.byTheRules')).toBeDefined();
    // Its lists give way further before.
    expect(mostShortened(raised(exampleContent()), 'highlights')).toBe(exampleContent().yellow.highlights.items.length - 1);
    expect(mostShortened(raised(exampleContent()), 'shortTerm')).toBe(exampleContent().blue.shortTerm.items.length - 1);
    expect(mostShortened(raised(exampleContent()), 'byTheRules')).toBe(0);
    const full = raised(exampleContent('landscape'));
    const { actions } = full.blue;
    const rows = [...actions.rows, ...actions.rows, ...actions.rows, ...actions.rows];
    expect(layoutMeteo({ ...full, blue: { ...full.blue, actions: { ...actions, rows } } })).toMatchObject({
      ok: false,
      problem: { code: 'does-not-fit' },
    });
  });

  test('on a full page a rule of three lines takes the place of the words beside the icon before, and the page says so', () => {
    const content = exampleContent('landscape');
    const { yellow, blue: state } = content;
    const rule = 'Indicateurs clés conformes\u202f; dérive non clé\u00a0: appels abandonnés et 1 autre';
    // What may not be left out takes all 19 lines of the column.
    const [twoLines] = yellow.highlights.items.slice(0, 1);
    if (!twoLines) throw new Error('no item');
    const page = laidOut({
      ...content,
      yellow: {
        ...yellow,
        highlights: { ...yellow.highlights, items: [twoLines, twoLines, twoLines] },
        team: { ...yellow.team, items: yellow.team.items.slice(0, 1) },
        dissatisfactions: { ...yellow.dissatisfactions, open: [twoLines, twoLines], treated: [] },
      },
      blue: {
        ...state,
        rule,
        mediumTerm: { ...state.mediumTerm, items: state.mediumTerm.items.slice(0, 1) },
        actions: { ...state.actions, rows: [...state.actions.rows, ...state.actions.rows] },
      },
    });
    expect(page.shortened).toContain(state.previous?.text);
    expect(only(page, 'text').map(({ id }) => id)).not.toContain('blue.previous');
    expect(only(page, 'icon').map(({ id, altText }) => [id, altText])).toContainEqual(['previous', state.previous?.text]);
  });

  test('a short reason stands beside the icon, a longer one has the column under it', () => {
    expect(blue(withShortReason(exampleContent()), 'rule').left).toBe(138);
    expect(blue(withOverride(exampleContent()), 'rule')).toMatchObject({ left: 9, width: 249 });
  });
});

/** The example with more of everything that may give way. */
const crowded = (
  orientation: Orientation,
  extra: { highlights?: number; team?: number; short?: number; medium?: number; rows?: number },
): MeteoContent => {
  const content = exampleContent(orientation);
  const more = (count = 0): { key: string; text: string; date: number }[] =>
    Array.from({ length: count }, (_, i) => ({ key: '20/11', text: `Événement ${i + 1}.`, date: 46_346 + i }));
  const { yellow, blue, green } = content;
  const conforme = green.rows.filter(({ id }) => id === 'csat');
  const rows = Array.from({ length: extra.rows ?? 0 }, (_, i) =>
    conforme.map((row) => ({ ...row, id: `more${i}`, label: `Indicateur ${i + 1}` })),
  ).flat();
  return {
    ...content,
    green: { ...green, rows: [...green.rows, ...rows] },
    yellow: {
      ...yellow,
      highlights: { ...yellow.highlights, items: [...yellow.highlights.items, ...more(extra.highlights)] },
      team: { ...yellow.team, items: [...yellow.team.items, ...more(extra.team)] },
    },
    blue: {
      ...blue,
      shortTerm: { ...blue.shortTerm, items: [...blue.shortTerm.items, ...more(extra.short)] },
      mediumTerm: { ...blue.mediumTerm, items: [...blue.mediumTerm.items, ...more(extra.medium)] },
    },
  };
};

describe('what gives way when the page is full', () => {
  test('the chart shrinks first, and nothing is left out', () => {
    const page = laidOut(crowded('portrait', { highlights: 3 }));
    expect(only(page, 'chart')[0]?.box.height).toBe(129);
    expect(page.shortened).toEqual([]);
  });

  test.each<[string, MeteoContent, string[]]>([
    [
      'dissatisfactions dealt with',
      crowded('landscape', { team: 1 }),
      ['Insatisfactions\u00a0: 1 ouverte, 2 traitées (+ 2 traitées, voir Journal)'],
    ],
    [
      'then highlights beyond three, the oldest first',
      crowded('landscape', { highlights: 2 }),
      ['Insatisfactions\u00a0: 1 ouverte, 2 traitées (+ 2 traitées, voir Journal)', 'Faits marquants (+ 1 autre, voir Journal)'],
    ],
    [
      'in portrait highlights make room too',
      crowded('portrait', { highlights: 9 }),
      ['Faits marquants (+ 4 autres, voir Journal)'],
    ],
  ])('%s become a line', (_name, content, shortened) => {
    expect(laidOut(content).shortened).toEqual(shortened);
  });

  test('what stays of the past is the most recent, of plans the nearest', () => {
    const printed = applyShortening(crowded('portrait', { highlights: 2, medium: 2 }), {
      ...nothingShortened,
      highlights: 3,
      mediumTerm: 2,
    });
    expect(printed.lists.highlights.items.map(({ key, text }) => `${key} ${text}`)).toEqual([
      '19/11 Outil de gestion ralenti 25\u202fmin, sans perte.',
      '20/11 Événement 1.',
      '20/11 Événement 2.',
      ' + 3 autres, voir Journal',
    ]);
    expect(printed.lists.mediumTerm.items.map(({ key }) => key)).toEqual(['15/12', '18/01/2027', '']);
  });

  test('KPIs that are conforme and not key go from the last row up, and the note says how many', () => {
    const printed = applyShortening(exampleContent(), { ...nothingShortened, kpis: 2 });
    expect(printed.content.green.rows.map(({ id }) => id)).toEqual(['received', 'abandon', 'handling', 'csat']);
    expect(printed.content.green.chart.note).toMatch(/\+ 2 indicateurs conformes, voir Dictionnaire$/);
    expect(mostShortened(exampleContent(), 'kpis')).toBe(2);
  });

  test('one item left out is said in the singular', () => {
    const printed = applyShortening(exampleContent(), { ...nothingShortened, team: 1 });
    expect(printed.shortened).toEqual(['Équipe (+ 1 autre, voir Journal)']);
  });

  test('everything that may give way does, in order, before the page is refused', () => {
    const content = crowded('portrait', { highlights: 12, team: 6, short: 6, medium: 6, rows: 4 });
    const page = laidOut(content);
    expect(page.shortened.length).toBeGreaterThanOrEqual(3);
    expect(only(page, 'chart')[0]?.box.height).toBeGreaterThanOrEqual(108);
    expect(textOf(page, 'green.row.abandon.status').lines).toEqual(['Vigilance']);
    expect(textOf(page, 'yellow.dissatisfactions.0.key').lines).toEqual(['Ouverte']);
    expect(textOf(page, 'blue.plan.0.action').lines[0]).toMatch(/^Renforcer/);
  });

  test('too many open dissatisfactions are a problem that names what to shorten', () => {
    const content = exampleContent();
    const open = Array.from({ length: 30 }, (_, i) => ({
      key: 'Ouverte',
      text: `Insatisfaction ${i + 1}.`,
      date: i,
      bold: true,
    }));
    const result = layoutMeteo({
      ...content,
      yellow: { ...content.yellow, dissatisfactions: { ...content.yellow.dissatisfactions, open } },
    });
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'does-not-fit', params: { items: expect.stringContaining('Insatisfactions') as string } },
    });
  });

  test('a message longer than two lines is a problem that quotes it', () => {
    const message = 'Éclaircies : '.repeat(20);
    expect(layoutMeteo({ ...exampleContent(), message })).toMatchObject({
      ok: false,
      problem: { code: 'does-not-fit', params: { items: `« ${message} »` } },
    });
  });
});
