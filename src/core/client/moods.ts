/** What the client thinks of it, the best first. */
export type Mood = 'satisfied' | 'neutral' | 'unhappy';
export const MOODS: readonly Mood[] = ['satisfied', 'neutral', 'unhappy'];
