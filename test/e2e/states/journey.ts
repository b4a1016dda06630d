import type { Language } from '../../../src/core/meteo/content';
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
};

/** States that follow each other in one workbook. */
export type Journey = {
  name: string;
  book: (language: Language) => Promise<Buffer>;
  /** The workbook can only be read. */
  readOnly?: true;
  steps: readonly Step[];
};
