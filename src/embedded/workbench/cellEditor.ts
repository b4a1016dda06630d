import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { displayText } from '../model/display';
import type { Session } from '../model/session';
import { wireFormula, writeGrid } from '../model/writing';
import { ApiError } from '../richapi/apiError';
import type { GridView } from './gridView';
import { typedEntry } from './typedEntry';

/** The selected sheet and cells; null before a workbook is open. */
type At = () => { session: Session; sheet: Sheet; area: Area } | null;

type EditorOptions = {
  grid: GridView;
  at: At;
  language: () => 'fr' | 'en';
  /** Name of the field. */
  label: () => string;
  /** Cells were written: the way in which to go on. */
  onWritten: (move: 'down' | 'right' | 'stay') => void;
  onRefused: (code: string) => void;
  /** The user begins or ends typing: meanwhile Excel answers no add-in. */
  onEditing: (isEditing: boolean) => void;
};

/** The content of a cell as it is typed: a formula, a number with its reader's comma, a date as it is shown. */
const contentOf = ({ session, sheet, area }: NonNullable<ReturnType<At>>, language: 'fr' | 'en'): string => {
  const cell = sheet.cell(area.row, area.column);
  const content = wireFormula(cell);
  if (typeof content !== 'number') return String(content);
  const { numberFormat } = session.book.styles.get(cell?.style ?? 0);
  if (/[dmyh]/i.test(numberFormat.replaceAll(/"[^"]*"|\[[^\]]*\]/g, '')) && numberFormat !== 'General')
    return displayText(content, numberFormat, session.book.date1904);
  return language === 'fr' ? String(content).replace('.', ',') : String(content);
};

/** Writes into a cell as a person would: Excel's checks, then everything that depends on it recalculated. */
const write = ({ session, sheet, area }: NonNullable<ReturnType<At>>, text: string, language: 'fr' | 'en'): string | null => {
  const { input, numberFormat } = typedEntry(text, language);
  const style = sheet.cell(area.row, area.column)?.style ?? 0;
  try {
    writeGrid(session, sheet, { row: area.row, column: area.column, rows: 1, columns: 1 }, input);
    if (numberFormat !== undefined && session.book.styles.get(style).numberFormat === 'General') {
      const { value = null } = sheet.cell(area.row, area.column) ?? {};
      sheet.setCell(area.row, area.column, { value, style: session.book.styles.derive(style, { numberFormat }) });
    }
    session.endBatch();
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
};

/** The field over the selected cell: it opens on a key, F2 or a double click, and writes what was typed. */
export class CellEditor {
  private readonly field = document.createElement('input');
  private isOpen = false;

  constructor(private readonly options: EditorOptions) {
    const { field } = this;
    field.className = 'editor';
    field.hidden = true;
    options.grid.target.append(field);
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter') this.commit('down');
      else if (event.key === 'Tab') this.commit('right');
      else if (event.key === 'Escape') this.close();
      else return;
      event.preventDefault();
    });
    field.addEventListener('blur', () => {
      this.commit('stay');
    });
  }

  /** Opens on the selected cell, with its content or with what was just typed. */
  open(typed?: string): void {
    const at = this.options.at();
    if (!at) return;
    const { left, top, width, height } = this.options.grid.placeOf(at.area);
    const { scrollLeft, scrollTop } = this.options.grid.target;
    this.field.style.cssText = `left:${String(left + scrollLeft - 1)}px;top:${String(top + scrollTop - 1)}px;min-width:${String(Math.max(90, width + 1))}px;height:${String(Math.max(22, height + 1))}px`;
    this.field.value = typed ?? contentOf(at, this.options.language());
    this.field.setAttribute('aria-label', this.options.label());
    this.field.hidden = false;
    this.isOpen = true;
    this.options.onEditing(true);
    this.field.focus({ preventScroll: true });
    if (typed === undefined) this.field.select();
  }

  /** Empties the selected cell. */
  clear(): void {
    this.put('', 'stay');
  }

  /** What the selected cell holds, as it would be typed. */
  content(): string {
    const at = this.options.at();
    return at ? contentOf(at, this.options.language()) : '';
  }

  private commit(move: 'down' | 'right' | 'stay'): void {
    if (!this.isOpen) return;
    const { value } = this.field;
    const isChanged = value !== this.content();
    this.close(move !== 'stay');
    if (isChanged) this.put(value, move);
    else this.options.onWritten(move);
  }

  private put(text: string, move: 'down' | 'right' | 'stay'): void {
    const at = this.options.at();
    const refusal = at ? write(at, text, this.options.language()) : null;
    if (refusal === null) this.options.onWritten(move);
    else this.options.onRefused(refusal);
  }

  private close(focuses = true): void {
    if (this.isOpen) this.options.onEditing(false);
    this.isOpen = false;
    this.field.hidden = true;
    if (focuses) this.options.grid.target.focus({ preventScroll: true });
  }
}
