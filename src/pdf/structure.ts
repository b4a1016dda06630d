type Tag = PDFKit.PDFStructureElement;
/** The typings do not know the scope of a table heading yet. */
type TagOptions = PDFKit.Mixins.StructureElementOptions & { scope?: 'Row' | 'Column' };

/** Where a text of the page stands in the document's structure: the tags around it, outermost first, and its own. */
type Place = { groups: readonly { tag: string; key: string }[]; leaf: string; scope?: 'Row' | 'Column' };

const PLAN_COLUMNS = 'action|effect|role|due|progress';

const patterns: readonly { test: RegExp; place: (part: readonly string[]) => Place }[] = [
  { test: /^header\.title$/, place: () => ({ groups: [], leaf: 'H1' }) },
  { test: /\.tab$/, place: () => ({ groups: [], leaf: 'H2' }) },
  { test: /\.heading$/, place: () => ({ groups: [], leaf: 'H3' }) },
  { test: /^green\.head\./, place: () => tableCell('green.table', 'head', 'TH', 'Column') },
  {
    test: /^green\.row\.(.+)\.(\w+)$/,
    place: ([, row = '', cell]) =>
      cell === 'label' ? tableCell('green.table', row, 'TH', 'Row') : tableCell('green.table', row, 'TD'),
  },
  { test: new RegExp(`^blue\\.plan\\.(?:${PLAN_COLUMNS})$`), place: () => tableCell('blue.plan', 'head', 'TH', 'Column') },
  {
    test: new RegExp(`^blue\\.plan\\.(\\d+)\\.(?:${PLAN_COLUMNS})$`),
    place: ([, row = '']) => tableCell('blue.plan', row, 'TD'),
  },
  {
    test: /^(\w+\.\w+)\.(\d+)\.(key|text)$/,
    place: ([, list = '', item = '', part]) => ({
      groups: [
        { tag: 'L', key: list },
        { tag: 'LI', key: item },
      ],
      leaf: part === 'key' ? 'Lbl' : 'LBody',
    }),
  },
];

const tableCell = (table: string, row: string, leaf: 'TH' | 'TD', scope?: 'Row' | 'Column'): Place => ({
  groups: [
    { tag: 'Table', key: table },
    { tag: 'TR', key: row },
  ],
  leaf,
  ...(scope && { scope }),
});

const placeOf = (id: string): Place => {
  for (const { test, place } of patterns) {
    const match = test.exec(id);
    if (match) return place(match);
  }
  return { groups: [], leaf: 'P' };
};

/** Builds the structure tree while the page is drawn, in reading order: headings, tables, lists, paragraphs. */
export class Structure {
  private readonly opened: { tag: string; key: string; element: Tag }[] = [];

  private readonly root: Tag;

  constructor(private readonly document: PDFKit.PDFDocument) {
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  /** Draws a text of the page under its tag; the id says which. Lines are read as one text. */
  text(id: string, lines: readonly string[], draw: () => void): void {
    const { groups, leaf, scope } = placeOf(id);
    const shared = groups.findIndex(({ tag, key }, i) => this.opened[i]?.tag !== tag || this.opened[i].key !== key);
    this.close(shared < 0 ? groups.length : shared);
    for (const { tag, key } of groups.slice(this.opened.length)) this.opened.push({ tag, key, element: this.open(tag) });
    this.add(leaf, draw, {
      ...(scope && { scope }),
      ...(lines.length > 1 && { actual: lines.join(' ') }),
    });
  }

  /** Draws a picture with the words that stand for it. */
  figure(altText: string, draw: () => void): void {
    this.close(0);
    this.add('Figure', draw, { alt: altText });
  }

  end(): void {
    this.close(0);
    this.root.end();
  }

  /** Ends the groups beyond a depth. */
  private close(depth: number): void {
    for (const { element } of this.opened.splice(depth).reverse()) element.end();
  }

  private get parent(): Tag {
    return this.opened.at(-1)?.element ?? this.root;
  }

  private open(tag: string): Tag {
    const element = this.document.struct(tag);
    this.parent.add(element);
    return element;
  }

  private add(tag: string, draw: () => void, options: TagOptions): void {
    this.parent.add(this.document.struct(tag, options, [draw]));
  }
}
