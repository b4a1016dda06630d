import { defaultPage } from '../book/blank';
import type { PageSetup, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { fullAddress, MAX_COLUMNS, MAX_ROWS, parseLocalAddress, splitAddress } from './address';
import type { Area } from '../book/cell';
import { bounded, flag, integer, oneOf, record } from './checks';
import type { ExcelApi } from './excelApi';
import { HeaderFooterGroup } from './headerFooter';
import { notFound } from './notFound';
import { PAPERS, paperName, type PaperName } from './paper';
import { rangeArgument } from './places';
import { requireWritable } from './protectionRules';
import { Range } from './range';
import { RangeAreas } from './rangeAreas';
import { RangePosition } from './rangePosition';
import type { Session } from './session';

const POINTS_PER_INCH = 72;
const MAX_MARGIN = 49 * POINTS_PER_INCH;
const UNITS = { Points: 1, Inches: POINTS_PER_INCH, Centimeters: POINTS_PER_INCH / 2.54 } as const;
type Margin = keyof PageSetup['margins'];
const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** How a sheet prints. Margins are points here and inches in the file. */
export class PageLayout {
  static readonly api = {
    name: 'PageLayout',
    scalars: [
      'blackAndWhite',
      'bottomMargin',
      'centerHorizontally',
      'centerVertically',
      'footerMargin',
      'headerMargin',
      'leftMargin',
      'orientation',
      'paperSize',
      'printGridlines',
      'printHeadings',
      'rightMargin',
      'topMargin',
      'zoom',
    ],
    navigation: ['headersFooters'],
    methods: [
      'getPrintArea',
      'getPrintAreaOrNullObject',
      'getPrintTitleColumns',
      'getPrintTitleColumnsOrNullObject',
      'getPrintTitleRows',
      'getPrintTitleRowsOrNullObject',
      'setPrintArea',
      'setPrintMargins',
      'setPrintTitleColumns',
      'setPrintTitleRows',
    ],
  } satisfies ExcelApi<'PageLayout'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
  ) {}

  private get page(): PageSetup {
    return this.sheet.page ?? defaultPage();
  }
  private change(apply: (page: PageSetup) => void): void {
    requireWritable(this.session);
    this.sheet.page ??= defaultPage();
    apply(this.sheet.page);
    this.sheet.touch('page');
  }

  get orientation(): string {
    return this.page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  }
  set orientation(value: unknown) {
    const name = oneOf(value, ['Portrait', 'Landscape']);
    this.change((page) => (page.orientation = name === 'Portrait' ? 'portrait' : 'landscape'));
  }
  /** A file that names no paper prints on the printer's own; Excel shows Letter. */
  get paperSize(): string | null {
    return paperName(this.page.paperSize ?? PAPERS.Letter);
  }
  set paperSize(value: unknown) {
    const paper = PAPERS[oneOf(value, Object.keys(PAPERS) as PaperName[])];
    this.change((page) => (page.paperSize = paper));
  }
  get centerHorizontally(): boolean {
    return this.page.centerHorizontally;
  }
  set centerHorizontally(value: unknown) {
    const center = flag(value);
    this.change((page) => (page.centerHorizontally = center));
  }
  get centerVertically(): boolean {
    return this.page.centerVertically;
  }
  set centerVertically(value: unknown) {
    const center = flag(value);
    this.change((page) => (page.centerVertically = center));
  }
  get printGridlines(): boolean {
    return this.page.printGridlines;
  }
  set printGridlines(value: unknown) {
    const print = flag(value);
    this.change((page) => (page.printGridlines = print));
  }
  get printHeadings(): boolean {
    return this.page.printHeadings;
  }
  set printHeadings(value: unknown) {
    const print = flag(value);
    this.change((page) => (page.printHeadings = print));
  }
  get blackAndWhite(): boolean {
    return this.page.blackAndWhite;
  }
  set blackAndWhite(value: unknown) {
    const grey = flag(value);
    this.change((page) => (page.blackAndWhite = grey));
  }

  private margin(name: Margin): number {
    return this.page.margins[name] * POINTS_PER_INCH;
  }
  private setMargin(name: Margin, points: unknown): void {
    const inches = bounded(points, 0, MAX_MARGIN) / POINTS_PER_INCH;
    this.change((page) => (page.margins[name] = inches));
  }
  get topMargin(): number {
    return this.margin('top');
  }
  set topMargin(value: unknown) {
    this.setMargin('top', value);
  }
  get bottomMargin(): number {
    return this.margin('bottom');
  }
  set bottomMargin(value: unknown) {
    this.setMargin('bottom', value);
  }
  get leftMargin(): number {
    return this.margin('left');
  }
  set leftMargin(value: unknown) {
    this.setMargin('left', value);
  }
  get rightMargin(): number {
    return this.margin('right');
  }
  set rightMargin(value: unknown) {
    this.setMargin('right', value);
  }
  get headerMargin(): number {
    return this.margin('header');
  }
  set headerMargin(value: unknown) {
    this.setMargin('header', value);
  }
  get footerMargin(): number {
    return this.margin('footer');
  }
  set footerMargin(value: unknown) {
    this.setMargin('footer', value);
  }
  setPrintMargins(unit: unknown, marginOptions: unknown): void {
    const factor = UNITS[oneOf(unit, ['Points', 'Inches', 'Centimeters'])];
    for (const [name, value] of Object.entries(record(marginOptions))) {
      if (value === undefined || value === null) continue;
      const length = bounded(value, 0, MAX_MARGIN / factor) * factor;
      this.setMargin(oneOf(name, ['top', 'bottom', 'left', 'right', 'header', 'footer']), length);
    }
  }

  /** Either `{ scale }` or the pages to fit into; what is not given of those is automatic. */
  get zoom(): { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number } {
    const { fitToPage, scale, fitWidth, fitHeight } = this.page;
    if (!fitToPage) return { scale };
    return {
      ...(fitWidth ? { horizontalFitToPages: fitWidth } : {}),
      ...(fitHeight ? { verticalFitToPages: fitHeight } : {}),
    };
  }
  set zoom(value: unknown) {
    const given = record(value);
    const pages = (name: string): number | null =>
      given[name] === undefined || given[name] === null ? null : bounded(integer(given[name]), 0, 32_767) || null;
    const wide = pages('horizontalFitToPages');
    const tall = pages('verticalFitToPages');
    if (wide === null && tall === null) {
      const scale = bounded(integer(given['scale']), 10, 400);
      this.change((page) => Object.assign(page, { fitToPage: false, scale }));
      return;
    }
    if (given['scale'] !== undefined && given['scale'] !== null) throw new ApiError('InvalidArgument');
    this.change((page) => Object.assign(page, { fitToPage: true, fitWidth: wide, fitHeight: tall }));
  }
  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.page.headerFooter, (apply) => this.change((page) => apply(page.headerFooter)));
  }

  setPrintArea(printArea: unknown): void {
    const places =
      printArea instanceof RangeAreas
        ? printArea.areas.items.map((range) => ({ sheet: range.sheet, area: range.area }))
        : printArea instanceof RangePosition
          ? [rangeArgument(this.session, printArea, this.sheet)]
          : String(printArea)
              .split(',')
              .map((address) => rangeArgument(this.session, address, this.sheet));
    if (places.some(({ sheet }) => sheet !== this.sheet)) throw new ApiError('InvalidArgument');
    this.setName(PRINT_AREA, places.map(({ area }) => fullAddress(this.sheet.name, area, true)).join(','));
  }
  getPrintArea(): RangeAreas {
    return this.getPrintAreaOrNullObject() ?? notFound();
  }
  getPrintAreaOrNullObject(): RangeAreas | null {
    const areas = this.areasOf(PRINT_AREA);
    return areas.length === 0 ? null : new RangeAreas(this.session, this.sheet, areas);
  }
  setPrintTitleRows(rows: unknown): void {
    const { area } = rangeArgument(this.session, rows, this.sheet);
    this.setTitles({ rows: { ...area, column: 0, columns: MAX_COLUMNS } });
  }
  setPrintTitleColumns(columns: unknown): void {
    const { area } = rangeArgument(this.session, columns, this.sheet);
    this.setTitles({ columns: { ...area, row: 0, rows: MAX_ROWS } });
  }
  getPrintTitleRows(): Range {
    return this.getPrintTitleRowsOrNullObject() ?? notFound();
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    const { rows } = this.titles;
    return rows && new Range(this.session, this.sheet, rows);
  }
  getPrintTitleColumns(): Range {
    return this.getPrintTitleColumnsOrNullObject() ?? notFound();
  }
  getPrintTitleColumnsOrNullObject(): Range | null {
    const { columns } = this.titles;
    return columns && new Range(this.session, this.sheet, columns);
  }

  private get titles(): { rows: Area | null; columns: Area | null } {
    const areas = this.areasOf(PRINT_TITLES);
    return {
      rows: areas.find((area) => area.columns === MAX_COLUMNS) ?? null,
      columns: areas.find((area) => area.rows === MAX_ROWS && area.columns < MAX_COLUMNS) ?? null,
    };
  }
  private setTitles(change: { rows?: Area; columns?: Area }): void {
    const { rows, columns } = { ...this.titles, ...change };
    const parts = [columns, rows].filter((area) => area !== null && area !== undefined);
    this.setName(PRINT_TITLES, parts.map((area) => fullAddress(this.sheet.name, area, true)).join(','));
  }
  private areasOf(name: string): Area[] {
    const found = this.session.book.names.find((candidate) => candidate.sheet === this.sheet && candidate.name === name);
    if (!found) return [];
    // A quoted sheet name may hold commas: only those outside quotes separate.
    const parts = found.formula.match(/(?:'(?:[^']|'')*'|[^,])+/g) ?? [];
    return parts.flatMap((part) => parseLocalAddress(splitAddress(part).rest) ?? []);
  }
  private setName(name: string, formula: string): void {
    requireWritable(this.session);
    const { book } = this.session;
    book.names = book.names.filter((other) => other.sheet !== this.sheet || other.name !== name);
    book.names.push({ name, formula, sheet: this.sheet, hidden: false, comment: '' });
    book.touched = true;
  }
}
