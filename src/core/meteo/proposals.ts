import type { Place } from '../problem';

/** Where a proposed fact comes from: the journal (its kinds), the client's feedback, or the figures. */
export type FactOrigin =
  'journal' | 'team' | 'dissatisfaction' | 'feedback' | 'threshold' | 'record' | 'drift' | 'change' | 'gaps';

/** The list of the yellow frame in which a fact is printed. */
export type FactList = 'highlights' | 'team' | 'open' | 'treated';

/** A fact that the page may print, drafted from what changed since the last météo. */
export type FactProposal = {
  /** The same for the same fact in a later draft, so that what a person wrote stays with it: `threshold.in_qs`. */
  id: string;
  origin: FactOrigin;
  list: FactList;
  /** Cell to select; null where the fact has none of its own. */
  place: Place | null;
  /** Serial of its day; null for an entry without one. */
  date: number | null;
  /** As drafted, set for print in the page's language. */
  text: string;
  /** Ticked by default: it matters. */
  kept: boolean;
};

/** A planned activity of the journal, which the blue frame prints unless a person unticks it. */
export type PlannedProposal = {
  id: string;
  horizon: 'short' | 'medium';
  place: Place | null;
  date: number | null;
  text: string;
};

/** An action of the journal that is not done: it is always printed. */
export type PlannedAction = { text: string; role: string; due: number | null; late: boolean; place: Place | null };
