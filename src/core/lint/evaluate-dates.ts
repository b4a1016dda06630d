import { civilOf, fromHostSerial, serialOf, toHostSerial } from '../period/serial';
import type { CellValue } from '../sheet/snapshot';
import type { Evaluated } from './evaluate';

/** DATE(year, month, day), EDATE(date, months) and EOMONTH(date, months), as the workbook counts its days. */
export const dated = (name: string, given: readonly (CellValue | null)[], date1904: boolean): Evaluated => {
  const [first, second, third = 1] = given;
  if (typeof first !== 'number' || typeof second !== 'number' || typeof third !== 'number') return null;
  const value = (serial: number): Evaluated => ({ value: toHostSerial(serial, date1904) });
  if (name === 'DATE') return value(serialOf({ year: first, month: second, day: third }));
  const { year, month, day } = civilOf(fromHostSerial(first, date1904));
  const last = serialOf({ year, month: month + second + 1, day: 1 }) - 1;
  const same = serialOf({ year, month: month + second, day });
  return value(name === 'EOMONTH' ? last : Math.min(same, last));
};
