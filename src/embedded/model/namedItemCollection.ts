import type { DefinedName } from '../book/book';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { fullAddress } from './address';
import { text } from './checks';
import type { ExcelApi } from './excelApi';
import { isValidFormula } from './formulaText';
import { NamedItem } from './namedItem';
import { notFound } from './notFound';
import { requireWritable } from './protectionRules';
import { RangePosition } from './rangePosition';
import type { Session } from './session';
import { isTakenByOther, isValidName } from './tableNames';

/** Excel keeps print areas and the like as names that begin so; the API does not show them. */
const isBuiltIn = (name: DefinedName): boolean => name.name.startsWith('_xlnm.');

/** Defined names of the workbook, or of one sheet. */
export class NamedItemCollection {
  static readonly api = {
    name: 'NamedItemCollection',
    methods: ['add', 'addFormulaLocal', 'getCount', 'getItem', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'NamedItemCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet | null,
  ) {}

  private get found(): DefinedName[] {
    return this.session.book.names.filter((name) => !isBuiltIn(name) && (name.sheet ?? null) === this.sheet);
  }
  get items(): NamedItem[] {
    return this.found.map((data) => new NamedItem(this.session, data));
  }
  getCount(): number {
    return this.found.length;
  }
  getItem(name: unknown): NamedItem {
    return this.getItemOrNullObject(name) ?? notFound();
  }
  getItemOrNullObject(name: unknown): NamedItem | null {
    const wanted = text(name).toLowerCase();
    const data = this.found.find((candidate) => candidate.name.toLowerCase() === wanted);
    return data ? new NamedItem(this.session, data) : null;
  }

  /** `reference` is a range, or a formula (`=0.2`, `=Feuil1!$A$1`); a text without `=` is that text. */
  add(name: unknown, reference: unknown, comment: unknown): NamedItem {
    if (reference instanceof RangePosition) {
      reference.requireSheet();
      return this.create(name, fullAddress(reference.sheet.name, reference.area, true), comment);
    }
    if (typeof reference === 'string' && reference.startsWith('=')) return this.create(name, reference.slice(1), comment);
    if (typeof reference === 'string') return this.create(name, `"${reference.replaceAll('"', '""')}"`, comment);
    if (typeof reference === 'number' || typeof reference === 'boolean')
      return this.create(name, String(reference).toUpperCase(), comment);
    throw new ApiError('InvalidArgument');
  }
  addFormulaLocal(name: unknown, formula: unknown, comment: unknown): NamedItem {
    return this.create(name, text(formula).replace(/^=/, ''), comment);
  }

  private create(given: unknown, formula: string, comment: unknown): NamedItem {
    requireWritable(this.session);
    const name = text(given);
    if (!isValidName(name) || formula === '' || !isValidFormula(formula)) throw new ApiError('InvalidArgument');
    const taken =
      this.sheet === null
        ? isTakenByOther(this.session.book, name, null)
        : this.found.some((other) => other.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new ApiError('ItemAlreadyExists');
    const data: DefinedName = { name, formula, hidden: false, comment: text(comment ?? undefined, '') };
    if (this.sheet) data.sheet = this.sheet;
    this.session.book.names.push(data);
    this.session.book.touched = true;
    this.session.structureChanged();
    return new NamedItem(this.session, data);
  }
}
