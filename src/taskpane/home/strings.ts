import type { DueItem } from '../../core/overview/due';
import type { MeteoDue } from '../../core/overview/meteoDue';
import { civilOf, weekdayOf } from '../../core/period/serial';
import type { Language } from '../../core/meteo/content';
import { isoWeekOf } from '../../core/period/calendar';
import type { Period } from '../../core/period/period';
import { formatDate, formatDateNear, formatDayMonth, monthName, weekdayName } from '../../core/words/dates';
import { plural, typeset, upperFirst } from '../../core/words/typography';
import { vocabulary } from '../../core/words/vocabulary';
import { enumerated, sideBySide } from '../../core/words/sideBySide';
import type { Stage } from '../flow';
import { dueText, type DueText } from './dueText';

/** Every text of the first page. */
export type HomeStrings = {
  first: {
    title: string;
    about: string;
    find: string;
    findNote: string;
    /** The same in a workbook that holds nothing: the report is to be opened first. */
    openNote: string;
    template: string;
    templateNote: string;
    next: string;
    steps: Readonly<Record<'confirm' | 'choose' | 'consolidate' | 'generate', { label: string; about: string; minutes: number }>>;
    minutes: (count: number) => string;
    done: string;
  };
  /** The same page once something was done: its title, and what the button says. */
  resume: Readonly<Record<Exclude<Stage, 'meteo'>, { title: string; button: string }>>;
  today: {
    title: (day: number, count: number) => string;
    nothing: (day: number, due: number | null) => string;
    caption: (client: string, contract: string, day: number) => string;
    due: (item: DueItem, today: number) => DueText;
    open: Readonly<Record<DueItem['kind'], (item: DueItem) => string>>;
    /** A period as it is said on the day `today`: a day of another year is said with it. */
    last: (period: Period, today: number) => string;
    /** The report that is copied: its first line, and one for each KPI with what it is held to and how it stands. */
    reportHead: (period: string, client: string) => string;
    reportLine: (label: string, value: string, facts: readonly string[]) => string;
    copy: string;
    copied: string;
    notCopied: string;
    objective: (text: string) => string;
    proposed: string;
    contract: string;
    weather: (meteo: MeteoDue) => { title: string; about: string };
    read: (last: number | null, hour: string) => string;
  };
  examples: { text: (count: number) => string; remove: string };
  readOnly: { title: string; body: string };
};

const dayName = (day: number, language: Language): string => {
  const { month, day: date } = civilOf(day);
  return upperFirst(`${weekdayName(weekdayOf(day), language)} ${String(date)} ${monthName(month, language)}`);
};

const shortDay = (day: number, language: Language): string =>
  `${weekdayName(weekdayOf(day), language)} ${formatDayMonth(day, language)}`;

const weekTitle = (start: number, today: number, language: Language): string => {
  const { year, week } = isoWeekOf(start);
  if (year === isoWeekOf(today).year) return `${language === 'fr' ? 'Semaine' : 'Week'} ${String(week)}`;
  return language === 'fr' ? `Semaine ${String(week)} de ${String(year)}` : `Week ${String(week)} of ${String(year)}`;
};

const periodTitle = ({ kind, start }: Period, today: number, language: Language): string => {
  const { year, month } = civilOf(start);
  switch (kind) {
    case 'day':
      return upperFirst(`${weekdayName(weekdayOf(start), language)} ${formatDateNear(start, civilOf(today).year, language)}`);
    case 'week':
      return weekTitle(start, today, language);
    case 'month':
      return upperFirst(`${monthName(month, language)} ${String(year)}`);
    case 'year':
      return String(year);
  }
};

const captionOf = (client: string, contract: string, week: string): string =>
  sideBySide(client === '' || contract === '' ? `${client}${contract}` : `${client} – ${contract}`, week);

const about = ({ last }: MeteoDue): string => (last ? last.reason || last.rule : '');

const fr: HomeStrings = {
  first: {
    title: 'De votre suivi Excel à une page que le client lit en 45 secondes',
    about: 'Une météo A4\u00a0: l’indicateur clé, les faits marquants, ce qui vient. Chaque chiffre renvoie à ses cellules.',
    find: 'Trouver mes données',
    findNote: 'Mon fichier de suivi est ouvert. Les feuilles sont lues, rien n’est modifié.',
    openNote: 'Ouvrez d’abord votre fichier de suivi. Rien n’y est modifié.',
    template: 'Partir d’un modèle',
    templateNote: 'Appels entrants ou sortants, services informatiques, projet, références client.',
    next: 'Ensuite',
    steps: {
      confirm: { label: 'Confirmer', about: 'Vous vérifiez ce qui a été compris, colonne par colonne.', minutes: 2 },
      choose: { label: 'Choisir les indicateurs', about: 'Ceux qui comptent, et leurs seuils.', minutes: 1 },
      consolidate: { label: 'Consolider', about: 'Jour, semaine, mois et année, en formules Excel.', minutes: 1 },
      generate: { label: 'Générer la météo', about: 'Textes déjà proposés, feuille A4 et PDF.', minutes: 5 },
    },
    minutes: (count) => `${String(count)}\u202fmin`,
    done: 'Fait',
  },
  resume: {
    source: { title: 'Vos données sont à confirmer', button: 'Vérifier mes données' },
    kpis: { title: 'Données confirmées\u00a0: choisissez vos indicateurs', button: 'Choisir mes indicateurs' },
    consolidation: { title: 'Indicateurs retenus\u00a0: il reste à consolider', button: 'Consolider mes données' },
  },
  today: {
    title: (day, count) =>
      typeset(`${dayName(day, 'fr')} : ${String(count)} ${plural(count, 'chose à faire', 'choses à faire', 'fr')}`, 'fr'),
    nothing: (day, due) =>
      due === null
        ? typeset(`${dayName(day, 'fr')} : rien à faire`, 'fr')
        : typeset(`${dayName(day, 'fr')} : rien à faire avant ${shortDay(due, 'fr')}`, 'fr'),
    caption: (client, contract, day) => captionOf(client, contract, `semaine\u00a0${String(isoWeekOf(day).week)}`),
    due: (item, today) => dueText(item, today, 'fr'),
    open: {
      questions: () => 'Répondre',
      flash: () => 'Saisir le point flash',
      meteo: (item) => (item.kind === 'meteo' && item.ready ? 'Envoyer la météo' : 'Préparer la météo'),
      alerts: () => 'Voir ce qui ne va pas',
      feedback: () => 'Répondre au client',
      consolidation: () => 'Consolider',
      thresholds: () => 'Voir les seuils',
    },
    last: (period, today) => periodTitle(period, today, 'fr'),
    reportHead: (period, client) => (client === '' ? period : `${period} – ${client}`),
    reportLine: (label, value, facts) =>
      facts.length === 0 ? `${label}\u00a0: ${value}` : `${label}\u00a0: ${value} (${enumerated(facts)})`,
    copy: 'Copier le rapport',
    copied: 'Rapport copié',
    notCopied: 'Le navigateur refuse la copie',
    objective: (text) => `objectif ${text}`,
    proposed: 'seuil proposé',
    contract: 'Où en est le contrat',
    weather: (meteo) => {
      const { weather } = vocabulary('fr');
      const now = meteo.last ? weather[meteo.last.weather] : '';
      return { title: meteo.before ? `${now}, après ${weather[meteo.before]}` : now, about: about(meteo) };
    },
    read: (last, hour) => (last === null ? `Lu à ${hour}` : `Données jusqu’au ${formatDate(last, 'fr')}, lues à ${hour}`),
  },
  examples: {
    text: (count) =>
      `${String(count)} ${plural(count, 'ligne d’exemple compte', 'lignes d’exemple comptent', 'fr')} dans les chiffres.`,
    remove: 'Supprimer les exemples',
  },
  readOnly: {
    title: 'Classeur en lecture seule.',
    body: typeset('Tout se consulte. Pour écrire : Fichier › Enregistrer une copie.', 'fr'),
  },
};

const en: HomeStrings = {
  first: {
    title: 'From your Excel report to one page your client reads in 45 seconds',
    about: 'An A4 météo: the key figure, the highlights, what comes next. Every figure leads back to its cells.',
    find: 'Find my data',
    findNote: 'My report is open. Sheets are read, nothing is changed.',
    openNote: 'Open your report first. Its sheets are only read.',
    template: 'Start from a template',
    templateNote: 'Inbound or outbound calls, IT services, project, customer references.',
    next: 'Next',
    steps: {
      confirm: { label: 'Confirm', about: 'What was understood, column by column.', minutes: 2 },
      choose: { label: 'Choose the KPIs', about: 'Those that matter, and their thresholds.', minutes: 1 },
      consolidate: { label: 'Consolidate', about: 'Day, week, month and year, as Excel formulas.', minutes: 1 },
      generate: { label: 'Generate the météo', about: 'Texts already drafted; A4 sheet and PDF.', minutes: 5 },
    },
    minutes: (count) => `${String(count)} min`,
    done: 'Done',
  },
  resume: {
    source: { title: 'Your data still has to be confirmed', button: 'Check my data' },
    kpis: { title: 'Data confirmed: choose your KPIs', button: 'Choose my KPIs' },
    consolidation: { title: 'KPIs kept: now consolidate', button: 'Consolidate my data' },
  },
  today: {
    title: (day, count) => `${dayName(day, 'en')}: ${String(count)} ${plural(count, 'thing to do', 'things to do', 'en')}`,
    nothing: (day, due) =>
      due === null ? `${dayName(day, 'en')}: nothing to do` : `${dayName(day, 'en')}: nothing due before ${shortDay(due, 'en')}`,
    caption: (client, contract, day) => captionOf(client, contract, `week\u00a0${String(isoWeekOf(day).week)}`),
    due: (item, today) => dueText(item, today, 'en'),
    open: {
      questions: () => 'Answer',
      flash: () => 'Enter the flash point',
      meteo: (item) => (item.kind === 'meteo' && item.ready ? 'Send the météo' : 'Prepare the météo'),
      alerts: () => 'See what is wrong',
      feedback: () => 'Reply to the client',
      consolidation: () => 'Consolidate',
      thresholds: () => 'See the thresholds',
    },
    last: (period, today) => periodTitle(period, today, 'en'),
    reportHead: (period, client) => (client === '' ? period : `${period} – ${client}`),
    reportLine: (label, value, facts) =>
      facts.length === 0 ? `${label}: ${value}` : `${label}: ${value} (${enumerated(facts)})`,
    copy: 'Copy the report',
    copied: 'Report copied',
    notCopied: 'The browser refused to copy',
    objective: (text) => `target ${text}`,
    proposed: 'suggested threshold',
    contract: 'Where the contract stands',
    weather: (meteo) => {
      const { weather } = vocabulary('en');
      const now = meteo.last ? weather[meteo.last.weather] : '';
      return { title: meteo.before ? `${now}, after ${weather[meteo.before]}` : now, about: about(meteo) };
    },
    read: (last, hour) => (last === null ? `Read at ${hour}` : `Data up to ${formatDate(last, 'en')}, read at ${hour}`),
  },
  examples: {
    text: (count) => `${String(count)} example ${plural(count, 'row counts', 'rows count', 'en')} towards the figures.`,
    remove: 'Delete the examples',
  },
  readOnly: { title: 'Read-only workbook.', body: 'You can read everything. To write: File › Save a Copy.' },
};

export const homeStrings: Readonly<Record<Language, HomeStrings>> = { fr, en };
