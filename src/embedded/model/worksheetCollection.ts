import { flag, text } from './checks';
import { excelEvents } from './excelEvents';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import type { Session } from './session';
import { addSheet } from './sheetChanges';
import { Worksheet } from './worksheet';

/** The sheets of the workbook, left to right. */
export class WorksheetCollection {
  static readonly api = {
    name: 'WorksheetCollection',
    methods: ['add', 'getActiveWorksheet', 'getCount', 'getFirst', 'getItem', 'getItemOrNullObject', 'getLast'],
    events: {
      onActivated: excelEvents.activated,
      onAdded: excelEvents.added,
      onChanged: excelEvents.changed,
      onDeactivated: excelEvents.deactivated,
      onDeleted: excelEvents.deleted,
      onSelectionChanged: excelEvents.selectionChanged,
    },
    collection: true,
  } satisfies ExcelApi<'WorksheetCollection'>;

  constructor(private readonly session: Session) {}

  get items(): Worksheet[] {
    return this.session.book.sheets.map((sheet) => new Worksheet(this.session, sheet));
  }

  /** Adds an empty sheet at the end; it does not become the active one. */
  add(name: unknown): Worksheet {
    return new Worksheet(this.session, addSheet(this.session, name === undefined ? undefined : text(name)));
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.session, this.session.activeSheet);
  }
  getCount(visibleOnly: unknown): number {
    return this.among(visibleOnly).length;
  }
  getFirst(visibleOnly: unknown): Worksheet {
    return this.among(visibleOnly)[0] ?? notFound();
  }
  getLast(visibleOnly: unknown): Worksheet {
    return this.among(visibleOnly).at(-1) ?? notFound();
  }
  /** By name or id. */
  getItem(key: unknown): Worksheet {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Worksheet | null {
    const wanted = text(key);
    const sheet =
      this.session.book.sheets.find((candidate) => candidate.id.toLowerCase() === wanted.toLowerCase()) ??
      this.session.book.sheet(wanted);
    return sheet ? new Worksheet(this.session, sheet) : null;
  }

  private among(visibleOnly: unknown): Worksheet[] {
    const onlyVisible = flag(visibleOnly, false);
    return this.items.filter((item) => !onlyVisible || item.visibility === 'Visible');
  }
}
