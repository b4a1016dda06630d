import type { Area } from '../book/cell';
import type { Note as NoteData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { containsCell } from './address';
import { integer, text } from './checks';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { findPlace, rangeArgument } from './places';
import { requireEditable } from './protectionRules';
import { Range } from './range';
import type { Session } from './session';

const requireEditableNote = (session: Session, sheet: Sheet, { row, column }: Pick<NoteData, 'row' | 'column'>): void =>
  requireEditable(session, sheet, { row, column, rows: 1, columns: 1 });

/** Takes the notes off the cells of an area. */
export const removeNotes = (sheet: Sheet, area: Area): void => {
  const kept = sheet.notes.filter(({ row, column }) => !containsCell(area, row, column));
  if (kept.length === sheet.notes.length) return;
  sheet.notes = kept;
  sheet.touch('notes');
};

/** A note of a cell. Its size is Excel's to choose here. */
export class Note {
  static readonly api = {
    name: 'Note',
    scalars: ['authorName', 'content'],
    methods: ['delete', 'getLocation'],
  } satisfies ExcelApi<'Note'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly data: NoteData,
  ) {}

  get authorName(): string {
    return this.data.author;
  }
  get content(): string {
    return this.data.text;
  }
  set content(value: unknown) {
    const content = text(value);
    requireEditableNote(this.session, this.sheet, this.data);
    this.data.text = content;
    this.sheet.touch('notes');
  }
  delete(): void {
    requireEditableNote(this.session, this.sheet, this.data);
    this.sheet.notes = this.sheet.notes.filter((note) => note !== this.data);
    this.sheet.touch('notes');
  }
  getLocation(): Range {
    const { row, column } = this.data;
    return new Range(this.session, this.sheet, { row, column, rows: 1, columns: 1 });
  }
}

/** The notes of a sheet. */
export class NoteCollection {
  static readonly api = {
    name: 'NoteCollection',
    methods: ['add', 'getCount', 'getItem', 'getItemAt', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'NoteCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
  ) {}

  get items(): Note[] {
    return this.sheet.notes.map((note) => new Note(this.session, this.sheet, note));
  }
  getCount(): number {
    return this.sheet.notes.length;
  }
  /** One note a cell: a second one is refused, as in Excel. */
  add(cellAddress: unknown, content: unknown): Note {
    const { sheet, area } = rangeArgument(this.session, cellAddress, this.sheet);
    if (sheet !== this.sheet || area.rows * area.columns !== 1) throw new ApiError('InvalidArgument');
    const { row, column } = area;
    requireEditableNote(this.session, sheet, area);
    if (sheet.notes.some((note) => note.row === row && note.column === column)) throw new ApiError('ItemAlreadyExists');
    const note: NoteData = { row, column, text: text(content), author: '' };
    sheet.notes.push(note);
    sheet.touch('notes');
    return new Note(this.session, sheet, note);
  }
  /** By the address of its cell. */
  getItem(key: unknown): Note {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Note | null {
    const place = findPlace(this.session, text(key), this.sheet);
    if (place?.sheet !== this.sheet) return null;
    const note = this.sheet.notes.find(({ row, column }) => row === place.area.row && column === place.area.column);
    return note ? new Note(this.session, this.sheet, note) : null;
  }
  getItemAt(index: unknown): Note {
    return this.items[integer(index)] ?? notFound();
  }
}
