import type { DefinedName } from '../book/book';
import { CellError } from '../book/cell';
import { ApiError } from '../richapi/apiError';
import { fullAddress } from './address';
import { flag, text } from './checks';
import type { ExcelApi } from './excelApi';
import { isValidFormula } from './formulaText';
import { notFound } from './notFound';
import { placeOfFormula, type Place } from './places';
import { requireWritable } from './protectionRules';
import { Range } from './range';
import type { Session } from './session';
import { Worksheet } from './worksheet';

/** A defined name. */
export class NamedItem {
  static readonly api = {
    name: 'NamedItem',
    scalars: ['comment', 'formula', 'name', 'scope', 'type', 'value', 'visible'],
    navigation: ['worksheet', 'worksheetOrNullObject'],
    methods: ['delete', 'getRange', 'getRangeOrNullObject'],
    key: 'name',
  } satisfies ExcelApi<'NamedItem'>;

  constructor(
    private readonly session: Session,
    private readonly data: DefinedName,
  ) {}

  get name(): string {
    return this.data.name;
  }
  get comment(): string {
    return this.data.comment;
  }
  set comment(value: unknown) {
    this.change(() => (this.data.comment = text(value)));
  }
  get formula(): string {
    return `=${this.data.formula}`;
  }
  set formula(value: unknown) {
    const formula = text(value).replace(/^=/, '');
    if (formula === '' || !isValidFormula(formula)) throw new ApiError('InvalidArgument');
    if (formula === this.data.formula) return;
    this.change(() => (this.data.formula = formula));
    this.session.structureChanged();
  }
  get visible(): boolean {
    return !this.data.hidden;
  }
  set visible(value: unknown) {
    const visible = flag(value);
    this.change(() => (this.data.hidden = !visible));
  }
  get scope(): string {
    return this.data.sheet ? 'Worksheet' : 'Workbook';
  }

  private get place(): Place | null {
    return placeOfFormula(this.session, this.data.formula, this.data.sheet ?? null);
  }
  /** What the formula is; one that neither refers to cells nor is a constant counts as a text. */
  get type(): string {
    if (this.place) return 'Range';
    const constant = this.constant;
    if (constant instanceof CellError) return 'Error';
    if (typeof constant === 'number') return Number.isInteger(constant) ? 'Integer' : 'Double';
    return typeof constant === 'boolean' ? 'Boolean' : 'String';
  }
  /** The address of a range, the value of a constant, or, of any other formula, its text. */
  get value(): string | number | boolean {
    const { place, constant } = this;
    if (place) return fullAddress(place.sheet.name, place.area, true);
    if (constant === null) return this.formula;
    return constant instanceof CellError ? constant.code : constant;
  }
  private get constant(): number | string | boolean | CellError | null {
    const { formula } = this.data;
    if (/^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(formula)) return Number(formula);
    if (/^(?:TRUE|FALSE)$/i.test(formula)) return formula.toUpperCase() === 'TRUE';
    if (formula.includes('#REF!')) return CellError.of('#REF!');
    const quoted = /^"((?:[^"]|"")*)"$/.exec(formula);
    return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : null;
  }

  getRange(): Range {
    return this.getRangeOrNullObject() ?? notFound();
  }
  getRangeOrNullObject(): Range | null {
    const { place } = this;
    return place && new Range(this.session, place.sheet, place.area);
  }
  get worksheet(): Worksheet {
    const worksheet = this.worksheetOrNullObject;
    if (!worksheet) throw new ApiError('ItemNotFound');
    return worksheet;
  }
  get worksheetOrNullObject(): Worksheet | null {
    return this.data.sheet ? new Worksheet(this.session, this.data.sheet) : null;
  }
  delete(): void {
    this.change(() => {
      this.session.book.names = this.session.book.names.filter((other) => other !== this.data);
    });
    this.session.structureChanged();
  }
  private change(apply: () => void): void {
    requireWritable(this.session);
    apply();
    this.session.book.touched = true;
  }
}
