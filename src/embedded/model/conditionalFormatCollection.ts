import type { Area } from '../book/cell';
import type { ConditionalFormat as FormatData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { intersection } from './address';
import { integer, oneOf, text } from './checks';
import { CONDITIONAL_TYPES, ConditionalFormat } from './conditionalFormat';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { requireFormattable } from './protectionRules';
import type { Session } from './session';
import { removeConditionalFormats } from './writing';

/** Conditional formats that meet a range, first in priority first. */
export class ConditionalFormatCollection {
  static readonly api = {
    name: 'ConditionalFormatCollection',
    methods: ['add', 'clearAll', 'getCount', 'getItem', 'getItemAt', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'ConditionalFormatCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {}

  private get found(): FormatData[] {
    return this.sheet.conditionalFormats
      .filter((format) => format.areas.some((area) => this.areas.some((mine) => intersection(area, mine))))
      .sort((one, other) => one.priority - other.priority);
  }
  get items(): ConditionalFormat[] {
    return this.found.map((data) => new ConditionalFormat(this.session, this.sheet, data));
  }
  getCount(): number {
    return this.found.length;
  }
  getItem(id: unknown): ConditionalFormat {
    return this.getItemOrNullObject(id) ?? notFound();
  }
  getItemOrNullObject(id: unknown): ConditionalFormat | null {
    const wanted = text(id);
    const data = this.found.find((format) => format.id === wanted);
    return data ? new ConditionalFormat(this.session, this.sheet, data) : null;
  }
  getItemAt(index: unknown): ConditionalFormat {
    return this.items[integer(index)] ?? notFound();
  }

  /** A new format comes before all others, as in Excel; its rule is given afterwards. */
  add(type: unknown): ConditionalFormat {
    requireFormattable(this.session, this.sheet);
    const kind = oneOf(type, CONDITIONAL_TYPES);
    const rule = blankRule(kind);
    for (const format of this.sheet.conditionalFormats) format.priority++;
    const data: FormatData = {
      id: `{${crypto.randomUUID().toUpperCase()}}`,
      areas: this.areas.map((area) => ({ ...area })),
      priority: 1,
      stopIfTrue: false,
      rule,
      format: {},
    };
    this.sheet.conditionalFormats.push(data);
    this.sheet.touch('conditionalFormats');
    return new ConditionalFormat(this.session, this.sheet, data);
  }
  clearAll(): void {
    requireFormattable(this.session, this.sheet);
    for (const area of this.areas) removeConditionalFormats(this.sheet, area);
  }
}

const blankRule = (kind: (typeof CONDITIONAL_TYPES)[number]): FormatData['rule'] => {
  switch (kind) {
    case 'Custom':
      return { type: 'expression', formula: 'FALSE' };
    case 'CellValue':
      return { type: 'cellIs', operator: 'equal', formulas: ['""'] };
    case 'ContainsText':
      return { type: 'containsText', operator: 'containsText', text: '', formula: 'FALSE' };
    case 'DataBar':
    case 'ColorScale':
    case 'IconSet':
    case 'TopBottom':
    case 'PresetCriteria':
      throw ApiError.notImplemented('ConditionalFormatCollection', `add("${kind}")`);
  }
};
