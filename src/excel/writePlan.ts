import { problem, type Problem } from '../core/problem';
import type { CellDraft, NameDraft, NoteDraft, SheetDraft, TableDraft, WorkbookDraft } from '../core/sheet/draft';
import type { SheetSnapshot, WorkbookSnapshot } from '../core/sheet/snapshot';
import type { Steps } from '../core/steps';
import type { Capabilities } from './requirementSets';
import { constantsOf, formulasOf, inBands, textBytes, type WrittenBlock } from './writeCells';
import { writeChart } from './writeCharts';
import { rangeOf } from './range';
import { writeConditionalFormats, writeFormats, writeValidations } from './writeFormats';
import { writeLinks } from './writeLinks';
import { writeNotes, type NotesToWrite } from './writeNotes';
import { writeSheetSettings } from './writePage';
import { writeShapes } from './writeShapes';
import { emptySheet, isOurs, removeDrawings } from './writeSheet';
import { planTable, removeRows, writeTable, type TablePlan } from './writeTables';

/** Bytes that one request carries at most. Excel on the web refuses 5 MB. */
export const BYTES_PER_TRIP = 4_000_000;

/** A property set or a method called, on the wire, with its share of the object paths. */
const ACTION_BYTES = 250;

/**
 * Part of a write that is done as a whole: its statements follow each other in one request. Those that are many are put
 * together in steps of some milliseconds.
 */
export type Step = { bytes: number; run: (workbook: Excel.Workbook) => Steps<void> | void };

/** A sheet's draft beside what is there now. */
export type SheetPlan = { draft: SheetDraft; before: SheetSnapshot | undefined; tables: readonly TablePlan[] };

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const textOf = (cell: CellDraft | undefined): string => (cell && 'text' in cell ? cell.text : '');

/** Header texts that the draft's blocks put into a table's first row. */
const headersOf = (draft: SheetDraft, { area }: TableDraft): string[] =>
  Array.from({ length: area.columns }, (_, offset) => {
    const column = area.column + offset;
    const block = draft.blocks?.find(
      ({ row, column: first, cells }) => area.row >= row && textOf(cells[area.row - row]?.[column - first]) !== '',
    );
    return block ? textOf(block.cells[area.row - block.row]?.[column - block.column]) : '';
  });

export const planSheet = (draft: SheetDraft, snapshot: WorkbookSnapshot, { resizeTables }: Capabilities): SheetPlan => {
  const before = snapshot.sheets.find(({ name }) => sameName(name, draft.existing ?? draft.name));
  const tables = (draft.tables ?? []).map((table) => planTable(table, headersOf(draft, table), snapshot, before, resizeTables));
  return { draft, before, tables };
};

/** Why the drafts cannot be written, seen before anything is sent; null when they can. */
export const obstacle = (plans: readonly SheetPlan[], snapshot: WorkbookSnapshot): Problem | null => {
  if (snapshot.readOnly) return problem('read-only', {});
  const added = plans.filter(({ before }) => !before);
  if (snapshot.structureProtected && added.length > 0)
    return problem('workbook-protected', { sheets: added.map(({ draft }) => draft.name).join(', ') });
  for (const { draft, before } of plans) {
    if (!before) continue;
    if (before.protected) return problem('sheet-protected', {}, { sheet: before.name });
    if (draft.owner === 'own' && draft.existing === undefined && !isOurs(before, snapshot))
      return problem('sheet-name-taken', { name: before.name }, { sheet: before.name });
  }
  return null;
};

const open = (plan: SheetPlan): Step => {
  const { draft, before } = plan;
  return {
    bytes: ACTION_BYTES * 2,
    run: ({ worksheets }) => {
      if (!before) worksheets.add(draft.name);
      else if (before.name !== draft.name) worksheets.getItem(before.name).name = draft.name;
    },
  };
};

const empty = ({ draft, before, tables }: SheetPlan): Step[] =>
  before
    ? [
        {
          bytes: ACTION_BYTES * 20,
          run: ({ worksheets }) => {
            const sheet = worksheets.getItem(draft.name);
            if (draft.owner === 'own') emptySheet(sheet, draft, before, tables);
            removeDrawings(sheet, draft, before);
          },
        },
      ]
    : [];

/** Bytes of cells that one statement carries at most: office.js looks through all of them when it is made. */
const BYTES_PER_BLOCK = 250_000;

function* cells(draft: SheetDraft, block: WrittenBlock): Steps<Step[]> {
  const bands = yield* inBands(block, BYTES_PER_BLOCK);
  return bands.map((band) => ({
    bytes: ACTION_BYTES + band.bytes,
    run: ({ worksheets }) => {
      rangeOf(worksheets.getItem(draft.name), band.area).formulas = band.cells;
    },
  }));
}

function* blocksOf(plans: readonly SheetPlan[], pick: typeof constantsOf): Steps<Step[]> {
  const steps: Step[] = [];
  for (const { draft } of plans)
    for (const block of draft.blocks ?? []) {
      const written = yield* pick(block);
      if (written) steps.push(...(yield* cells(draft, written)));
    }
  return steps;
}

/**
 * One text for all the cells of an area: Excel puts it into each of them, and in R1C1 it means the cells around each, however
 * many there are. The typings only know the matrix.
 */
const fills = ({ draft }: SheetPlan): Step[] =>
  (draft.fills ?? []).map(({ area, formulaR1C1 }) => ({
    bytes: ACTION_BYTES + textBytes(formulaR1C1),
    run: ({ worksheets }) => {
      rangeOf(worksheets.getItem(draft.name), area).formulasR1C1 = formulaR1C1 as unknown as string[][];
    },
  }));

const release = ({ tables }: SheetPlan): Step[] =>
  tables
    .filter(({ replaced }) => replaced)
    .map(({ draft }) => ({ bytes: ACTION_BYTES, run: (workbook) => void workbook.tables.getItem(draft.name).convertToRange() }));

/** Tables that get smaller first, new ones last: one may come to stand where another one has been. */
const turn = ({ draft: { area }, kept }: TablePlan): number =>
  !kept ? 2 : area.rows <= kept.area.rows && area.columns <= kept.area.columns ? 0 : 1;

const tablesOf = ({ draft, tables }: SheetPlan): Step[] =>
  [...tables]
    .sort((one, other) => turn(one) - turn(other))
    .map((plan) => ({
      bytes: ACTION_BYTES * 5,
      run: ({ worksheets }) => writeTable(worksheets.getItem(draft.name), plan),
    }));

const removals = ({ draft }: SheetPlan): Step[] =>
  (draft.removedRows ?? []).map((removed) => ({
    bytes: ACTION_BYTES * removed.rows.length,
    run: ({ worksheets }) => removeRows(worksheets.getItem(draft.name), removed),
  }));

const name = (draft: NameDraft, snapshot: Pick<WorkbookSnapshot, 'names'>): Step => ({
  bytes: ACTION_BYTES + draft.formula.length * 2,
  run: ({ names }) => {
    if (snapshot.names.some((known) => sameName(known.name, draft.name))) names.getItem(draft.name).formula = draft.formula;
    else names.add(draft.name, draft.formula, draft.comment);
  },
});

const formatActions = (draft: SheetDraft): number =>
  (draft.links?.length ?? 0) * 5 +
  (draft.styles?.length ?? 0) * 5 +
  (draft.merges?.length ?? 0) +
  (draft.rows?.length ?? 0) +
  (draft.columns?.length ?? 0) +
  20;

const formats = ({ draft }: SheetPlan): Step => ({
  bytes: formatActions(draft) * ACTION_BYTES,
  *run({ worksheets }) {
    const sheet = worksheets.getItem(draft.name);
    yield* writeLinks(sheet, draft.links ?? []);
    yield* writeFormats(sheet, draft);
    yield* writeConditionalFormats(sheet, draft.conditionalFormats ?? []);
    yield* writeValidations(sheet, draft.validations ?? []);
  },
});

const notesOf = (draft: SheetDraft, notes: readonly NoteDraft[]): Step[] =>
  notes.length === 0
    ? []
    : [
        {
          bytes: notes.reduce((sum, { text }) => sum + ACTION_BYTES * 4 + textBytes(text), 0),
          run: ({ worksheets }) => writeNotes(worksheets.getItem(draft.name), notes),
        },
      ];

const drawings = ({ draft }: SheetPlan): Step[] => [
  ...(draft.charts ?? []).map((chart) => ({
    bytes: (40 + chart.series.length * 30) * ACTION_BYTES,
    run: ({ worksheets }: Excel.Workbook) => writeChart(worksheets.getItem(draft.name), chart),
  })),
  ...(draft.shapes ?? []).map((group) => ({
    bytes: (4 + group.shapes.length * 10) * ACTION_BYTES,
    run: ({ worksheets }: Excel.Workbook) => writeShapes(worksheets.getItem(draft.name), group),
  })),
];

const settings = ({ draft }: SheetPlan): Step => ({
  bytes: 25 * ACTION_BYTES,
  run: ({ worksheets }) => writeSheetSettings(worksheets.getItem(draft.name), draft),
});

/**
 * Everything a write does, in the order in which nothing refers to what is not there yet: sheets, constants, tables, names,
 * formulas, formats, drawings, pages. What the user looks at changes last.
 */
export function* stepsOf(
  draft: WorkbookDraft,
  plans: readonly SheetPlan[],
  snapshot: Pick<WorkbookSnapshot, 'names'>,
  notes: NotesToWrite = new Map(),
): Steps<Step[]> {
  const each = (make: (plan: SheetPlan) => Step[]): Step[] => plans.flatMap(make);
  const shown = draft.sheets.find(({ activate }) => activate);
  return [
    ...plans.map(open),
    ...each(release),
    ...each(empty),
    ...(yield* blocksOf(plans, constantsOf)),
    ...each(tablesOf),
    ...each(removals),
    ...draft.names.map((item) => name(item, snapshot)),
    ...(yield* blocksOf(plans, formulasOf)),
    ...each(fills),
    ...plans.map(formats),
    ...each(({ draft: sheet }) => notesOf(sheet, notes.get(sheet) ?? [])),
    ...each(drawings),
    ...plans.map(settings),
    ...(shown
      ? [{ bytes: ACTION_BYTES, run: ({ worksheets }: Excel.Workbook) => worksheets.getItem(shown.name).activate() }]
      : []),
  ];
}

/** Steps grouped into requests of at most `bytes` each, in order. */
export const requests = (steps: readonly Step[], bytes: number): Step[][] => {
  const groups: Step[][] = [];
  let room = 0;
  for (const step of steps) {
    const group = groups.at(-1);
    if (group && step.bytes <= room) group.push(step);
    else {
      groups.push([step]);
      room = bytes;
    }
    room -= step.bytes;
  }
  return groups;
};
