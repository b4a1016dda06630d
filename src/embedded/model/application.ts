import { oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';
import type { Session } from './session';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

/** Excel itself, as far as this host has one. */
export class Application {
  static readonly api = {
    name: 'Application',
    scalars: [
      'calculationEngineVersion',
      'calculationMode',
      'calculationState',
      'decimalSeparator',
      'thousandsSeparator',
      'useSystemSeparators',
    ],
    navigation: ['cultureInfo'],
    methods: ['calculate', 'suspendApiCalculationUntilNextSync', 'suspendScreenUpdatingUntilNextSync'],
  } satisfies ExcelApi<'Application'>;

  constructor(private readonly session: Session) {}

  get calculationMode(): string {
    return this.session.calculationMode;
  }
  set calculationMode(value: unknown) {
    this.session.calculationMode = oneOf(value, MODES);
    this.session.settle();
  }
  /** Excel 2016 and later report 191029 or so; what counts is that it is stable. */
  readonly calculationEngineVersion = 191_029;
  get calculationState(): string {
    return this.session.isStale ? 'Pending' : 'Done';
  }
  get decimalSeparator(): string {
    return this.cultureInfo.numberFormat.numberDecimalSeparator;
  }
  get thousandsSeparator(): string {
    return this.cultureInfo.numberFormat.numberGroupSeparator;
  }
  readonly useSystemSeparators = true;
  get cultureInfo(): CultureInfo {
    return new CultureInfo(this.session.options.locale);
  }

  calculate(calculationType: unknown): void {
    const type = oneOf(calculationType, ['Recalculate', 'Full', 'FullRebuild']);
    this.session.recalculate(type !== 'Recalculate');
  }
  suspendApiCalculationUntilNextSync(): void {
    this.session.suspendCalculation();
  }
  /** Nothing is drawn here: there is nothing to hold back. */
  suspendScreenUpdatingUntilNextSync(): void {
    void this.session;
  }
}

export class CultureInfo {
  static readonly api = {
    name: 'CultureInfo',
    scalars: ['name'],
    navigation: ['datetimeFormat', 'numberFormat'],
  } satisfies ExcelApi<'CultureInfo'>;

  constructor(readonly name: string) {}

  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(this.name);
  }
  get datetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo(this.name);
  }
}

export class NumberFormatInfo {
  static readonly api = {
    name: 'NumberFormatInfo',
    scalars: ['numberDecimalSeparator', 'numberGroupSeparator'],
  } satisfies ExcelApi<'NumberFormatInfo'>;

  constructor(private readonly locale: string) {}

  private part(type: 'decimal' | 'group'): string {
    return new Intl.NumberFormat(this.locale).formatToParts(1_234_567.5).find((part) => part.type === type)?.value ?? '';
  }
  get numberDecimalSeparator(): string {
    return this.part('decimal');
  }
  get numberGroupSeparator(): string {
    return this.part('group');
  }
}

export class DatetimeFormatInfo {
  static readonly api = {
    name: 'DatetimeFormatInfo',
    scalars: ['dateSeparator', 'shortDatePattern', 'timeSeparator'],
  } satisfies ExcelApi<'DatetimeFormatInfo'>;

  constructor(private readonly locale: string) {}

  get dateSeparator(): string {
    return this.parts.find((part) => part.type === 'literal')?.value ?? '/';
  }
  readonly timeSeparator = ':';
  /** `dd/MM/yyyy` in French, `M/d/yyyy` in American English. */
  get shortDatePattern(): string {
    return this.parts
      .map(({ type, value }) =>
        type === 'day'
          ? value.length > 1
            ? 'dd'
            : 'd'
          : type === 'month'
            ? value.length > 1
              ? 'MM'
              : 'M'
            : type === 'year'
              ? 'yyyy'
              : value,
      )
      .join('');
  }
  private get parts(): Intl.DateTimeFormatPart[] {
    return new Intl.DateTimeFormat(text(this.locale), { timeZone: 'UTC' }).formatToParts(new Date(Date.UTC(2026, 2, 4)));
  }
}
