import type { Language } from '../../core/meteo/content';
import type { DueItem } from '../../core/overview/due';
import { weekdayOf } from '../../core/period/serial';
import { formatDate, formatDayMonth, weekdayName } from '../../core/words/dates';
import { lowerFirst, plural, quoted, typeset } from '../../core/words/typography';
import { enumerated, sideBySide } from '../../core/words/sideBySide';

/** A thing to do in words: what, by when; `late` when its day is over. */
export type DueText = { title: string; about: string; late: boolean };

/** Characters of a quotation that fit on two lines. */
const QUOTED = 48;

/** Cut after a whole word: « deux adhérents nous… », never « nous l’… ». */
const short = (text: string): string => {
  if (text.length <= QUOTED) return text;
  const whole = text.slice(0, QUOTED).replace(/[\s,;:]+\S*$/u, '');
  return `${whole.slice(0, QUOTED - 1)}…`;
};

const weekday = (day: number, language: Language): string => weekdayName(weekdayOf(day), language);

/** `15 h`, `15 h 30`; `15:00`, `15:30`. */
const hourOf = (moment: number, language: Language): string => {
  const minutes = Math.round((moment % 1) * 1440);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const two = String(minute).padStart(2, '0');
  if (language === 'en') return `${String(hour)}:${two}`;
  return minute === 0 ? `${String(hour)} h` : `${String(hour)} h ${two}`;
};

/** `appels abandonnés`, `appels abandonnés et 2 autres`. */
const andOthers = (named: string, others: number): string =>
  others < 1 ? named : `${named} et ${String(others)}\u00a0${plural(others, 'autre', 'autres', 'fr')}`;

const french = (item: DueItem, today: number): Omit<DueText, 'late'> => {
  const s = (count: number, one: string, many: string): string => `${String(count)} ${plural(count, one, many, 'fr')}`;
  switch (item.kind) {
    case 'questions':
      return {
        title: s(item.count, 'question sur vos données', 'questions sur vos données'),
        about: 'Les chiffres attendent votre réponse.',
      };
    case 'flash':
      return {
        title: `Point flash de ${hourOf(item.due ?? today, 'fr')}`,
        about: item.minutes >= 0 ? `Dans ${String(item.minutes)} min` : `En retard de ${String(-item.minutes)} min`,
      };
    case 'meteo': {
      const title = `Météo n°\u00a0${String(item.number)}`;
      if (item.lateBy > 0) return { title, about: `En retard de ${s(item.lateBy, 'jour', 'jours')}` };
      if (item.due === null)
        return { title, about: item.ready ? 'Prête à envoyer.' : 'La première\u00a0: tout est déjà rédigé.' };
      const by = item.due === today ? 'aujourd’hui' : `avant ${weekday(item.due, 'fr')} ${formatDayMonth(item.due, 'fr')}`;
      return { title, about: item.ready ? `Prête, à envoyer ${by}` : `À envoyer ${by}` };
    }
    case 'alerts': {
      const alerts = s(item.alerts, 'alerte', 'alertes');
      const drifts = s(item.drifts, 'dérive', 'dérives');
      return {
        title: item.alerts === 0 ? drifts : item.drifts === 0 ? alerts : `${alerts}, ${drifts}`,
        about: item.worst
          ? `${item.worst.label}\u00a0: ${item.worst.value}`
          : `Hors de la variation habituelle\u00a0: ${andOthers(lowerFirst(item.drifting ?? ''), item.drifts - 1)}`,
      };
    }
    case 'feedback':
      return {
        title: `${s(item.count, 'retour client', 'retours client')} à traiter`,
        about: sideBySide(quoted(short(item.text), 'fr'), item.date === null ? null : formatDayMonth(item.date, 'fr')),
      };
    case 'consolidation':
      return {
        title: 'Consolidation à mettre à jour',
        about:
          item.until !== null
            ? `Elle s’arrête au ${formatDate(item.until, 'fr')}.`
            : item.lacking.length > 0
              ? `Il y manque\u00a0: ${enumerated(item.lacking)}.`
              : 'Jour, semaine, mois et année, en formules Excel.',
      };
    case 'thresholds':
      return {
        title: `${s(item.count, 'seuil', 'seuils')} à confirmer`,
        about: 'Proposés par l’usage\u202f; les vôtres font foi.',
      };
  }
};

const english = (item: DueItem, today: number): Omit<DueText, 'late'> => {
  const s = (count: number, one: string, many: string): string => `${String(count)} ${plural(count, one, many, 'en')}`;
  switch (item.kind) {
    case 'questions':
      return {
        title: s(item.count, 'question about your data', 'questions about your data'),
        about: 'The figures are waiting for your answer.',
      };
    case 'flash':
      return {
        title: `${hourOf(item.due ?? today, 'en')} flash point`,
        about: item.minutes >= 0 ? `In ${String(item.minutes)} min` : `${String(-item.minutes)} min late`,
      };
    case 'meteo': {
      const title = `Météo no. ${String(item.number)}`;
      if (item.lateBy > 0) return { title, about: `${s(item.lateBy, 'day', 'days')} late` };
      if (item.due === null)
        return { title, about: item.ready ? 'Ready to send.' : 'The first one: everything is drafted already.' };
      const by = item.due === today ? 'today' : `before ${weekday(item.due, 'en')} ${formatDayMonth(item.due, 'en')}`;
      return { title, about: item.ready ? `Ready to send; due ${by}` : `Due ${by}` };
    }
    case 'alerts': {
      const alerts = s(item.alerts, 'alert', 'alerts');
      const drifts = s(item.drifts, 'drift', 'drifts');
      return {
        title: item.alerts === 0 ? drifts : item.drifts === 0 ? alerts : `${alerts}, ${drifts}`,
        about: item.worst ? `${item.worst.label}: ${item.worst.value}` : `${item.drifting ?? ''}: outside its usual variation.`,
      };
    }
    case 'feedback':
      return {
        title: `${s(item.count, 'client comment', 'client comments')} to answer`,
        about: sideBySide(quoted(short(item.text), 'en'), item.date === null ? null : formatDayMonth(item.date, 'en')),
      };
    case 'consolidation':
      return {
        title: 'Consolidation to update',
        about:
          item.until !== null
            ? `It ends on ${formatDate(item.until, 'en')}.`
            : item.lacking.length > 0
              ? `Missing: ${enumerated(item.lacking)}.`
              : 'Day, week, month and year, as Excel formulas.',
      };
    case 'thresholds':
      return {
        title: `${s(item.count, 'threshold', 'thresholds')} to confirm`,
        about: 'Suggested by common practice; yours come first.',
      };
  }
};

/** A thing to do, as it is said on the day `today` (a serial without hours). */
export const dueText = (item: DueItem, today: number, language: Language): DueText => {
  const { title, about } = language === 'fr' ? french(item, today) : english(item, today);
  const late = (item.kind === 'meteo' && item.lateBy > 0) || (item.kind === 'flash' && item.minutes < 0);
  return { title: typeset(title, language), about: typeset(about, language), late };
};
