import type { Language } from '../../core/meteo/content';
import { isoWeekOf } from '../../core/period/calendar';
import { formatNumber } from '../../core/words/numbers';
import type { PeriodKind } from '../../core/period/period';
import { plural, typeset } from '../../core/words/typography';

/** Every text of the page that consolidates. */
export type ConsolidationStrings = {
  loading: string;
  title: (rows: number, areDays: boolean) => string;
  doneTitle: (findings: number | null) => string;
  behindTitle: string;
  caption: string;
  sheets: string;
  kinds: Readonly<Record<PeriodKind, string>>;
  computed: string;
  figures: (count: number) => string;
  ratios: (count: number) => string;
  week: (day: number) => string;
  incomplete: string;
  without: string;
  blank: (count: number) => string;
  change: string;
  findings: (count: number) => string;
  noFinding: string;
  all: string;
  /** Sheets of periods that are added, and with them for `sources` the one that defines their figures. `first`: it is a step of a first use. */
  note: (added: number, sources: boolean, first: boolean) => string;
  update: string;
  none: string;
  running: string;
  run: string;
  again: string;
  written: (sheets: number) => string;
  open: string;
  select: string;
  meteo: string;
  tryAgain: string;
  back: string;
};

const fr: ConsolidationStrings = {
  loading: 'Lecture du classeur…',
  title: (rows, areDays) =>
    `Consolider les ${formatNumber(rows, 'fr')} ${areDays ? plural(rows, 'jour', 'jours', 'fr') : plural(rows, 'ligne', 'lignes', 'fr')}`,
  doneTitle: (findings) =>
    findings === null || findings === 0
      ? 'Consolidation à jour'
      : `Consolidation à jour, ${String(findings)} ${plural(findings, 'calcul à revoir', 'calculs à revoir', 'fr')}`,
  behindTitle: 'Consolidation à mettre à jour',
  caption: 'Formules Excel natives, recalculées sans le complément.',
  sheets: 'Feuilles',
  kinds: { day: 'Jour', week: 'Semaine ISO', month: 'Mois', year: 'Année' },
  computed: 'Ce qui est calculé',
  figures: (count) => `${String(count)} ${plural(count, 'chiffre', 'chiffres', 'fr')} par période`,
  ratios: (count) => (count === 0 ? 'aucun taux' : `dont ${String(count)} taux en\u00a0Σ\u00a0÷\u00a0Σ`),
  week: (day) => `Semaine ${String(isoWeekOf(day).week)}`,
  incomplete: 'marquée incomplète',
  without: 'Jours sans données',
  blank: (count) => `${formatNumber(count, 'fr')}, ${plural(count, 'laissé vide', 'laissés vides', 'fr')}`,
  change: 'Changer',
  findings: (count) => typeset(`Dans vos formules : ${String(count)} ${plural(count, 'constat', 'constats', 'fr')}`, 'fr'),
  noFinding: typeset('Dans vos formules : aucun calcul douteux', 'fr'),
  all: 'Revoir tous les calculs',
  note: (added, sources, first) => {
    const said = sources
      ? `${String(added + 1)} feuilles seront ajoutées, dont Sources\u202f; vos feuilles ne changent pas.`
      : `${String(added)} ${plural(added, 'feuille sera ajoutée', 'feuilles seront ajoutées', 'fr')}\u202f; vos feuilles ne changent pas.`;
    return typeset(first ? `Étape 3 sur 4. ${said}` : said, 'fr');
  },
  update: 'Les feuilles sont réécrites à leur place, sous leur nom.',
  none: 'Cochez au moins une feuille.',
  running: 'Consolidation en cours',
  run: 'Consolider',
  again: 'Mettre à jour',
  written: (sheets) => `${String(sheets)} ${plural(sheets, 'feuille écrite', 'feuilles écrites', 'fr')}`,
  open: 'Ouvrir\u00a0:',
  select: 'Sélectionner dans Excel',
  meteo: 'Préparer la météo',
  tryAgain: 'Réessayer',
  back: 'Retour\u00a0: Données',
};

const en: ConsolidationStrings = {
  loading: 'Reading the workbook…',
  title: (rows, areDays) =>
    `Consolidate the ${formatNumber(rows, 'en')} ${areDays ? plural(rows, 'day', 'days', 'en') : plural(rows, 'row', 'rows', 'en')}`,
  doneTitle: (findings) =>
    findings === null || findings === 0
      ? 'Consolidation up to date'
      : `Consolidation up to date, ${String(findings)} ${plural(findings, 'calculation to review', 'calculations to review', 'en')}`,
  behindTitle: 'Consolidation to update',
  caption: 'Excel formulas that recalculate on their own.',
  sheets: 'Sheets',
  kinds: { day: 'Day', week: 'ISO week', month: 'Month', year: 'Year' },
  computed: 'What is computed',
  figures: (count) => `${String(count)} ${plural(count, 'figure', 'figures', 'en')} per period`,
  ratios: (count) => (count === 0 ? 'no rate' : `${String(count)} of them ${plural(count, 'a rate', 'rates', 'en')}, Σ ÷ Σ`),
  week: (day) => `Week ${String(isoWeekOf(day).week)}`,
  incomplete: 'marked incomplete',
  without: 'Days without data',
  blank: (count) => `${formatNumber(count, 'en')}, left blank`,
  change: 'Change',
  findings: (count) => `In your formulas: ${String(count)} ${plural(count, 'finding', 'findings', 'en')}`,
  noFinding: 'In your formulas: nothing doubtful',
  all: 'Review all calculations',
  note: (added, sources, first) => {
    const said = sources
      ? `Adds ${String(added + 1)} sheets, including Sources; yours do not change.`
      : `Adds ${String(added)} ${plural(added, 'sheet', 'sheets', 'en')}; yours do not change.`;
    return first ? `Step 3 of 4. ${said}` : said;
  },
  update: 'The sheets are written again in place, under the same names.',
  none: 'Tick at least one sheet.',
  running: 'Consolidating…',
  run: 'Consolidate',
  again: 'Update',
  written: (sheets) => `${String(sheets)} ${plural(sheets, 'sheet', 'sheets', 'en')} written`,
  open: 'Open:',
  select: 'Select in Excel',
  meteo: 'Prepare the météo',
  tryAgain: 'Try again',
  back: 'Back: Data',
};

export const consolidationStrings: Readonly<Record<Language, ConsolidationStrings>> = { fr, en };
