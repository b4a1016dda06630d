import type { NameDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { ReadColumn } from './reading';

/** A text as part of a defined name: letters of any script, digits, `_`; never a cell address by its shape. */
export const namePart = (text: string): string => {
  const part = text
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return part === '' ? 'Colonne' : part.slice(0, 60);
};

/** What a name for a converted column ends in. */
export const SUFFIXES: Record<ReadColumn['kind'], string> = {
  date: 'lu',
  number: 'lu',
  clean: 'lu',
  figure: 'chiffre',
  rank: 'rang',
  copy: 'copie',
};

/** The column that a growing range begins in, sheet quoted or not: `=INDEX('Suivi'!$C$4:$C$1048576,2):…` gives `suivi!c`; a row, `hebdo!4`. */
const columnBehind = (formula: string): string => {
  const range = /INDEX\((.+?!)\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)/i.exec(formula);
  const [, sheet = '', first = '', row = '', last = ''] = range ?? [];
  const line = range ? `${sheet}${first === last ? first : row}` : (/INDEX\((.+?\]),/i.exec(formula)?.[1] ?? '');
  return line.replace(/['$]/g, '').toLowerCase();
};

/** Names given once each, whatever the case; a digit at the front gets `_`. */
export class NameMaker {
  private readonly taken = new Set<string>();
  private readonly made = new Map<string, NameDraft>();
  private readonly growing = new Map<string, string>();

  constructor(
    private readonly base: string,
    snapshot: WorkbookSnapshot,
  ) {
    // A name of the user's stays the user's: only growing ranges, as written here, are written again.
    for (const { name, formula } of snapshot.names)
      if (/INDEX\(/i.test(formula)) this.growing.set(name.toLowerCase(), formula);
      else this.taken.add(name.toLowerCase());
  }

  private stem(suffix: string): string {
    return `${/^\d/.test(this.base) ? '_' : ''}${this.base}_${namePart(suffix)}`;
  }

  /** True when the workbook has this name already, as a growing range of a sheet. */
  stands(suffix: string, sheet: string): boolean {
    return (this.growing.get(this.stem(suffix).toLowerCase()) ?? '').replaceAll("'", '').includes(`${sheet}!`);
  }

  /** `fixed`: another sheet's formulas may use the name for the column that it has, which it keeps. */
  add(key: string, suffix: string, formula: string, fixed: boolean): string {
    const known = this.made.get(key);
    if (known) return known.name;
    const stem = this.stem(suffix);
    const isOther = (name: string): boolean => {
      const standing = this.growing.get(name);
      return fixed && standing !== undefined && columnBehind(standing) !== columnBehind(formula);
    };
    let name = stem;
    for (let copy = 2; this.taken.has(name.toLowerCase()) || isOther(name.toLowerCase()); copy++)
      name = `${stem}_${String(copy)}`;
    this.taken.add(name.toLowerCase());
    this.made.set(key, { name, formula: `=${formula}` });
    return name;
  }

  get names(): NameDraft[] {
    return [...this.made.values()];
  }
}
