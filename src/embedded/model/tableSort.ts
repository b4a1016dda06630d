import type { Sheet, Table } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { flag, oneOf } from './checks';
import type { ExcelApi } from './excelApi';
import type { Session } from './session';
import { sortArea, sortFields } from './sorting';
import { bodyArea } from './tableHeaders';

/** Sorts a table's data. The order is not kept as a setting of the table: `fields` and `reapply` are refused by name. */
export class TableSort {
  static readonly api = { name: 'TableSort', methods: ['apply'] } satisfies ExcelApi<'TableSort'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly table: Table,
  ) {}

  apply(fields: unknown, matchCase: unknown, method: unknown): void {
    if (oneOf(method, ['PinYin', 'StrokeCount'], 'PinYin') !== 'PinYin')
      throw ApiError.notImplemented('TableSort', 'apply(method)');
    const body = bodyArea(this.table);
    if (body) sortArea(this.session, this.sheet, body, sortFields(fields, body.columns), flag(matchCase, false));
  }
}
