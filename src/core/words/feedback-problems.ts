import type { FeedbackCode, ProblemTexts } from './problem-text';
import { quoted } from './typography';

/** Sentences on the client's feedback. */

type FeedbackTexts = Pick<ProblemTexts, FeedbackCode>;

const ofSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` de la feuille ${quoted(sheet, 'fr')}`);
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` on sheet ${quoted(sheet, 'en')}`);

export const frenchFeedback: FeedbackTexts = {
  'feedback-changed': (_, { sheet, cell }) => ({
    title: "Retour modifié : rien n'a été écrit.",
    body: `Le retour lu en ${cell ?? 'cette ligne'}${ofSheet(sheet)} a changé ou n'est plus là. Relisez les retours, puis répondez.`,
  }),
  'feedback-totals': (_, { sheet }) => ({
    title: "Total sous les retours : rien n'a été ajouté.",
    body: `Une nouvelle ligne${ofSheet(sheet)} viendrait sous le total. Retirez-le (Création de tableau › Ligne Total), puis recommencez.`,
  }),
  'feedback-text-missing': () => ({
    title: "Retour sans texte : rien n'a été ajouté.",
    body: 'Écrivez ce que le client a dit, avec ses mots, en une ou deux phrases.',
  }),
  'feedback-answer-missing': (_, { sheet, cell }) => ({
    title: "Réponse vide : rien n'a été écrit.",
    body: `Écrivez ce que vous répondez au retour lu en ${cell ?? 'cette ligne'}${ofSheet(sheet)}.`,
  }),
  'feedback-not-unhappy': (_, { sheet, cell }) => ({
    title: "Pas une insatisfaction : rien n'a été écrit.",
    body: `Le retour lu en ${cell ?? 'cette ligne'}${ofSheet(sheet)} n'est pas d'un client mécontent. Corrigez son humeur si elle est fausse.`,
  }),
};

export const englishFeedback: FeedbackTexts = {
  'feedback-changed': (_, { sheet, cell }) => ({
    title: 'Feedback changed: nothing was written.',
    body: `The feedback read in ${cell ?? 'this row'}${onSheet(sheet)} has changed or is gone. Read the feedback again, then answer.`,
  }),
  'feedback-totals': (_, { sheet }) => ({
    title: 'Total under the feedback: nothing was added.',
    body: `A new row${onSheet(sheet)} would stand under the total. Take it out (Table Design › Total Row), then try again.`,
  }),
  'feedback-text-missing': () => ({
    title: 'Feedback without text: nothing was added.',
    body: 'Write what the client said, in their words, in a sentence or two.',
  }),
  'feedback-answer-missing': (_, { sheet, cell }) => ({
    title: 'Empty answer: nothing was written.',
    body: `Write what you answer to the feedback read in ${cell ?? 'this row'}${onSheet(sheet)}.`,
  }),
  'feedback-not-unhappy': (_, { sheet, cell }) => ({
    title: 'No dissatisfaction: nothing was written.',
    body: `The feedback read in ${cell ?? 'this row'}${onSheet(sheet)} is not that of an unhappy client. Correct its mood if it is wrong.`,
  }),
};
