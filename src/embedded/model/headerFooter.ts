import type { PageSetup } from '../book/sheet';
import { oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';

type Stored = PageSetup['headerFooter'];
type Part = 'oddHeader' | 'oddFooter' | 'evenHeader' | 'evenFooter' | 'firstHeader' | 'firstFooter';
type Change = (apply: (stored: Stored) => void) => void;
type Sections = { L: string; C: string; R: string };

/** Splits `&Lleft&Ccentre&Rright`; what stands before the first mark is the centre. `&"Arial,Bold"` and `&&` are no marks. */
const sections = (stored: string): Sections => {
  const found: Sections = { L: '', C: '', R: '' };
  let current: keyof Sections = 'C';
  for (const piece of stored.match(/&"[^"]*"|&[\s\S]|[^&]+|&$/g) ?? []) {
    const mark = /^&([LCR])$/i.exec(piece)?.[1]?.toUpperCase();
    if (mark === 'L' || mark === 'C' || mark === 'R') current = mark;
    else found[current] += piece;
  }
  return found;
};

const joined = (parts: Sections): string =>
  (['L', 'C', 'R'] as const).map((mark) => (parts[mark] === '' ? '' : `&${mark}${parts[mark]}`)).join('');

/** Headers and footers of one kind of page, in Excel's codes (`&P` is the page's number). */
export class HeaderFooter {
  static readonly api = {
    name: 'HeaderFooter',
    scalars: ['centerFooter', 'centerHeader', 'leftFooter', 'leftHeader', 'rightFooter', 'rightHeader'],
  } satisfies ExcelApi<'HeaderFooter'>;

  constructor(
    private readonly stored: Stored,
    private readonly header: Part,
    private readonly footer: Part,
    private readonly change: Change,
  ) {}

  private read(part: Part, mark: keyof Sections): string {
    return sections(this.stored[part])[mark];
  }
  private write(part: Part, mark: keyof Sections, value: unknown): void {
    const content = text(value);
    this.change((stored) => (stored[part] = joined({ ...sections(stored[part]), [mark]: content })));
  }

  get leftHeader(): string {
    return this.read(this.header, 'L');
  }
  set leftHeader(value: unknown) {
    this.write(this.header, 'L', value);
  }
  get centerHeader(): string {
    return this.read(this.header, 'C');
  }
  set centerHeader(value: unknown) {
    this.write(this.header, 'C', value);
  }
  get rightHeader(): string {
    return this.read(this.header, 'R');
  }
  set rightHeader(value: unknown) {
    this.write(this.header, 'R', value);
  }
  get leftFooter(): string {
    return this.read(this.footer, 'L');
  }
  set leftFooter(value: unknown) {
    this.write(this.footer, 'L', value);
  }
  get centerFooter(): string {
    return this.read(this.footer, 'C');
  }
  set centerFooter(value: unknown) {
    this.write(this.footer, 'C', value);
  }
  get rightFooter(): string {
    return this.read(this.footer, 'R');
  }
  set rightFooter(value: unknown) {
    this.write(this.footer, 'R', value);
  }
}

/** Which pages have headers of their own. Odd pages and "all pages" are the same ones in the file. */
export class HeaderFooterGroup {
  static readonly api = {
    name: 'HeaderFooterGroup',
    scalars: ['state'],
    navigation: ['defaultForAllPages', 'evenPages', 'firstPage', 'oddPages'],
  } satisfies ExcelApi<'HeaderFooterGroup'>;

  constructor(
    private readonly stored: Stored,
    private readonly change: Change,
  ) {}

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.stored, 'oddHeader', 'oddFooter', this.change);
  }
  get oddPages(): HeaderFooter {
    return this.defaultForAllPages;
  }
  get evenPages(): HeaderFooter {
    return new HeaderFooter(this.stored, 'evenHeader', 'evenFooter', this.change);
  }
  get firstPage(): HeaderFooter {
    return new HeaderFooter(this.stored, 'firstHeader', 'firstFooter', this.change);
  }
  get state(): string {
    const { differentFirst, differentOddEven } = this.stored;
    if (differentFirst) return differentOddEven ? 'FirstOddAndEven' : 'FirstAndDefault';
    return differentOddEven ? 'OddAndEven' : 'Default';
  }
  set state(value: unknown) {
    const state = oneOf(value, ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven']);
    this.change((stored) => {
      stored.differentFirst = state.startsWith('First');
      stored.differentOddEven = state.includes('Odd');
    });
  }
}
