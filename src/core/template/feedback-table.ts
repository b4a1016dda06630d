import type { Language } from '../meteo/content';
import { vocabulary } from '../words/vocabulary';
import { DATE_FORMATS, exampleText, FIRST_DAY, type TemplateTable } from './table';

type Field = { header: string; help: string };

type Words = {
  title: string;
  hint: string;
  date: Field & { alert: string };
  from: Field;
  subject: Field;
  mood: Field & { choices: readonly [string, string, string] };
  text: Field;
  answer: Field;
  state: Field & { choices: readonly [string, string, string] };
  answered: Field;
  examples: readonly (readonly [from: string, subject: string, text: string, answer: string])[];
};

const WORDS: Record<Language, Words> = {
  fr: {
    title: 'Retours du client',
    hint: 'Une ligne par retour, même informel, le jour où il arrive. Un retour sans réponse reste ouvert.',
    date: {
      header: 'Date',
      help: 'Jour du retour. Unité : jour. Exemple : 16/11/2026.',
      alert: 'Tapez une vraie date, par exemple 16/11/2026.',
    },
    from: {
      header: 'De (rôle)',
      help: 'Qui le dit : un rôle, jamais un nom de personne. Exemple : responsable du contrat.',
    },
    subject: {
      header: 'Indicateur ou sujet',
      help: 'Ce dont il parle : un indicateur du dictionnaire, ou un sujet libre. Exemple : délais.',
    },
    mood: {
      header: 'Humeur',
      help: 'Ce que le client en pense. Choisissez dans la liste.',
      choices: ['satisfait', 'neutre', 'mécontent'],
    },
    text: { header: 'Retour', help: 'Ce qu’il a dit, avec ses mots, en une ou deux phrases.' },
    answer: { header: 'Réponse', help: 'Ce que vous avez répondu ou décidé. Vide tant que rien n’est répondu.' },
    state: {
      header: 'Statut',
      help: 'Où en est la réponse. Choisissez dans la liste.',
      choices: ['à traiter', 'en cours', 'traité'],
    },
    answered: {
      header: 'Répondu le',
      help: 'Jour de la réponse. Unité : jour. Exemple : 18/11/2026. Vide tant que rien n’est répondu.',
    },
    examples: [
      ['responsable du contrat', 'délais', 'les réponses arrivent plus tard le lundi', 'une personne de plus le lundi dès 8 h'],
      ['directrice des opérations', 'météo du client', 'une page suffit, elle se lit en réunion', ''],
    ],
  },
  en: {
    title: 'The client’s feedback',
    hint: 'One row per piece of feedback, informal ones too, on the day it comes. Feedback without an answer stays open.',
    date: {
      header: 'Date',
      help: 'Day of the feedback. Unit: day. Example: 2026-11-16.',
      alert: 'Type a real date, for instance 2026-11-16.',
    },
    from: { header: 'From (role)', help: 'Who says it: a role, never a person’s name. Example: contract manager.' },
    subject: {
      header: 'KPI or subject',
      help: 'What it is about: a KPI of the dictionary, or a subject of your own. Example: response times.',
    },
    mood: {
      header: 'Mood',
      help: 'What the client thinks of it. Choose from the list.',
      choices: ['satisfied', 'neutral', 'unhappy'],
    },
    text: { header: 'Feedback', help: 'What was said, in their words, in a sentence or two.' },
    answer: { header: 'Answer', help: 'What you answered or decided. Blank until something is answered.' },
    state: {
      header: 'Status',
      help: 'How far the answer is. Choose from the list.',
      choices: ['to do', 'in progress', 'answered'],
    },
    answered: {
      header: 'Answered on',
      help: 'Day of the answer. Unit: day. Example: 2026-11-18. Blank until something is answered.',
    },
    examples: [
      ['contract manager', 'response times', 'answers come later on Mondays', 'one more person on Mondays from 8:00'],
      ['head of operations', 'client météo', 'one page is enough, we read it in the meeting', ''],
    ],
  },
};

/** `tblRetours`: what the client says, and what was answered. */
export const feedbackTable = (language: Language, date1904: boolean): TemplateTable => {
  const words = WORDS[language];
  const [satisfied, , unhappy] = words.mood.choices;
  const [, , answered] = words.state.choices;
  const example = (index: 0 | 1, day: number, mood: string, state: string) => {
    const [from = '', subject = '', text = '', answer = ''] = words.examples[index] ?? [];
    return [{ day }, from, subject, mood, exampleText(text, language), answer === '' ? null : answer, state, { day: day + 1 }];
  };
  const dates = { numberFormat: DATE_FORMATS[language], rule: { date: { from: FIRST_DAY[date1904 ? 1904 : 1900] } } };
  const dateAlert = { style: 'stop', message: words.date.alert } as const;
  return {
    table: 'tblRetours',
    sheet: vocabulary(language).sheets.feedback,
    title: words.title,
    hint: words.hint,
    frozen: 1,
    columns: [
      { header: words.date.header, help: words.date.help, width: 72, ...dates, alert: dateAlert },
      { ...words.from, width: 168, wrap: true, rule: { any: true } },
      { ...words.subject, width: 108, wrap: true, rule: { any: true } },
      { header: words.mood.header, help: words.mood.help, width: 72, rule: { choices: words.mood.choices } },
      { ...words.text, width: 240, wrap: true, rule: { any: true } },
      { ...words.answer, width: 216, wrap: true, rule: { any: true } },
      { header: words.state.header, help: words.state.help, width: 66, rule: { choices: words.state.choices } },
      { ...words.answered, width: 72, ...dates, alert: dateAlert },
    ],
    examples: [example(0, 0, unhappy, answered), example(1, 3, satisfied, answered)],
  };
};
