import { seeded, type Random } from '../../assets/sample/random';
import type { Language } from '../../src/core/meteo/content';
import { areaName } from '../../src/core/sheet/address';
import type { CellValue, TableSnapshot } from '../../src/core/sheet/snapshot';
import type { LabelledWorkbook, TableLabel } from './label';
import type { Noise } from './noise';
import { Canvas, place, placeAcross, workbookOf, type Layout, type Sketch } from './sketch';
import { sketchOf, type Recipe } from './tables';

/** A workbook to make: its table, what people did to it, where it stands and what stands around it. */
export type Spec = {
  name: string;
  language: Language;
  recipe: (random: Random) => Omit<Recipe, 'language' | 'random'>;
  noise?: readonly Noise[];
  layout?: Partial<Layout>;
  /** More on the same sheet, once the table stands. */
  around?: (canvas: Canvas, label: TableLabel, sketch: Sketch) => void;
  /** A copy of the sheet, hidden, under this name. */
  hiddenCopy?: string;
  date1904?: boolean;
};

/** What stands above a table, from nothing to titles, filters and objectives. */
const ABOVE: readonly ((language: Language) => readonly (readonly CellValue[])[])[] = [
  () => [],
  (language) => [[language === 'fr' ? 'Suivi de l’activité – Service clients' : 'Activity report – Customer service']],
  (language) =>
    language === 'fr'
      ? [['Suivi de l’activité'], ['Mis à jour le 05/01/2026, source ACD'], []]
      : [['Activity report'], ['Updated on 05/01/2026, source: ACD'], []],
  (language) =>
    language === 'fr' ? [['Période :', 'T1 2026'], ['Site :', 'Tous'], []] : [['Period:', 'Q1 2026'], ['Site:', 'All'], []],
  (language) => [
    [language === 'fr' ? 'Contrat Littoral' : 'Littoral contract'],
    [],
    [language === 'fr' ? 'Objectif' : 'Objective', 0.9, '', language === 'fr' ? 'Seuil' : 'Limit', 0.85],
    [],
  ],
];

const CORNERS: readonly Pick<Layout, 'row' | 'column'>[] = [
  { row: 0, column: 0 },
  { row: 0, column: 1 },
  { row: 2, column: 0 },
  { row: 3, column: 2 },
  { row: 1, column: 4 },
];

/** A layout for the case of this number, so that neighbours differ in more than their dates. */
const layoutOf = (number: number, language: Language): Layout => ({
  ...(CORNERS[number % CORNERS.length] ?? { row: 0, column: 0 }),
  above: (ABOVE[Math.floor(number / 2) % ABOVE.length] ?? (() => []))(language),
  headers: ([1, 2, 1, 3, 1, 2, 1] as const)[number % 7] ?? 1,
  tall: number % 3 === 0,
});

const nativeTable = (name: string, label: TableLabel, sketch: Sketch): TableSnapshot => {
  const columns = sketch.columns.map(({ header }) => header);
  const area = {
    row: label.headerRow,
    column: Math.min(...label.columns.keys()),
    rows: sketch.lines.length + 1,
    columns: columns.length,
  };
  if (new Set(columns).size < columns.length) throw new Error(`${name} at ${areaName(area)} would repeat a header`);
  return { name, area, hasHeaders: true, hasTotals: false, columns };
};

const SHEET_NAMES: Readonly<Record<Language, string>> = { fr: 'Suivi', en: 'Report' };

/**
 * The workbook of a spec; the same number and draw give the same cells on every machine. Another draw gives other headers,
 * other figures and another place on the sheet.
 */
export const compose = (spec: Spec, number: number, draw: number): LabelledWorkbook => {
  const { language } = spec;
  const random = seeded(1_000 * (draw + 1) + number);
  const made = sketchOf({ ...spec.recipe(random), language, random });
  const sketch = (spec.noise ?? []).reduce((before, noise) => noise(before, { random, language }), made);
  const layout: Layout = { ...layoutOf(number + draw, language), ...spec.layout };
  const canvas = new Canvas();
  const sheet = SHEET_NAMES[language];
  const label = (sketch.kind === 'across' ? placeAcross : place)(canvas, sheet, sketch, layout);
  spec.around?.(canvas, label, sketch);
  const tables = layout.table === undefined ? [] : [nativeTable(layout.table, label, sketch)];
  const visible = canvas.sheet(sheet, { tables });
  const copy =
    spec.hiddenCopy === undefined ? [] : [{ ...visible, name: spec.hiddenCopy, visibility: 'hidden' as const, tables: [] }];
  return {
    name: `${String(draw)}/${String(number).padStart(3, '0')} ${spec.name}`,
    workbook: workbookOf([...copy, visible], spec.date1904),
    tables: [label],
  };
};
