import type { Language } from '../../../src/core/meteo/content';
import type { Locator } from 'playwright-core';
import type { Tab } from '../../../src/taskpane/shell/navigation';
import type { Texts } from './texts';
import type { Visit } from './visit';

/** A state of the pane, and how one gets there from the one before it. */
type Step = {
  /** Name of the state, and of its picture: `meteo-message`. */
  state: string;
  reach: (visit: Visit) => Promise<void>;
  /** What is left behind, so that the next state finds the pane as it should be. */
  leave?: (visit: Visit) => Promise<void>;
  /** Something is under way and stays so. */
  busy?: true;
  /** The focus is not in the pane: it was loaded anew, or somebody types in the sheet. */
  elsewhere?: true;
};

/** States that follow each other in one workbook. */
export type Journey = {
  name: string;
  book: (language: Language) => Promise<Buffer>;
  /** The workbook can only be read. */
  readOnly?: true;
  steps: readonly Step[];
};

type Sign = (visit: Visit) => string | RegExp | Locator;

/** A state that a tab of the pane is in when it is opened; `sign`: what tells that it is. */
export const atTab = (state: string, tab: Tab, sign: Sign): Step => ({
  state,
  reach: async (visit) => {
    await visit.tab(tab);
    await visit.sees(sign(visit));
  },
});

/** A state that a page of the hub of the data is in when it is opened. */
export const atRow = (state: string, row: keyof Texts['data']['rows'], sign: Sign): Step => ({
  state,
  reach: async (visit) => {
    await visit.row(row);
    await visit.sees(sign(visit));
  },
});

/** A state that a button leads to. */
export const pressed = (state: string, button: (visit: Visit) => string | RegExp, sign: Sign): Step => ({
  state,
  reach: async (visit) => {
    await visit.press(button(visit));
    await visit.sees(sign(visit));
  },
});
