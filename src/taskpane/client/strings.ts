import type { Mood } from '../../core/client/moods';
import type { ReplyBasis } from '../../core/client/feedback-reply';
import type { Language } from '../../core/meteo/content';
import { weekdayOf } from '../../core/period/serial';
import { formatDayMonth, weekdayName } from '../../core/words/dates';
import { plural, quoted, typeset } from '../../core/words/typography';
import { sideBySide } from '../../core/words/sideBySide';
import type { ClientAct } from './clientFlow';

/** Every text of the client's page. Days are serials. */
export type ClientStrings = {
  loading: string;
  title: (open: number) => string;
  nothingOpen: string;
  readIn: (address: string, hour: string) => string;
  select: string;
  moods: Readonly<Record<Mood | 'unsaid', string>>;
  noSubject: string;
  /** Who said it and when. */
  said: (from: string, day: number | null) => string;
  quote: (text: string) => string;
  answer: string;
  answerMissing: string;
  basis: (basis: ReplyBasis) => string;
  written: string;
  show: (meteo: number) => string;
  shown: (meteo: number) => string;
  open: (count: number) => string;
  done: (count: number) => string;
  waiting: (mood: string, day: number | null) => string;
  answered: (mood: string, day: number | null, meteo: number | null) => string;
  reply: string;
  add: string;
  history: string;
  running: Readonly<Record<ClientAct, string>>;
  outcome: Readonly<Record<ClientAct, string>>;
  /** After what was made: selects its cell. */
  see: (address: string) => string;
  readOnly: string;
  empty: {
    title: string;
    how: string;
    examples: readonly { day: string; subject: string; mood: Mood }[];
    examplesLabel: string;
    then: string;
    table: string;
  };
  form: {
    title: string;
    back: string;
    date: string;
    dateMissing: string;
    from: string;
    fromHint: string;
    subject: string;
    subjectHint: string;
    mood: string;
    text: string;
    textMissing: string;
    note: string;
    add: string;
    cancel: string;
  };
};

const fr: ClientStrings = {
  loading: 'Lecture des retours…',
  title: (open) => `${String(open)} ${plural(open, 'retour client', 'retours client', 'fr')} à traiter`,
  nothingOpen: 'Aucun retour à traiter',
  readIn: (address, hour) => `Retours lus dans ${address} à\u00a0${hour}`,
  select: 'Sélectionner dans Excel',
  moods: { satisfied: 'Satisfait', neutral: 'Neutre', unhappy: 'Mécontent', unsaid: 'Humeur non dite' },
  noSubject: 'Sans sujet',
  said: (from, day) => {
    const when = day === null ? 'sans date' : `${weekdayName(weekdayOf(day), 'fr')} ${formatDayMonth(day, 'fr')}`;
    return sideBySide(from, typeset(when, 'fr'));
  },
  quote: (text) => quoted(text, 'fr'),
  answer: 'Votre réponse',
  answerMissing: 'Écrivez votre réponse.',
  basis: (basis) => {
    switch (basis.kind) {
      case 'action':
        return basis.due === null
          ? 'Proposée d’après l’action prévue au Journal.'
          : `Proposée d’après l’action prévue au ${formatDayMonth(basis.due, 'fr')}.`;
      case 'figures':
        return 'Proposée d’après vos chiffres.';
      case 'courtesy':
        return 'Proposée, à compléter\u00a0: aucun chiffre ni aucune action ne porte sur ce sujet.';
    }
  },
  written: 'Sera écrite dans la feuille des retours, avec sa date.',
  show: (meteo) => `Montrer cette insatisfaction dans la météo n°\u00a0${String(meteo)}`,
  shown: (meteo) => `Dans le Journal\u00a0: la météo n°\u00a0${String(meteo)} la montrera comme traitée.`,
  open: (count) => `À traiter (${String(count)})`,
  done: (count) => `Traités (${String(count)})`,
  waiting: (mood, day) => (day === null ? `${mood} · sans date` : `${mood} · ${formatDayMonth(day, 'fr')}`),
  answered: (mood, day, meteo) => {
    if (day === null) return `${mood} · traité`;
    const on = `${mood} · répondu le ${formatDayMonth(day, 'fr')}`;
    return meteo === null ? on : `${on}, météo n°\u00a0${String(meteo)}`;
  },
  reply: 'Répondre',
  add: 'Ajouter un retour',
  history: 'Historique des météos',
  running: {
    answer: 'Écriture de la réponse…',
    add: 'Écriture du retour…',
    table: 'Écriture de la feuille…',
    show: 'Écriture au Journal…',
  },
  outcome: {
    answer: 'Réponse écrite.',
    add: 'Retour ajouté.',
    table: 'Feuille ajoutée\u00a0: partagez-la avec votre client.',
    show: 'Insatisfaction ajoutée au Journal.',
  },
  see: (address) => `Voir ${address}`,
  readOnly: 'Classeur en lecture seule. Pour répondre\u00a0: Fichier\u202f›\u202fEnregistrer une copie.',
  empty: {
    title: 'Client\u00a0: aucun retour pour l’instant',
    how: 'Vos clients écrivent leurs retours dans une feuille du classeur partagé, sans installer le complément\u00a0: une date, un sujet, une humeur, une phrase.',
    examples: [
      { day: '20/11', subject: 'Niveau de service', mood: 'unhappy' },
      { day: '02/11', subject: 'Serveur vocal', mood: 'satisfied' },
    ],
    examplesLabel: 'Exemples',
    then: 'Chaque retour arrive ici, reçoit une réponse, et paraît dans la météo suivante\u00a0: ouvert ou traité.',
    table: 'Ajouter la feuille Retours',
  },
  form: {
    title: 'Qu’a dit le client\u202f?',
    back: 'Retour\u00a0: Client',
    date: 'Date',
    dateMissing: 'Choisissez le jour du retour.',
    from: 'De (rôle)',
    fromHint: 'Un rôle, jamais un nom de personne\u00a0: responsable du contrat.',
    subject: 'Indicateur ou sujet',
    subjectHint: 'Nommez un indicateur suivi\u00a0: la réponse proposée sera chiffrée.',
    mood: 'Humeur',
    text: 'Retour',
    textMissing: 'Écrivez ce que le client a dit, en une phrase.',
    note: 'Écrit une ligne dans la feuille des retours.',
    add: 'Ajouter ce retour',
    cancel: 'Annuler',
  },
};

const en: ClientStrings = {
  loading: 'Reading the feedback…',
  title: (open) => `${String(open)} client ${plural(open, 'comment', 'comments', 'en')} to answer`,
  nothingOpen: 'No feedback to answer',
  readIn: (address, hour) => `Read in ${address} at ${hour}`,
  select: 'Select in Excel',
  moods: { satisfied: 'Satisfied', neutral: 'Neutral', unhappy: 'Unhappy', unsaid: 'Mood not said' },
  noSubject: 'No subject',
  said: (from, day) => {
    const when = day === null ? 'no date' : `${weekdayName(weekdayOf(day), 'en')} ${formatDayMonth(day, 'en')}`;
    return sideBySide(from, typeset(when, 'en'));
  },
  quote: (text) => quoted(text, 'en'),
  answer: 'Your answer',
  answerMissing: 'Write your answer.',
  basis: (basis) => {
    switch (basis.kind) {
      case 'action':
        return basis.due === null
          ? 'Suggested from the action planned in the Journal.'
          : `Suggested from the action planned by ${formatDayMonth(basis.due, 'en')}.`;
      case 'figures':
        return 'Suggested from your figures.';
      case 'courtesy':
        return 'Suggested, to be completed: no figure or action is about this subject.';
    }
  },
  written: 'Written in the Feedback sheet, with its date.',
  show: (meteo) => `Show this dissatisfaction in météo no.\u00a0${String(meteo)}`,
  shown: (meteo) => `In the Journal: météo no.\u00a0${String(meteo)} will show it as dealt with.`,
  open: (count) => `To do (${String(count)})`,
  done: (count) => `Done (${String(count)})`,
  waiting: (mood, day) => (day === null ? `${mood} · no date` : `${mood} · ${formatDayMonth(day, 'en')}`),
  answered: (mood, day, meteo) => {
    if (day === null) return `${mood} · answered`;
    const on = `${mood} · answered on ${formatDayMonth(day, 'en')}`;
    return meteo === null ? on : `${on}, météo no.\u00a0${String(meteo)}`;
  },
  reply: 'Answer',
  add: 'Add feedback',
  history: 'History of the météos',
  running: {
    answer: 'Writing the answer…',
    add: 'Writing the feedback…',
    table: 'Writing the sheet…',
    show: 'Writing to the Journal…',
  },
  outcome: {
    answer: 'Answer written.',
    add: 'Feedback added.',
    table: 'Sheet added: share it with your client.',
    show: 'Dissatisfaction added to the Journal.',
  },
  see: (address) => `See ${address}`,
  readOnly: 'Read-only workbook. To answer: File › Save a Copy.',
  empty: {
    title: 'Client: no feedback yet',
    how: 'Your clients write their feedback on a sheet of the shared workbook, without installing anything: a date, a subject, a mood, a sentence.',
    examples: [
      { day: '20\u00a0Nov', subject: 'Service level', mood: 'unhappy' },
      { day: '2\u00a0Nov', subject: 'Voice menu', mood: 'satisfied' },
    ],
    examplesLabel: 'Examples',
    then: 'Each comment arrives here, gets an answer, and appears in the next météo: open or dealt with.',
    table: 'Add the Feedback sheet',
  },
  form: {
    title: 'What did the client say?',
    back: 'Back: Client',
    date: 'Date',
    dateMissing: 'Choose the day of the feedback.',
    from: 'From (role)',
    fromHint: 'A role, never a person’s name: e.g. contract manager.',
    subject: 'KPI or subject',
    subjectHint: 'Name a KPI you track, and the answer comes with figures.',
    mood: 'Mood',
    text: 'Feedback',
    textMissing: 'Write what the client said, in one sentence.',
    note: 'Adds a row to the Feedback sheet.',
    add: 'Add this feedback',
    cancel: 'Cancel',
  },
};

export const clientStrings: Readonly<Record<Language, ClientStrings>> = { fr, en };
