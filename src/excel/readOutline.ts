import type { Area } from '../core/sheet/address';
import type { NameSnapshot, SheetSnapshot } from '../core/sheet/snapshot';
import type { Steps } from '../core/steps';
import type { Conversation } from './conversation';
import { askPivots, pivotOutlines, type PivotOutline } from './readPivots';

export type SheetOutline = Pick<SheetSnapshot, 'name' | 'position' | 'visibility' | 'protected'> & {
  /** Cells with content; null when there are none. */
  used: Area | null;
};

export type Outline = {
  sheets: readonly SheetOutline[];
  tables: readonly { name: string; hasHeaders: boolean; hasTotals: boolean }[];
  names: readonly NameSnapshot[];
  /** null where they were not asked for, or Excel cannot tell. */
  pivots: readonly PivotOutline[] | null;
  structureProtected: boolean;
  readOnly: boolean;
};

/**
 * Sheets that the first trip reaches by walking from tab to tab. A sheet's used range can only be asked for through the
 * sheet, so without knowing the names this walk is what saves a trip; a workbook with more sheets costs one more.
 */
const WALK = 40;

type Walked = { sheet: Excel.Worksheet; used: Excel.Range };

const look = (sheet: Excel.Worksheet): Walked => ({
  sheet: sheet.load('name,position,visibility,protection/protected'),
  used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
});

function* walk(sheets: Excel.WorksheetCollection): Steps<Walked[]> {
  const walked: Walked[] = [];
  let sheet = sheets.getFirst(false);
  for (let step = 0; step < WALK; step++) {
    walked.push(look(sheet));
    sheet = sheet.getNextOrNullObject(false);
    yield undefined;
  }
  return walked;
}

function* lookAt(sheets: Iterable<Excel.Worksheet>): Steps<Walked[]> {
  const walked: Walked[] = [];
  for (const sheet of sheets) {
    walked.push(look(sheet));
    yield undefined;
  }
  return walked;
}

const visibilities: Record<string, SheetSnapshot['visibility']> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

const outlined = ({ sheet, used }: Walked): SheetOutline => ({
  name: sheet.name,
  position: sheet.position,
  visibility: visibilities[sheet.visibility] ?? 'visible',
  protected: sheet.protection.protected,
  used: used.isNullObject
    ? null
    : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount },
});

/** What the workbook is made of and how large it is, in one trip (two above 40 sheets). */
export const readOutline = async (
  conversation: Conversation,
  wanted: readonly string[] | undefined,
  withPivots: boolean,
): Promise<Outline> => {
  const context = conversation.context();
  const { workbook } = context;
  const sheets = workbook.worksheets;
  const tables = workbook.tables.load('items/name,items/showHeaders,items/showTotals');
  const names = workbook.names.load('items/name,items/formula');
  const protection = workbook.protection.load('protected');
  workbook.load('readOnly');
  const pivots = withPivots ? askPivots(workbook) : null;
  if (!wanted) sheets.load('items/name');
  const walked = await conversation.during(
    wanted ? lookAt(wanted.map((name) => sheets.getItemOrNullObject(name))) : walk(sheets),
  );
  await conversation.sync(context, 'reading', 0, 0);
  if (!wanted && sheets.items.length > walked.length) {
    walked.push(...(await conversation.during(lookAt(sheets.items.slice(walked.length)))));
    await conversation.sync(context, 'reading', 0, sheets.items.length);
  }
  return {
    sheets: walked.filter(({ sheet }) => !sheet.isNullObject).map(outlined),
    tables: tables.items.map((table) => ({ name: table.name, hasHeaders: table.showHeaders, hasTotals: table.showTotals })),
    names: names.items.map(({ name, formula }) => ({ name, formula })),
    pivots: pivots && pivotOutlines(pivots),
    structureProtected: protection.protected,
    readOnly: workbook.readOnly,
  };
};
