import type { Problem } from '../core/problem';

/** What an action did: the sheets it wrote, what it found and left as it was, and what the user should know. */
export type Outcome = { made: readonly string[]; kept: readonly string[]; problems: readonly Problem[] };
