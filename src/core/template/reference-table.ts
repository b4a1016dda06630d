import type { Language } from '../meteo/content';
import { vocabulary } from '../words/vocabulary';
import type { InputColumn } from './input-sheet';
import { DATE_FORMATS, exampleText, FIRST_DAY, type TemplateTable } from './table';

type Field = { header: string; help: string };

type Words = {
  title: string;
  hint: string;
  client: Field;
  family: Field;
  owner: Field;
  stage: Field & { choices: readonly [string, string, string, string, string] };
  submitted: Field;
  committed: Field;
  completed: Field;
  uses: Field;
  won: Field & { choices: readonly [string, string] };
  revenue: Field;
  dateAlert: string;
  countAlert: string;
  examples: readonly (readonly [client: string, family: string, owner: string])[];
};

const WORDS: Record<Language, Words> = {
  fr: {
    title: 'Références clients : qui, où elles en sont, à quoi elles servent',
    hint: 'Une ligne par référence. Les comptes de chaque jour vont dans Données.',
    client: { header: 'Client', help: 'Entreprise qui témoigne, jamais une personne. Exemple : Mutuelle du Littoral.' },
    family: {
      header: 'Famille de produits',
      help: 'Famille de produits ou d’offres concernée. Texte libre. Exemple : Relation client.',
    },
    owner: {
      header: 'Pilote (rôle)',
      help: 'Qui la suit : un rôle, jamais un nom de personne. Exemple : ingénieur commercial Ouest.',
    },
    stage: {
      header: 'Étape',
      help: 'Où elle en est. Choisissez dans la liste.',
      choices: ['soumise', 'engagée', 'en rédaction', 'terminée', 'bloquée'],
    },
    submitted: { header: 'Soumise le', help: 'Jour où elle a été proposée. Unité : jour. Exemple : 16/11/2026.' },
    committed: { header: 'Engagée le', help: 'Jour où le client a dit oui. Vide avant. Exemple : 30/11/2026.' },
    completed: { header: 'Terminée le', help: 'Jour où elle a été validée. Vide avant. Exemple : 21/12/2026.' },
    uses: {
      header: 'Utilisations en avant-vente',
      help: 'Fois où elle a servi depuis le début. Unité : nombre entier. Exemple : 4.',
    },
    won: {
      header: 'Affaire gagnée ?',
      help: 'A-t-elle aidé à gagner une affaire ? Choisissez dans la liste.',
      choices: ['oui', 'non'],
    },
    revenue: {
      header: 'CA impacté (€)',
      help: 'Montant des affaires gagnées avec elle. Unité : euros. Exemple : 48 000. Source : outil commercial.',
    },
    dateAlert: 'Tapez une vraie date, par exemple 16/11/2026.',
    countAlert: 'Tapez un nombre, 0 ou plus, sans unité ni texte.',
    examples: [
      ['Mutuelle du Littoral', 'Relation client', 'ingénieur commercial Ouest'],
      ['Transports du Val', 'Infogérance', 'directrice de compte'],
      ['Régie des Eaux', 'Relation client', 'ingénieur commercial Sud'],
    ],
  },
  en: {
    title: 'Customer references: who, how far they are, what they serve',
    hint: 'One row per reference. Each day’s counts go into Data.',
    client: { header: 'Client', help: 'Company that speaks for you, never a person. Example: Coast Mutual.' },
    family: { header: 'Product family', help: 'Product or offer family concerned. Free text. Example: Customer relations.' },
    owner: { header: 'Owner (role)', help: 'Who follows it: a role, never a person’s name. Example: account manager West.' },
    stage: {
      header: 'Stage',
      help: 'How far it is. Choose from the list.',
      choices: ['submitted', 'committed', 'being written', 'completed', 'blocked'],
    },
    submitted: { header: 'Submitted on', help: 'Day on which it was proposed. Unit: day. Example: 2026-11-16.' },
    committed: { header: 'Committed on', help: 'Day on which the client agreed. Blank before. Example: 2026-11-30.' },
    completed: { header: 'Completed on', help: 'Day on which it was approved. Blank before. Example: 2026-12-21.' },
    uses: { header: 'Pre-sales uses', help: 'Times it has served since the start. Unit: whole number. Example: 4.' },
    won: { header: 'Deal won?', help: 'Did it help to win a deal? Choose from the list.', choices: ['yes', 'no'] },
    revenue: {
      header: 'Revenue influenced (€)',
      help: 'Amount of the deals won with it. Unit: euros. Example: 48,000. Source: sales tool.',
    },
    dateAlert: 'Type a real date, for instance 2026-11-16.',
    countAlert: 'Type a number, 0 or more, without unit or text.',
    examples: [
      ['Coast Mutual', 'Customer relations', 'account manager West'],
      ['Valley Transport', 'Managed services', 'account director'],
      ['Water Board', 'Customer relations', 'account manager South'],
    ],
  },
};

/** `tblReferences`: one row a customer reference, from the first proposal to the deals that it helped to win. */
export const referenceTable = (language: Language, date1904: boolean): TemplateTable => {
  const words = WORDS[language];
  const date = (field: Field): InputColumn => ({
    ...field,
    width: 72,
    numberFormat: DATE_FORMATS[language],
    rule: { date: { from: FIRST_DAY[date1904 ? 1904 : 1900] } },
    alert: { style: 'stop', message: words.dateAlert },
  });
  const countAlert = { style: 'stop' as const, message: words.countAlert };
  const [submitted, committed, , completed] = words.stage.choices;
  const [yes, no] = words.won.choices;
  const stages = [completed, committed, submitted];
  const facts = [
    [{ day: -63 }, { day: -42 }, { day: -7 }, 4, yes, 48_000],
    [{ day: -28 }, { day: -10 }, null, 1, no, null],
    [{ day: 1 }, null, null, 0, no, null],
  ] as const;
  return {
    table: 'tblReferences',
    sheet: vocabulary(language).sheets.references,
    title: words.title,
    hint: words.hint,
    frozen: 1,
    columns: [
      { ...words.client, width: 168, rule: { any: true } },
      { ...words.family, width: 108, rule: { any: true } },
      { ...words.owner, width: 138, rule: { any: true } },
      { header: words.stage.header, help: words.stage.help, width: 78, rule: { choices: words.stage.choices } },
      date(words.submitted),
      date(words.committed),
      date(words.completed),
      { ...words.uses, width: 78, numberFormat: '#,##0', rule: { whole: { minimum: 0 } }, alert: countAlert },
      { header: words.won.header, help: words.won.help, width: 66, rule: { choices: words.won.choices } },
      { ...words.revenue, width: 84, numberFormat: '#,##0', rule: { decimal: { minimum: 0 } }, alert: countAlert },
    ],
    examples: words.examples.map(([client, family, owner], index) => [
      exampleText(client, language),
      family,
      owner,
      stages[index] ?? null,
      ...(facts[index] ?? []),
    ]),
  };
};
