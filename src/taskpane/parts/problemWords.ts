import type { Problem } from '../../core/problem';

/** A problem in the user's language. */
export type ProblemWords = (problem: Problem) => { title: string; body: string };
