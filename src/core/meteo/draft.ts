import type { MeteoInput } from './input';

/** What pages are composed from: the input with everything that does not depend on a person's edits worked out. */
export type MeteoDraft = { input: MeteoInput };
