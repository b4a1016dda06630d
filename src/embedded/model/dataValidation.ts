import type { Area } from '../book/cell';
import type { Sheet, Validation } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { fullAddress, intersection, localAddress, subtractArea } from './address';
import { flag, oneOf, record, text } from './checks';
import type { ExcelApi } from './excelApi';
import { requireEditable } from './protectionRules';
import type { Session } from './session';
import { readRule, TYPES, writeRule } from './validationRule';
import { removeValidations } from './writing';

const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;

/** What may be typed into some cells. This host checks nothing that a script writes, as Excel does not either. */
export class DataValidation {
  static readonly api = {
    name: 'DataValidation',
    scalars: ['errorAlert', 'ignoreBlanks', 'prompt', 'rule', 'type'],
    methods: ['clear'],
  } satisfies ExcelApi<'DataValidation'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {}

  /** The validation that all cells share; null when none or several apply. */
  private get common(): Validation | null {
    const [first, ...others] = this.meeting;
    if (!first || others.length > 0) return null;
    const uncovered = first.areas.reduce<Area[]>(
      (rest, area) => rest.flatMap((part) => subtractArea(part, area)),
      this.areas.map((area) => area),
    );
    return uncovered.length === 0 ? first : null;
  }
  private get meeting(): Validation[] {
    return this.sheet.validations.filter((validation) =>
      validation.areas.some((area) => this.areas.some((mine) => intersection(area, mine))),
    );
  }

  get type(): string {
    const { common } = this;
    if (common) return Object.entries(TYPES).find(([, stored]) => stored === common.type)?.[0] ?? 'Inconsistent';
    if (this.meeting.length === 0) return 'None';
    return this.meeting.length === 1 ? 'Inconsistent' : 'MixedCriteria';
  }
  get rule(): Record<string, unknown> | null {
    const { common } = this;
    return common ? readRule(common) : this.meeting.length === 0 ? {} : null;
  }
  set rule(value: unknown) {
    requireEditable(this.session, this.sheet, this.areas[0] ?? { row: 0, column: 0, rows: 1, columns: 1 });
    const { common } = this;
    const rule = writeRule(record(value), (address) => this.listSource(address));
    for (const area of this.areas) removeValidations(this.sheet, area);
    // A new rule refuses what it does not allow, as in Excel: without an alert that shows it would be without effect.
    const kept = common
      ? { error: common.error, prompt: common.prompt, allowBlank: common.allowBlank }
      : {
          error: { title: '', message: '', style: 'stop', show: true },
          prompt: { title: '', message: '', show: true },
          allowBlank: true,
        };
    this.sheet.validations.push({ ...kept, ...rule, areas: this.areas.map((area) => ({ ...area })) });
    this.sheet.touch('validations');
  }
  private listSource(place: { sheet: Sheet; area: Area }): string {
    return place.sheet === this.sheet ? localAddress(place.area, true) : fullAddress(place.sheet.name, place.area, true);
  }

  get ignoreBlanks(): boolean | null {
    return this.common?.allowBlank ?? (this.meeting.length === 0 ? true : null);
  }
  set ignoreBlanks(value: unknown) {
    const allowBlank = flag(value);
    this.change((validation) => (validation.allowBlank = allowBlank));
  }
  get errorAlert(): Record<string, unknown> | null {
    const error = this.common?.error;
    if (!error) return this.meeting.length > 1 ? null : { message: '', showAlert: true, style: 'Stop', title: '' };
    const style = Object.entries(STYLES).find(([, stored]) => stored === error.style)?.[0] ?? 'Stop';
    return { message: error.message, showAlert: error.show, style, title: error.title };
  }
  set errorAlert(value: unknown) {
    const given = record(value);
    const error = {
      title: limited(given['title'], MAX_TITLE),
      message: limited(given['message'], MAX_ALERT),
      style: STYLES[oneOf(given['style'], ['Stop', 'Warning', 'Information'], 'Stop')],
      show: flag(given['showAlert'] ?? undefined, true),
    };
    this.change((validation) => (validation.error = error));
  }
  get prompt(): Record<string, unknown> | null {
    const prompt = this.common?.prompt;
    if (!prompt) return this.meeting.length > 1 ? null : { message: '', showPrompt: true, title: '' };
    return { message: prompt.message, showPrompt: prompt.show, title: prompt.title };
  }
  set prompt(value: unknown) {
    const given = record(value);
    const prompt = {
      title: limited(given['title'], MAX_TITLE),
      message: limited(given['message'], MAX_PROMPT),
      show: flag(given['showPrompt'] ?? undefined, true),
    };
    this.change((validation) => (validation.prompt = prompt));
  }
  clear(): void {
    requireEditable(this.session, this.sheet, this.areas[0] ?? { row: 0, column: 0, rows: 1, columns: 1 });
    for (const area of this.areas) removeValidations(this.sheet, area);
  }

  /** Changes the range's own validation; one that covers more cells is split off first. */
  private change(apply: (validation: Validation) => void): void {
    const { common } = this;
    if (!common) throw new ApiError('InvalidOperation', 'The range has no data validation rule, or several.');
    for (const area of this.areas) removeValidations(this.sheet, area);
    const own: Validation = { ...common, areas: this.areas.map((area) => ({ ...area })) };
    delete own.source;
    apply(own);
    this.sheet.validations.push(own);
    this.sheet.touch('validations');
  }
}

/** Excel's lengths. */
const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ALERT = 225;

const limited = (value: unknown, most: number): string => {
  const given = text(value ?? undefined, '');
  if (given.length > most) throw new ApiError('InvalidArgument');
  return given;
};
