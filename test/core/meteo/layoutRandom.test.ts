import type { ListItem, MeteoContent, Orientation } from '../../../src/core/meteo/content';
import { layoutMeteo } from '../../../src/core/meteo/layout';
import type { Box, MeteoPage } from '../../../src/core/meteo/page';
import { exampleContent } from './exampleContent';
import { only } from './laidOut';

const VOCABULARY =
  'appels client qualité service mise à jour du logiciel formation de l’équipe retard incident réseau prévu renfort lundi 14\u202f% objectif'.split(
    ' ',
  );

/** Contents that differ from the example in length and number of everything, the same ones each run. */
class Contents {
  constructor(private state: number) {}

  private below(limit: number): number {
    this.state = (this.state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((this.state / 4_294_967_296) * limit);
  }
  private text(least: number, most: number): string {
    const count = least + this.below(most - least + 1);
    return Array.from({ length: count }, () => VOCABULARY[this.below(VOCABULARY.length)]).join(' ');
  }
  private items(most: number): ListItem[] {
    return Array.from({ length: this.below(most + 1) }, (_, i) => ({ key: `${10 + i}/11`, text: this.text(2, 14), date: i }));
  }

  next(orientation: Orientation): MeteoContent {
    const { green, yellow, blue, ...rest } = exampleContent(orientation);
    const rows = Array.from({ length: 1 + this.below(8) }, (_, i) =>
      green.rows
        .slice(i % green.rows.length, (i % green.rows.length) + 1)
        .map((row) => ({ ...row, id: `kpi${i}`, label: this.text(1, 7) })),
    ).flat();
    return {
      ...rest,
      message: this.text(5, 18),
      green: {
        ...green,
        rows,
        what: this.text(2, 7),
        detail: this.text(5, 20),
        readings: green.readings.slice(this.below(4)).map((reading) => ({ ...reading, text: this.text(4, 22) })),
      },
      yellow: {
        ...yellow,
        highlights: { ...yellow.highlights, items: this.items(9) },
        team: { ...yellow.team, items: this.items(4) },
        dissatisfactions: { ...yellow.dissatisfactions, open: this.items(3), treated: this.items(4) },
      },
      blue: {
        ...blue,
        rule: this.text(3, 10),
        previous: this.below(3) === 0 ? null : blue.previous,
        ...(this.below(4) === 0 && { byTheRules: this.text(4, 18) }),
        shortTerm: { ...blue.shortTerm, items: this.items(5) },
        mediumTerm: { ...blue.mediumTerm, items: this.items(4) },
        actions: { ...blue.actions, rows: blue.actions.rows.slice(this.below(2)) },
      },
    };
  }
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

const faults = (page: MeteoPage): string[] => {
  const boxes = page.items.flatMap((item) =>
    item.kind === 'line' || item.kind === 'frame' ? [] : [{ name: 'id' in item ? item.id : item.kind, box: item.box }],
  );
  const clashes = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.name} over ${b.name}`] : [])),
  );
  const outside = only(page, 'frame').flatMap(({ id, box }) =>
    only(page, 'text').flatMap((text) => {
      const inside = text.box.top >= box.top && text.box.top + text.box.height <= box.top + box.height;
      return text.id.startsWith(`${id}.`) && !inside ? [`${text.id} outside ${id}`] : [];
    }),
  );
  const offLattice = page.rowEdges.filter((edge) => edge % 3 !== 0).map((edge) => `edge at ${edge}`);
  return [...clashes, ...outside, ...offLattice];
};

test.each<Orientation>(['portrait', 'landscape'])(
  'whatever a %s page says, it is laid out without a fault or refused with a reason',
  (orientation) => {
    const contents = new Contents(14);
    const results = Array.from({ length: 40 }, () => layoutMeteo(contents.next(orientation)));
    for (const result of results) {
      if (result.ok) expect(faults(result.value)).toEqual([]);
      else
        expect(result.problem).toMatchObject({
          code: 'does-not-fit',
          params: { items: expect.stringMatching(/^« .+ »$/) as string },
        });
    }
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(20);
  },
);
