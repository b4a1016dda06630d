import type { Sheet } from './sheet';
import type { StyleTable } from './style';

export type DefinedName = {
  name: string;
  /** Without `=`. */ formula: string;
  /** Sheet it is local to. */ sheet?: Sheet;
  hidden: boolean;
  comment: string;
};

/** A workbook in memory: what the API drives, the calculation evaluates, and a file is read into and saved from. */
export class Book {
  readonly sheets: Sheet[] = [];
  names: DefinedName[] = [];
  activeSheet = 0;
  date1904 = false;
  structureProtected = false;
  /** The file holds a password hash for the structure's protection: it cannot be taken off here. */
  structureHasPassword = false;
  /** Names, sheets, order or visibility changed: workbook.xml is rewritten where it must. */
  touched = false;
  /** Settings the add-in keeps in the file (Office.js `Settings`): name to JSON text. */
  readonly settings = new Map<string, string>();

  constructor(
    readonly styles: StyleTable,
    public fileName = 'Classeur1.xlsx',
  ) {}

  /** Sheet by name, case-insensitive as in Excel. */
  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** Table by name, with its sheet. */
  table(name: string): { sheet: Sheet; table: Sheet['tables'][number] } | undefined {
    const wanted = name.toLowerCase();
    for (const sheet of this.sheets)
      for (const table of sheet.tables) if (table.name.toLowerCase() === wanted) return { sheet, table };
    return undefined;
  }
}
