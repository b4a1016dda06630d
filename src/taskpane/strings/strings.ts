/**
 * Every text of the pane. One value of this type per language: a missing text does not compile. Texts with parameters are
 * functions that return whole sentences; nothing is joined from parts elsewhere.
 */
export type Strings = {
  reading: { title: string; caption: string };
  tabs: { label: string; home: string; data: string; watch: string; meteo: string; client: string };
  action: string;
  readAgain: string;
  tryAgain: string;
  select: string;
  private: string;
  /** A page that could not be shown: because its code was not fetched, or for whatever else, with the detail for a support. */
  pageFault: { title: string; missing: string; broken: string; detail: string };
  /** Excel does not begin the conversation. */
  silentStart: { title: string; body: string; again: string };
  oldExcel: string;
  /** For a problem whose sentence could not be fetched. */
  unsaid: (code: string) => { title: string; body: string };
};
