import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { flag, oneOf, record } from './checks';
import type { ExcelApi } from './excelApi';
import { requireWritable } from './protectionRules';
import type { Session } from './session';

const ALLOWANCES = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const;

/** A sheet's protection, without password: this host keeps no password hash and refuses one by name. */
export class WorksheetProtection {
  static readonly api = {
    name: 'WorksheetProtection',
    scalars: ['options', 'protected'],
    methods: ['protect', 'unprotect'],
  } satisfies ExcelApi<'WorksheetProtection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
  ) {}

  get protected(): boolean {
    return this.sheet.protected;
  }
  get options(): Record<string, boolean | string> {
    const options: Record<string, boolean | string> = { selectionMode: 'Normal' };
    for (const name of ALLOWANCES) options[name] = false;
    return { ...options, ...this.sheet.protectionOptions };
  }

  protect(options: unknown, password: unknown): void {
    requireWritable(this.session);
    if (this.sheet.protected) throw new ApiError('InvalidOperation');
    if (password !== undefined && password !== '') throw ApiError.notImplemented('WorksheetProtection', 'protect(password)');
    const chosen: Record<string, boolean | string> = {};
    if (options !== undefined)
      for (const [name, value] of Object.entries(record(options))) {
        if (value === undefined || value === null) continue;
        if (name === 'selectionMode') chosen[name] = oneOf(value, ['Normal', 'Unlocked', 'None']);
        else chosen[oneOf(name, ALLOWANCES)] = flag(value);
      }
    this.sheet.protected = true;
    this.sheet.protectionOptions = chosen;
    this.sheet.touch('protection');
  }
  unprotect(password: unknown): void {
    requireWritable(this.session);
    if (!this.sheet.protected) return;
    if (password !== undefined && password !== '') throw ApiError.notImplemented('WorksheetProtection', 'unprotect(password)');
    if (this.sheet.protectionHasPassword) throw new ApiError('AccessDenied');
    this.sheet.protected = false;
    this.sheet.protectionOptions = {};
    this.sheet.touch('protection');
  }
}

/** Protection of the workbook's structure, without password. */
export class WorkbookProtection {
  static readonly api = {
    name: 'WorkbookProtection',
    scalars: ['protected'],
    methods: ['protect', 'unprotect'],
  } satisfies ExcelApi<'WorkbookProtection'>;

  constructor(private readonly session: Session) {}

  get protected(): boolean {
    return this.session.book.structureProtected;
  }
  protect(password: unknown): void {
    if (this.protected) throw new ApiError('InvalidOperation');
    this.set(true, password, 'protect');
  }
  unprotect(password: unknown): void {
    if (!this.protected) return;
    if (this.session.book.structureHasPassword) throw new ApiError('AccessDenied');
    this.set(false, password, 'unprotect');
  }
  private set(isProtected: boolean, password: unknown, member: string): void {
    requireWritable(this.session);
    if (password !== undefined && password !== '') throw ApiError.notImplemented('WorkbookProtection', `${member}(password)`);
    this.session.book.structureProtected = isProtected;
    this.session.book.touched = true;
  }
}
