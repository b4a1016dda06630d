import { ApiError } from '../richapi/apiError';
import { text } from './checks';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import type { Session } from './session';

/** What an add-in keeps in the workbook, by key: a JSON value. */
export class SettingCollection {
  static readonly api = {
    name: 'SettingCollection',
    methods: ['add', 'getCount', 'getItem', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'SettingCollection'>;

  constructor(private readonly session: Session) {}

  get items(): Setting[] {
    return [...this.session.book.settings.keys()].map((key) => new Setting(this.session, key));
  }
  getCount(): number {
    return this.session.book.settings.size;
  }
  /** Sets or replaces. */
  add(key: unknown, value: unknown): Setting {
    const setting = new Setting(this.session, text(key));
    setting.value = value;
    return setting;
  }
  getItem(key: unknown): Setting {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Setting | null {
    const name = text(key);
    return this.session.book.settings.has(name) ? new Setting(this.session, name) : null;
  }
}

export class Setting {
  static readonly api = {
    name: 'Setting',
    scalars: ['key', 'value'],
    methods: ['delete'],
    key: 'key',
  } satisfies ExcelApi<'Setting'>;

  constructor(
    private readonly session: Session,
    readonly key: string,
  ) {}

  get value(): unknown {
    const stored = this.session.book.settings.get(this.key);
    if (stored === undefined) throw new ApiError('ItemNotFound');
    return JSON.parse(stored) as unknown;
  }
  set value(value: unknown) {
    if (value === undefined) throw new ApiError('InvalidArgument');
    this.session.book.settings.set(this.key, JSON.stringify(value));
    this.session.book.touched = true;
  }
  delete(): void {
    this.session.book.settings.delete(this.key);
    this.session.book.touched = true;
  }
}
