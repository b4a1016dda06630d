/**
 * Every text of the pane. One value of this type per language: a missing text does not compile. Texts with parameters are
 * functions that return whole sentences; nothing is joined from parts elsewhere.
 */
export type Strings = {
  reading: { title: string; caption: string };
  found: {
    title: (sheet: string, days: number) => string;
    titleEvents: (sheet: string, rows: number) => string;
    caption: (from: string, to: string) => string;
  };
  nothingFound: { title: string };
  tabs: { label: string; home: string; data: string };
  data: { title: (tables: number) => string; remarks: (count: number) => string };
  steps: {
    heading: string;
    confirm: { label: string; caption: string; button: string; running: string; note: string };
    consolidate: { label: string; caption: string; button: string; running: string; note: string };
    thresholds: { label: string; caption: string; button: string; running: string; note: string };
    generate: { label: string; caption: string; button: string; running: string; note: string };
    pdf: { label: string; caption: string; button: string; running: string; note: string };
    done: string;
    next: string;
  };
  outcome: {
    confirmed: string;
    consolidated: (sheets: number) => string;
    coloured: (sheets: number) => string;
    generated: (sheet: string) => string;
    saved: (file: string) => string;
    open: string;
    remarks: (count: number) => string;
  };
  action: string;
  readAgain: string;
  tryAgain: string;
  /** Leads to the page where a question about the data is answered. */
  answer: string;
  check: string;
  pages: {
    source: { label: string; caption: string };
    kpis: { label: string; caption: string };
    findings: { label: string; caption: string };
    projections: { label: string; caption: string };
    template: { label: string; caption: string };
  };
  examples: { text: (count: number) => string; remove: string };
  select: string;
  private: string;
  /** A page that could not be shown. */
  pageFault: (cause: string) => { title: string; body: string };
  oldExcel: string;
  /** For a problem whose sentence could not be fetched. */
  unsaid: (code: string) => { title: string; body: string };
};
