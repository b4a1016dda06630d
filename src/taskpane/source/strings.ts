import type { Language } from '../../core/meteo/content';
import { formatDate } from '../../core/words/dates';
import { formatNumber, formatPercent } from '../../core/words/numbers';
import { plural, quoted, typeset } from '../../core/words/typography';

/** Every text of the page Source. */
export type SourceStrings = {
  loading: string;
  title: (sheet: string, rows: number, areDays: boolean, questions: number) => string;
  headers: (row: number, first: number | null, last: number | null) => string;
  which: {
    question: string;
    about: string;
    /** `range`: its cells, where another table is called the same; else null. */
    option: (sheet: string, rows: number, range: string | null) => string;
    dates: (first: number | null, last: number | null) => string;
  };
  dates: {
    question: (sample: string) => string;
    about: (count: number) => string;
    answer: Record<'as-is' | 'swapped', (day: number) => string>;
    complete: string;
    consequence: (missing: number, duplicates: number) => string;
    suggested: string;
  };
  dateColumn: {
    question: string;
    about: string;
    option: (header: string, place: string) => string;
    consequence: (dated: number, rows: number, first: number, last: number) => string;
    none: string;
    noneNote: string;
  };
  changed: {
    question: (before: string) => string;
    about: (column: string, after: string) => string;
    same: string;
    sameNote: (what: string) => string;
    other: string;
    otherNote: string;
  };
  lost: { question: (header: string) => string; about: string; label: string; choose: string; without: string };
  unit: {
    question: (header: string) => string;
    about: (place: string) => string;
    answer: (unit: string) => string;
    /** What half of the values are under, in seconds. */
    consequence: (seconds: number) => string;
  };
  check: {
    heading: (count: number) => string;
    label: (header: string, place: string) => string;
    hint: (level: 'medium' | 'low', confidence: number, reason: string, sample: string) => string;
    rate: string;
    unit: string;
  };
  known: { heading: (count: number) => string; confidence: string; confirmed: string; own: (type: string) => string };
  left: { heading: (count: number) => string };
  remarks: (count: number) => string;
  change: string;
  changeOf: (header: string) => string;
  options: { measures: string; types: string; leave: string };
  date: string;
  percent: (share: number) => string;
  place: (place: string, across: boolean) => string;
  selectRange: (range: string) => string;
  note: (first: boolean) => string;
  remaining: (count: number) => string;
  confirm: string;
  running: string;
  back: string;
  tryAgain: string;
};

const NO_BREAK = '\u00a0';

/** How long something lasts, its units in words: `1 h 33 min`, `1 min 33 s`, `8,5 s`. */
const lasting = (seconds: number, language: Language): string => {
  const unit = (value: number, name: string, decimals = 0): string =>
    `${formatNumber(value, language, decimals)}${NO_BREAK}${name}`;
  if (seconds < 60) return unit(seconds, 's', Number.isInteger(seconds) ? 0 : 1);
  const [whole, part, ofPart] = seconds < 3600 ? ([60, 'min', 's'] as const) : ([3600, 'h', 'min'] as const);
  const rest = Math.floor((seconds % whole) / (whole / 60));
  const large = unit(Math.floor(seconds / whole), part);
  return rest === 0 ? large : `${large} ${unit(rest, ofPart)}`;
};

const fr: SourceStrings = {
  loading: 'Lecture du classeur…',
  title: (sheet, rows, areDays, questions) => {
    const found = areDays
      ? plural(rows, 'jour trouvé', 'jours trouvés', 'fr')
      : plural(rows, 'ligne trouvée', 'lignes trouvées', 'fr');
    const asked = questions === 0 ? '' : `, ${String(questions)} ${plural(questions, 'question', 'questions', 'fr')}`;
    return typeset(`${sheet} : ${formatNumber(rows, 'fr')}\u00a0${found}${asked}`, 'fr');
  },
  headers: (row, first, last) =>
    first === null || last === null
      ? `en-têtes ligne ${String(row)}`
      : typeset(`en-têtes ligne ${String(row)} · du ${formatDate(first, 'fr')} au ${formatDate(last, 'fr')}`, 'fr'),
  which: {
    question: typeset('Quelles données suivre ?', 'fr'),
    about: 'Plusieurs tableaux ont été trouvés. Les autres restent tels quels.',
    option: (sheet, rows, range) => {
      const counted = `${formatNumber(rows, 'fr')} ${plural(rows, 'ligne', 'lignes', 'fr')}`;
      const named = quoted(sheet, 'fr');
      return typeset(range === null ? `${named} : ${counted}` : `${named}, ${range} : ${counted}`, 'fr');
    },
    dates: (first, last) =>
      first === null || last === null
        ? 'Sans date.'
        : typeset(`Du ${formatDate(first, 'fr')} au ${formatDate(last, 'fr')}.`, 'fr'),
  },
  dates: {
    question: (sample) => typeset(`Jour ou mois : comment lire ${sample} ?`, 'fr'),
    about: () => 'Ces dates se lisent dans les deux sens.',
    answer: {
      'as-is': (day) => `Tel quel${'\u00a0'}: ${formatDate(day, 'fr')}`,
      swapped: (day) => typeset(`Jour et mois échangés : ${formatDate(day, 'fr')}`, 'fr'),
    },
    complete: 'La suite des jours est complète.',
    consequence: (missing, duplicates) => {
      const twice = `${formatNumber(duplicates, 'fr')} ${plural(duplicates, 'jour en double', 'jours en double', 'fr')}`;
      const lacking = `${formatNumber(missing, 'fr')} ${plural(missing, 'jour manquant', 'jours manquants', 'fr')}`;
      return duplicates === 0 ? `${lacking}.` : missing === 0 ? `${twice}.` : `${twice}, ${lacking}.`;
    },
    suggested: 'Proposé.',
  },
  dateColumn: {
    question: typeset('Quelle colonne porte les dates ?', 'fr'),
    about: 'Aucune ne se lit partout comme une date.',
    option: (header, place) => `${quoted(header, 'fr')}, ${place}`,
    consequence: (dated, rows, first, last) =>
      typeset(
        `${formatNumber(dated, 'fr')} ${plural(dated, 'ligne datée', 'lignes datées', 'fr')} sur ${formatNumber(rows, 'fr')}, du ${formatDate(first, 'fr')} au ${formatDate(last, 'fr')}.`,
        'fr',
      ),
    none: 'Aucune',
    noneNote: 'Sans date, rien ne se consolide par jour, semaine ou mois.',
  },
  changed: {
    question: (before) => typeset(`L’en-tête ${quoted(before, 'fr')} a disparu.`, 'fr'),
    about: (column, after) =>
      typeset(`La colonne ${column} s’appelle maintenant ${quoted(after, 'fr')}. Est-ce la même mesure ?`, 'fr'),
    same: 'Oui, la même',
    sameNote: (what) => `Elle reste${'\u00a0'}: ${what}.`,
    other: 'Non, choisir',
    otherNote: 'Elle est proposée plus bas, comme une colonne nouvelle.',
  },
  lost: {
    question: (header) => typeset(`La colonne ${quoted(header, 'fr')} a disparu.`, 'fr'),
    about: 'Elle avait été confirmée. Quelle colonne la remplace\u202f?',
    label: 'Colonne qui la remplace',
    choose: 'Choisir…',
    without: 'Aucune, continuer sans elle',
  },
  unit: {
    question: (header) => typeset(`${quoted(header, 'fr')} : dans quelle unité ?`, 'fr'),
    about: (place) => typeset(`Ni l’en-tête ni les cellules de la ${place} ne le disent.`, 'fr'),
    answer: (unit) => `En ${unit}`,
    consequence: (seconds) => typeset(`La moitié sous ${lasting(seconds, 'fr')}.`, 'fr'),
  },
  check: {
    heading: (count) => `À vérifier (${String(count)})`,
    label: (header, place) => `${quoted(header, 'fr')}, ${place}`,
    hint: (level, confidence, reason, sample) =>
      typeset(
        `Confiance ${level === 'medium' ? 'moyenne' : 'faible'}, ${formatPercent(confidence, 'fr')} : ${reason}. Ex. ${sample}`,
        'fr',
      ),
    rate: 'Taux sans numérateur ni dénominateur dans ce tableau\u00a0: il ne se consolide pas.',
    unit: 'Unité des durées',
  },
  known: {
    heading: (count) => `${plural(count, 'Reconnu', 'Reconnus', 'fr')} (${String(count)})`,
    confidence: 'confiance',
    confirmed: 'confirmé',
    own: (type) => `gardé sous son nom (${type})`,
  },
  left: { heading: (count) => `${plural(count, 'Laissé de côté', 'Laissés de côté', 'fr')} (${String(count)})` },
  remarks: (count) => `${String(count)} ${plural(count, 'remarque', 'remarques', 'fr')}`,
  change: 'Changer',
  changeOf: (header) => `Changer ${quoted(header, 'fr')}`,
  options: { measures: 'Mesures', types: 'Garder sous son nom', leave: 'Laisser de côté' },
  date: 'Date du jour',
  percent: (share) => formatPercent(share, 'fr'),
  place: (place, across) => (across ? `ligne ${place}` : `colonne ${place}`),
  selectRange: (range) => `Sélectionner ${range} dans Excel`,
  note: (first) => (first ? 'Étape 1 sur 4. Rien n’est écrit avant votre accord.' : 'Rien n’est écrit avant votre accord.'),
  remaining: (count) => `Il reste ${String(count)} ${plural(count, 'question', 'questions', 'fr')}.`,
  confirm: 'Confirmer ces données',
  running: 'Écriture de la feuille Sources',
  back: 'Retour\u00a0: Données',
  tryAgain: 'Relire',
};

const en: SourceStrings = {
  loading: 'Reading the workbook…',
  title: (sheet, rows, areDays, questions) => {
    const found = areDays ? plural(rows, 'day found', 'days found', 'en') : plural(rows, 'row found', 'rows found', 'en');
    const asked = questions === 0 ? '' : `, ${String(questions)} ${plural(questions, 'question', 'questions', 'en')}`;
    return `${sheet}: ${formatNumber(rows, 'en')}\u00a0${found}${asked}`;
  },
  headers: (row, first, last) =>
    first === null || last === null
      ? `headers in row ${String(row)}`
      : `headers in row ${String(row)} · ${formatDate(first, 'en')} to ${formatDate(last, 'en')}`,
  which: {
    question: 'Which data do you want to track?',
    about: 'Several tables were found. The others stay as they are.',
    option: (sheet, rows, range) => {
      const counted = `${formatNumber(rows, 'en')} ${plural(rows, 'row', 'rows', 'en')}`;
      return range === null ? `${quoted(sheet, 'en')}: ${counted}` : `${quoted(sheet, 'en')}, ${range}: ${counted}`;
    },
    dates: (first, last) =>
      first === null || last === null ? 'No dates.' : `${formatDate(first, 'en')} to ${formatDate(last, 'en')}.`,
  },
  dates: {
    question: (sample) => `Day or month: how to read ${sample}?`,
    about: () => 'These dates can be read both ways.',
    answer: {
      'as-is': (day) => `As it is: ${formatDate(day, 'en')}`,
      swapped: (day) => `Day and month swapped: ${formatDate(day, 'en')}`,
    },
    complete: 'The days follow on without a gap.',
    consequence: (missing, duplicates) => {
      const twice = `${formatNumber(duplicates, 'en')} ${plural(duplicates, 'day twice', 'days twice', 'en')}`;
      const lacking = `${formatNumber(missing, 'en')} ${plural(missing, 'day missing', 'days missing', 'en')}`;
      return duplicates === 0 ? `${lacking}.` : missing === 0 ? `${twice}.` : `${twice}, ${lacking}.`;
    },
    suggested: 'Suggested.',
  },
  dateColumn: {
    question: 'Which column has the dates?',
    about: 'No column holds dates in every row.',
    option: (header, place) => `${quoted(header, 'en')}, ${place}`,
    consequence: (dated, rows, first, last) =>
      `${formatNumber(dated, 'en')} of ${formatNumber(rows, 'en')} rows dated, ${formatDate(first, 'en')} to ${formatDate(last, 'en')}.`,
    none: 'None',
    noneNote: 'Without dates, nothing is consolidated by day, week or month.',
  },
  changed: {
    question: (before) => `The header ${quoted(before, 'en')} is gone.`,
    about: (column, after) => `Column ${column} is now called ${quoted(after, 'en')}. Is it the same measure?`,
    same: 'Yes, the same',
    sameNote: (what) => `It stays “${what}”.`,
    other: 'No, choose',
    otherNote: 'You choose below what it is, as for a new column.',
  },
  lost: {
    question: (header) => `The column ${quoted(header, 'en')} is gone.`,
    about: 'It had been confirmed. Which column replaces it?',
    label: 'Column that replaces it',
    choose: 'Choose…',
    without: 'None, continue without it',
  },
  unit: {
    question: (header) => `${quoted(header, 'en')}: in which unit?`,
    about: (place) => `Neither the header nor the cells of ${place} say it.`,
    answer: (unit) => `In ${unit}`,
    consequence: (seconds) => `Half of them under ${lasting(seconds, 'en')}.`,
  },
  check: {
    heading: (count) => `To check (${String(count)})`,
    label: (header, place) => `${quoted(header, 'en')}, ${place}`,
    hint: (level, confidence, reason, sample) =>
      `${level === 'medium' ? 'Medium' : 'Low'} confidence, ${formatPercent(confidence, 'en')}: ${reason}. E.g. ${sample}`,
    rate: 'A rate without numerator or denominator in this table: it cannot be consolidated.',
    unit: 'Unit of the durations',
  },
  known: {
    heading: (count) => `Recognised (${String(count)})`,
    confidence: 'confidence',
    confirmed: 'confirmed',
    own: (type) => `under its name (${type})`,
  },
  left: { heading: (count) => `Left out (${String(count)})` },
  remarks: (count) => `${String(count)} ${plural(count, 'note', 'notes', 'en')}`,
  change: 'Change',
  changeOf: (header) => `Change ${quoted(header, 'en')}`,
  options: { measures: 'Measures', types: 'Keep under its name', leave: 'Leave out' },
  date: 'Day',
  percent: (share) => formatPercent(share, 'en'),
  place: (place, across) => (across ? `row ${place}` : `column ${place}`),
  selectRange: (range) => `Select ${range} in Excel`,
  note: (first) => (first ? 'Step 1 of 4. Nothing is written before you agree.' : 'Nothing is written before you agree.'),
  remaining: (count) => `${String(count)} ${plural(count, 'question', 'questions', 'en')} left.`,
  confirm: 'Confirm this data',
  running: 'Writing the Sources sheet…',
  back: 'Back: Data',
  tryAgain: 'Try again',
};

export const sourceStrings: Readonly<Record<Language, SourceStrings>> = { fr, en };
