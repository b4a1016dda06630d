import { areaReference, type Area } from '../sheet/address';
import type {
  BlockDraft,
  Border,
  CellDraft,
  CellStyle,
  NameDraft,
  ShapeGroupDraft,
  SheetDraft,
  StyleDraft,
  WorkbookDraft,
} from '../sheet/draft';
import type { Figure } from './content';
import { ICON_OUTLINE, iconShapes } from './icons';
import { FACE, GREY, INK, roles } from './layoutStyle';
import type { Box, MeteoPage, PageChart, PageFrame, PageIcon, PageItem, PageLine, PageSymbol, PageText } from './page';
import { sheetChart } from './sheetChart';

/** Arial has neither ✔ nor ✖, and a substitute chosen by the host may be a colour emoji that does not print. */
const SYMBOL_FACE = 'Segoe UI Symbol';
const SYMBOLS: Readonly<Record<PageSymbol['symbol'], string>> = { ok: '\u2714', watch: '\u25b2', alert: '\u2716' };
/** 8 mm in points: leaves 1.8 % of slack around the live area, so that one page wide does not scale it. */
const MARGIN = (8 / 25.4) * 72;

/** Finds the cells of a box: its edges are edges of columns and rows. */
class Lattice {
  private readonly columns: ReadonlyMap<number, number>;
  private readonly rows: ReadonlyMap<number, number>;

  constructor(page: MeteoPage) {
    this.columns = new Map(page.columnEdges.map((edge, i) => [edge, i]));
    this.rows = new Map(page.rowEdges.map((edge, i) => [edge, i]));
  }

  area({ left, top, width, height }: Box): Area {
    const [row, column] = [this.row(top), this.column(left)];
    return { row, column, rows: this.row(top + height) - row, columns: this.column(left + width) - column };
  }

  /** The cells above a horizontal line. */
  above({ from, to }: PageLine): Area {
    const column = this.column(from.x);
    return { row: this.row(from.y) - 1, column, rows: 1, columns: this.column(to.x) - column };
  }

  private row = (edge: number): number => this.rows.get(edge) ?? 0;
  private column = (edge: number): number => this.columns.get(edge) ?? 0;
}

const figureCell = (figure: Figure): CellDraft => {
  if (figure.formula !== undefined) return { formula: figure.formula };
  return figure.value === null ? { text: figure.text } : { number: figure.value };
};

const cellOf = (item: PageText | PageSymbol): CellDraft => {
  if (item.kind === 'symbol') return { text: SYMBOLS[item.symbol] };
  return item.figure ? figureCell(item.figure) : { text: item.lines.join('\n') };
};

const isLive = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && (figure.formula !== undefined || figure.value !== null);

const textStyle = ({ style, lines, fill, figure }: PageText): CellStyle => ({
  font: { name: FACE, size: style.size, bold: style.bold, color: style.color },
  horizontal: style.align,
  vertical: style.vertical,
  ...(lines.length > 1 && { wrap: true }),
  ...(style.indent !== undefined && { indent: style.indent }),
  ...(fill !== undefined && { fill }),
  ...(isLive(figure) && { numberFormat: figure.numberFormat }),
});

const symbolStyle = ({ size, color }: PageSymbol): CellStyle => ({
  font: { name: SYMBOL_FACE, size, bold: false, color },
  horizontal: 'right',
  vertical: 'center',
});

const frameStyle = ({ color }: PageFrame): CellStyle => {
  const line: Border = { style: 'thick', color };
  return { borders: { top: line, bottom: line, left: line, right: line } };
};

const lineStyle = ({ weight, color }: PageLine): CellStyle => ({
  borders: { bottom: { style: weight >= 1 ? 'medium' : 'thin', color } },
});

const pick = <K extends PageItem['kind']>(page: MeteoPage, kind: K): Extract<PageItem, { kind: K }>[] =>
  page.items.filter((item): item is Extract<PageItem, { kind: K }> => item.kind === kind);

const iconGroup = ({ id, weather, box, altText }: PageIcon): ShapeGroupDraft => ({
  name: id === 'current' ? 'meteo.icone' : 'meteo.icone.precedente',
  altText,
  shapes: iconShapes(weather, box).map(({ shape, box: at, rotation, fill, outline }) => ({
    type: shape,
    ...at,
    rotation,
    fill,
    line: outline === null ? null : { color: ICON_OUTLINE, weight: outline },
  })),
});

const shapesOf = (page: MeteoPage): ShapeGroupDraft[] => [
  ...pick(page, 'icon').map(iconGroup),
  ...pick(page, 'arrow').map(({ box, color }) => ({
    name: 'meteo.fleche',
    altText: '→',
    shapes: [{ type: 'RightArrow', ...box, fill: color, line: null }],
  })),
];

/** Boxes that the workbook names, so that they are found again whatever becomes of the sheet. */
const NAMED: Readonly<Record<string, string>> = {
  'header.client': 'meteo.client',
  'header.title': 'meteo.titre',
  'header.period': 'meteo.periode',
  message: 'meteo.message',
  'green.value': 'meteo.valeur',
  'green.status': 'meteo.statut',
  'blue.word': 'meteo.etat',
  'blue.rule': 'meteo.regle',
  'footer.next': 'meteo.prochaine',
  'footer.preparation': 'meteo.preparation',
};

const namesOf = (page: MeteoPage, lattice: Lattice, printed: Area): NameDraft[] => {
  const sheet = page.content.sheetName;
  const name = (id: string, area: Area): NameDraft => ({ name: id, formula: `=${areaReference(sheet, area)}` });
  const boxes = pick(page, 'text').flatMap((item) => {
    const known = NAMED[item.id];
    const { row, column } = lattice.area(item.box);
    return known === undefined ? [] : [name(known, { row, column, rows: 1, columns: 1 })];
  });
  return [...boxes, name('meteo.page', printed)];
};

const lengths = (edges: readonly number[]): number[] => edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));

/** A figure of the page whose cell computes: `{ id: 'green.value', cell: "'Météo 2026-11-23'!$B$9", figure }`. */
type LiveCell = { id: string; cell: string; figure: Figure & { formula: string } };

/** The page's live cells, in the order of the page: the key figure, then each KPI's value and change. */
export const liveCells = (page: MeteoPage): LiveCell[] => {
  const lattice = new Lattice(page);
  return pick(page, 'text').flatMap(({ id, box, figure }) => {
    if (figure?.formula === undefined) return [];
    const { row, column } = lattice.area(box);
    const cell = areaReference(page.content.sheetName, { row, column, rows: 1, columns: 1 });
    return [{ id, cell, figure: { ...figure, formula: figure.formula } }];
  });
};

/** One rectangle with every text and figure of the page; cells inside merged boxes and between boxes stay as they are. */
const pageBlock = (page: MeteoPage, lattice: Lattice, { rows, columns }: Area): BlockDraft => {
  const cells = Array.from({ length: rows }, () => Array<CellDraft>(columns).fill(null));
  for (const item of [...pick(page, 'text'), ...pick(page, 'symbol')]) {
    const { row, column } = lattice.area(item.box);
    const line = cells[row];
    if (line) line[column] = cellOf(item);
  }
  return { row: 0, column: 0, cells };
};

const pageStyles = (page: MeteoPage, lattice: Lattice, printed: Area): StyleDraft[] => [
  { area: printed, style: { font: { name: FACE, size: roles.text.size, color: INK }, vertical: 'center' } },
  ...pick(page, 'text').map((item) => ({ area: lattice.area(item.box), style: textStyle(item) })),
  ...pick(page, 'symbol').map((item) => ({ area: lattice.area(item.box), style: symbolStyle(item) })),
  ...pick(page, 'line').map((item) => ({ area: lattice.above(item), style: lineStyle(item) })),
  ...pick(page, 'frame').map((item) => ({ area: lattice.area(item.box), style: frameStyle(item) })),
];

const isMerged = ({ rows, columns }: Area): boolean => rows * columns > 1;

/**
 * The page as a sheet to write: columns and rows follow the page's edges, one box is one merged range, figures are live,
 * the chart is native and its data stands right of and below the printed area, where rows and columns have ordinary sizes.
 * Borders of an area mean its outline. Names `meteo.*` point at this, the latest, page.
 */
export const meteoSheet = (page: MeteoPage): WorkbookDraft => {
  const { content } = page;
  const lattice = new Lattice(page);
  const printed: Area = { row: 0, column: 0, rows: page.rowEdges.length - 1, columns: page.columnEdges.length - 1 };
  const charts = pick(page, 'chart').map((chart: PageChart) =>
    sheetChart(chart, content.language, printed.rows + 1, printed.columns + 1),
  );
  const boxes = [...pick(page, 'text'), ...pick(page, 'symbol')].map(({ box }) => lattice.area(box));
  const sheet: SheetDraft = {
    name: content.sheetName,
    owner: 'own',
    showGridlines: false,
    activate: true,
    columns: lengths(page.columnEdges).map((width, column) => ({ column, width })),
    rows: lengths(page.rowEdges).map((height, row) => ({ row, height })),
    blocks: [pageBlock(page, lattice, printed), ...charts.map(({ data }) => data)],
    styles: [
      ...pageStyles(page, lattice, printed),
      ...charts.flatMap(({ data }) => dataStyles(data, content.green.chart.numberFormat)),
    ],
    merges: boxes.filter(isMerged),
    charts: charts.map(({ draft }) => draft),
    shapes: shapesOf(page),
    page: {
      paper: 'a4',
      orientation: content.orientation,
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 0, footer: 0 },
      printArea: printed,
      centerHorizontally: true,
      centerVertically: true,
      fit: { pagesWide: 1, pagesTall: 1 },
    },
  };
  return { sheets: [sheet], names: namesOf(page, lattice, printed) };
};

/** Small and grey: these cells are the chart's, not the reader's. */
const dataStyles = ({ row, column, cells }: BlockDraft, numberFormat: string): StyleDraft[] => {
  const columns = cells[0]?.length ?? 1;
  return [
    { area: { row, column, rows: cells.length, columns }, style: { font: { name: FACE, size: 8, color: GREY } } },
    { area: { row: row + 2, column: column + 1, rows: cells.length - 2, columns: columns - 1 }, style: { numberFormat } },
  ];
};
