import type { ConditionalFormat as FormatData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { bounded, flag, integer } from './checks';
import { CellValueConditionalFormat, CustomConditionalFormat, TextConditionalFormat } from './conditionalRules';
import type { ExcelApi } from './excelApi';
import { requireFormattable } from './protectionRules';
import { Range } from './range';
import { RangeAreas } from './rangeAreas';
import type { Session } from './session';

export const CONDITIONAL_TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;

const TYPE_OF_RULE: Readonly<Record<FormatData['rule']['type'], (typeof CONDITIONAL_TYPES)[number]>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  containsText: 'ContainsText',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  other: 'PresetCriteria',
};

/** A conditional format of some cells. Data bars, colour scales, icon sets, top and preset rules are kept, not edited. */
export class ConditionalFormat {
  static readonly api = {
    name: 'ConditionalFormat',
    scalars: ['id', 'priority', 'stopIfTrue', 'type'],
    navigation: [
      'cellValue',
      'cellValueOrNullObject',
      'custom',
      'customOrNullObject',
      'textComparison',
      'textComparisonOrNullObject',
    ],
    methods: ['delete', 'getRange', 'getRangeOrNullObject', 'getRanges'],
  } satisfies ExcelApi<'ConditionalFormat'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly data: FormatData,
  ) {}

  get id(): string {
    return this.data.id;
  }
  get type(): string {
    return TYPE_OF_RULE[this.data.rule.type];
  }
  /** 0 is looked at first. */
  get priority(): number {
    return this.ordered.indexOf(this.data);
  }
  set priority(value: unknown) {
    const formats = this.ordered.filter((format) => format !== this.data);
    formats.splice(bounded(integer(value), 0, formats.length), 0, this.data);
    this.change(() =>
      formats.forEach((format, index) => {
        format.priority = index + 1;
      }),
    );
  }
  private get ordered(): FormatData[] {
    return [...this.sheet.conditionalFormats].sort((one, other) => one.priority - other.priority);
  }
  get stopIfTrue(): boolean | null {
    return ['DataBar', 'ColorScale', 'IconSet'].includes(this.type) ? null : this.data.stopIfTrue;
  }
  set stopIfTrue(value: unknown) {
    if (this.stopIfTrue === null) throw new ApiError('InvalidOperation');
    this.change(() => (this.data.stopIfTrue = flag(value)));
  }

  get custom(): CustomConditionalFormat {
    return this.customOrNullObject ?? wrongType();
  }
  get customOrNullObject(): CustomConditionalFormat | null {
    const { rule } = this.data;
    return rule.type === 'expression' ? new CustomConditionalFormat(this.data, rule, (apply) => this.change(apply)) : null;
  }
  get cellValue(): CellValueConditionalFormat {
    return this.cellValueOrNullObject ?? wrongType();
  }
  get cellValueOrNullObject(): CellValueConditionalFormat | null {
    const { rule } = this.data;
    return rule.type === 'cellIs' ? new CellValueConditionalFormat(this.data, rule, (apply) => this.change(apply)) : null;
  }
  get textComparison(): TextConditionalFormat {
    return this.textComparisonOrNullObject ?? wrongType();
  }
  get textComparisonOrNullObject(): TextConditionalFormat | null {
    const { rule } = this.data;
    return rule.type === 'containsText' ? new TextConditionalFormat(this.data, rule, (apply) => this.change(apply)) : null;
  }

  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw new ApiError('InvalidOperation');
    return range;
  }
  /** null when the format covers several ranges. */
  getRangeOrNullObject(): Range | null {
    const [area, ...others] = this.data.areas;
    return area && others.length === 0 ? new Range(this.session, this.sheet, area) : null;
  }
  getRanges(): RangeAreas {
    return new RangeAreas(this.session, this.sheet, this.data.areas);
  }
  delete(): void {
    this.change(() => {
      this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((format) => format !== this.data);
    });
  }

  /** What is edited is written anew: its XML of the file no longer says what it is. */
  private change(apply: () => void): void {
    requireFormattable(this.session, this.sheet);
    apply();
    delete this.data.source;
    this.sheet.touch('conditionalFormats');
  }
}

const wrongType = (): never => {
  throw new ApiError('ItemNotFound');
};
