import type { Language } from '../../core/meteo/content';
import type { Status } from '../../core/kpi/kpi';
import { NARROW_SPACE } from '../../core/words/typography';
import type { DriftState } from '../../core/watch/multiples';

/** Every text of the watch, but for what the figures say, which is the core's. */
export type WatchStrings = {
  loading: string;
  reading: string;
  status: Readonly<Record<Exclude<Status, 'none' | 'green'>, string>>;
  state: Readonly<Record<DriftState, string>>;
  /** Beside a KPI with a cause, after what it is held to. */
  causes: (target: string, usual: string) => string;
  target: (target: string) => string;
  list: string;
  band: string;
  /** In the place of `band` as long as no KPI has limits. */
  noBand: string;
  more: (count: number) => string;
  empty: { title: string; text: string; needs: (known: number, needed: number) => string; button: string };
  due: (time: string, minutes: number) => string;
  flash: string;
  select: string;
};

const fr: WatchStrings = {
  loading: 'Lecture du suivi…',
  reading: 'Les feuilles sont lues, rien n’est modifié.',
  status: { red: 'Alerte', amber: 'Vigilance' },
  state: {
    usual: 'Habituel',
    season: 'Saisonnier',
    drift: 'Dérive',
    changed: 'Niveau changé',
    better: 'En progrès',
    short: 'Incomplet',
  },
  causes: (target, usual) => `objectif ${target} · d’ordinaire ${usual}, causes de l’écart\u00a0:`,
  target: (target) => `objectif ${target}`,
  list: 'Alertes et dérives',
  band: 'Dans la bande grise\u00a0: variation habituelle, rien à faire.',
  noBand: 'Pas encore assez de recul pour dire ce qui est habituel.',
  more: (count) => (count === 1 ? 'Voir l’autre' : `Voir les ${String(count)} autres`),
  empty: {
    title: 'Suivi\u00a0: rien à montrer pour l’instant',
    text: 'Ici, chaque indicateur montre sa variation habituelle. Vous êtes prévenu quand un point en sort, ou quand 7 points de suite sont du même côté de la moyenne.',
    needs: (known, needed) =>
      `Il faut des données confirmées et ${String(needed)} jours au moins\u00a0: il en manque ${String(Math.max(0, needed - known))}.`,
    button: 'Confirmer mes données',
  },
  due: (time, minutes) => `Point de ${time}\u00a0: dans ${String(minutes)}${NARROW_SPACE}min`,
  flash: 'Saisir le point flash',
  select: 'Sélectionner la cellule',
};

const en: WatchStrings = {
  loading: 'Reading the figures…',
  reading: 'Sheets are read, nothing is changed.',
  status: { red: 'Alert', amber: 'Watch' },
  state: {
    usual: 'Usual',
    season: 'Seasonal',
    drift: 'Drift',
    changed: 'Level changed',
    better: 'Improving',
    short: 'Incomplete',
  },
  causes: (target, usual) => `target ${target} · usually ${usual}; what makes the gap:`,
  target: (target) => `target ${target}`,
  list: 'Alerts and drifts',
  band: 'Within the grey band: usual variation, nothing to do.',
  noBand: 'Not enough history yet to tell what is usual.',
  more: (count) => `See ${String(count)} more`,
  empty: {
    title: 'Watch: nothing to show yet',
    text: 'Here each KPI shows its usual variation. You are told when a point leaves it, or when 7 points in a row fall on the same side.',
    needs: (known, needed) =>
      `This takes confirmed data over at least ${String(needed)} days: ${String(Math.max(0, needed - known))} more to come.`,
    button: 'Confirm my data',
  },
  due: (time, minutes) => `${time} flash point: in ${String(minutes)} min`,
  flash: 'Enter the flash point',
  select: 'Select the cell',
};

export const watchStrings: Readonly<Record<Language, WatchStrings>> = { fr, en };
