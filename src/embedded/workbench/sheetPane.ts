import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { displayText } from '../model/display';
import type { OpenWorkbook } from '../serveWorkbook';
import { CellEditor } from './cellEditor';
import { columnLetters, GridView } from './gridView';
import { part } from './page';
import { areaAt, moved, type Spot } from './sheetKeys';
import type { Locale } from './words';
import { words } from './words';

const PAGE_ROWS = 25;
const FIRST: Area = { row: 0, column: 0, rows: 1, columns: 1 };

const addressOf = ({ row, column }: Spot): string => `${columnLetters(column)}${String(row + 1)}`;

/** The workbook's half of the page: the sheet with its cells, the bar above it and the tabs below. */
export class SheetPane {
  private workbook: OpenWorkbook | null = null;
  private locale: Locale = 'fr-FR';
  private seenSelection: unknown = null;
  private seenSheet: Sheet | null = null;
  private readonly areas = new WeakMap<Sheet, Area>();
  private readonly grid = new GridView(part('sheet'), (page) => this.text.page(page));
  private readonly editor: CellEditor;

  /** `onEditing` is told when the user begins and ends typing in a cell. */
  constructor(onEditing: (isEditing: boolean) => void) {
    const { grid } = this;
    this.editor = new CellEditor({
      grid,
      at: () => this.at(),
      language: () => (this.locale === 'fr-FR' ? 'fr' : 'en'),
      label: () => this.text.editor,
      onWritten: (move) => {
        this.show();
        const { row, column } = this.area;
        if (move !== 'stay') this.goTo(move === 'down' ? { row: row + 1, column } : { row, column: column + 1 });
      },
      onRefused: (code) => {
        part('status').textContent = this.text.notWritten[code] ?? this.text.notWritten.other;
      },
      onEditing,
    });
    grid.target.addEventListener('pointerdown', (event) => {
      const spot = event.target instanceof HTMLInputElement ? null : grid.cellAt(event.clientX, event.clientY);
      if (spot) this.goTo(spot, false);
    });
    grid.target.addEventListener('dblclick', (event) => {
      if (grid.cellAt(event.clientX, event.clientY)) this.editor.open();
    });
    grid.target.addEventListener('keydown', (event) => {
      this.pressed(event);
    });
    part('pages').addEventListener('change', () => {
      grid.showPages((part('pages') as HTMLInputElement).checked);
      this.show();
    });
  }

  /** Shows another workbook, or the same one in another language. */
  open(workbook: OpenWorkbook, locale: Locale): void {
    this.workbook = workbook;
    this.locale = locale;
    this.seenSelection = workbook.session.selection;
    this.show();
  }

  /** Draws what the workbook holds now; what an add-in selected since is selected and scrolled to. */
  show(): void {
    const { workbook } = this;
    if (!workbook) return;
    const { session, calculation } = workbook;
    const sheet = session.activeSheet;
    const { selection } = session;
    const isNew = selection !== null && selection !== this.seenSelection && selection.sheet === sheet;
    this.seenSelection = selection;
    this.seenSheet = sheet;
    if (isNew) this.areas.set(sheet, selection.area);
    this.grid.show(session.book, sheet, calculation, this.locale);
    this.grid.select(this.area, isNew);
    this.grid.target.setAttribute('aria-label', this.text.sheet(sheet.name));
    this.showCell();
    this.showTabs();
  }

  /** True when the selection or the active sheet is not the one that was drawn. */
  get isElsewhere(): boolean {
    const session = this.workbook?.session;
    return session !== undefined && (session.selection !== this.seenSelection || session.activeSheet !== this.seenSheet);
  }

  private get text(): (typeof words)[Locale] {
    return words[this.locale];
  }

  private get area(): Area {
    const sheet = this.workbook?.session.activeSheet;
    return (sheet && this.areas.get(sheet)) ?? FIRST;
  }

  private at(): { session: OpenWorkbook['session']; sheet: Sheet; area: Area } | null {
    if (!this.workbook) return null;
    const { session } = this.workbook;
    return { session, sheet: session.activeSheet, area: this.area };
  }

  private goTo(spot: Spot, scrolls = true): void {
    const at = this.at();
    if (!at) return;
    const area = areaAt(at.sheet, spot);
    this.areas.set(at.sheet, area);
    at.session.select(at.sheet, area);
    this.seenSelection = at.session.selection;
    part('status').textContent = '';
    this.grid.select(area, scrolls);
    this.showCell(true);
  }

  private showCell(speaks = false): void {
    const at = this.at();
    if (!at) return;
    const address = addressOf(at.area);
    const cell = at.sheet.cell(at.area.row, at.area.column);
    const { styles, date1904 } = at.session.book;
    const shown = displayText(cell?.value ?? null, styles.get(cell?.style ?? 0).numberFormat, date1904, this.locale);
    part('cell-name').textContent = address;
    part('content').textContent = this.editor.content();
    if (speaks) part('spoken').textContent = shown ? this.text.cell(address, shown) : this.text.emptyCell(address);
  }

  private showTabs(): void {
    const { workbook } = this;
    if (!workbook) return;
    const { book, activeSheet } = workbook.session;
    const hadFocus = part('tabs').contains(document.activeElement);
    const sheets = book.sheets.filter(({ visibility }) => visibility === 'Visible');
    const tabs = sheets.map((sheet, index) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.textContent = sheet.name;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(sheet === activeSheet));
      tab.setAttribute('aria-controls', 'panel');
      tab.tabIndex = sheet === activeSheet ? 0 : -1;
      if (sheet.tabColor) tab.style.setProperty('--tab', sheet.tabColor);
      tab.addEventListener('click', () => {
        this.activate(sheet);
      });
      tab.addEventListener('keydown', ({ key }) => {
        const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
        const next = step === 0 ? undefined : sheets[(index + step + sheets.length) % sheets.length];
        if (next) this.activate(next);
      });
      return tab;
    });
    part('tabs').replaceChildren(...tabs);
    part('tabs').setAttribute('aria-label', this.text.tabs);
    part('panel').setAttribute('aria-label', activeSheet.name);
    const current = tabs.find((tab) => tab.tabIndex === 0);
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) current?.focus();
  }

  private activate(sheet: Sheet): void {
    this.workbook?.session.activate(sheet);
    this.show();
  }

  private pressed(event: KeyboardEvent): void {
    const at = this.at();
    if (!at || event.altKey || event.metaKey) return;
    const { key, ctrlKey } = event;
    const spot = moved(at.sheet, at.area, key, ctrlKey, { ...this.grid.size, page: PAGE_ROWS });
    if (ctrlKey && (key === 'PageDown' || key === 'PageUp')) this.turn(key === 'PageDown' ? 1 : -1);
    else if (spot) this.goTo(spot);
    else if (key === 'F2' || key === 'Enter') this.editor.open();
    else if (key === 'Delete' || key === 'Backspace') this.editor.clear();
    else if (key.length === 1 && !ctrlKey) this.editor.open(key);
    else return;
    event.preventDefault();
  }

  /** To the next visible sheet, or the one before. */
  private turn(step: 1 | -1): void {
    const at = this.at();
    const sheets = at?.session.book.sheets.filter(({ visibility }) => visibility === 'Visible') ?? [];
    const next = at && sheets[sheets.indexOf(at.sheet) + step];
    if (next) this.activate(next);
  }
}
