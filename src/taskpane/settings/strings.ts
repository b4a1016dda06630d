import type { FormKey } from '../../core/client/settings-form';
import type { Language } from '../../core/meteo/content';
import { plural, typeset } from '../../core/words/typography';

/** Every text of the page of settings. */
export type SettingsStrings = {
  loading: string;
  title: (client: string) => string;
  /** Under a client that is only called like the sheet. */
  toConfirm: string;
  nobody: string;
  toFix: (count: number) => string;
  caption: string;
  groups: Readonly<Record<'who' | 'calendar' | 'page', string>>;
  fields: Readonly<Record<FormKey, { label: string; hint?: string }>>;
  options: {
    orientation: Readonly<Record<'portrait' | 'landscape', string>>;
    printMinutes: Readonly<Record<'yes' | 'no', string>>;
    language: Readonly<Record<Language, string>>;
  };
  note: string;
  saving: string;
  saved: string;
  select: string;
  done: string;
  tryAgain: string;
  back: string;
};

const fr: SettingsStrings = {
  loading: 'Lecture des paramètres…',
  title: (client) => `Paramètres de ${client}`,
  nobody: 'Pour quel client travaillez-vous\u202f?',
  toConfirm: 'À confirmer\u00a0: c’est le nom de la feuille.',
  toFix: (count) => `${String(count)} ${plural(count, 'paramètre à revoir', 'paramètres à revoir', 'fr')}`,
  caption: 'Chaque champ est enregistré quand vous le quittez.',
  groups: { who: 'Qui', calendar: 'Calendrier', page: 'Page' },
  fields: {
    client: { label: 'Client', hint: 'En tête de la météo.' },
    provider: { label: 'Prestataire', hint: 'En pied de page.' },
    contract: { label: 'Contrat', hint: 'Sous le nom du client.' },
    cadence: { label: 'Jours entre deux météos', hint: 'De 7 à 15.' },
    closedDays: {
      label: 'Jours fermés',
      hint: typeset('Passés ou à venir : 24/12/2026–02/01/2027 ; 11/02/2027.', 'fr'),
    },
    plannedEvents: {
      label: 'Événements prévus',
      hint: typeset('Effet attendu sur le volume : 15/01/2027–20/01/2027 = +30 % (relance).', 'fr'),
    },
    orientation: { label: 'Orientation de la page' },
    printMinutes: { label: 'Durée de préparation en pied de page' },
    language: { label: 'Langue de la page' },
  },
  options: {
    orientation: { portrait: 'Portrait', landscape: 'Paysage' },
    printMinutes: { yes: 'Imprimée', no: 'Non imprimée' },
    language: { fr: 'français', en: 'English' },
  },
  note: 'Les mêmes valeurs se changent aussi dans la feuille Paramètres.',
  saving: 'Enregistrement…',
  saved: 'Enregistré dans',
  select: 'Sélectionner dans Excel',
  done: 'Terminé',
  tryAgain: 'Réessayer',
  back: 'Retour\u00a0: Données',
};

const en: SettingsStrings = {
  loading: 'Reading the settings…',
  title: (client) => `Settings for ${client}`,
  nobody: 'Which client do you work for?',
  toConfirm: 'To confirm: this is the sheet’s name.',
  toFix: (count) => `${String(count)} ${plural(count, 'setting to review', 'settings to review', 'en')}`,
  caption: 'Each field is saved when you leave it.',
  groups: { who: 'Who', calendar: 'Calendar', page: 'Page' },
  fields: {
    client: { label: 'Client', hint: 'At the top of the météo.' },
    provider: { label: 'Provider', hint: 'In the footer.' },
    contract: { label: 'Contract', hint: 'Under the client’s name.' },
    cadence: { label: 'Days between two météos', hint: 'From 7 to 15.' },
    closedDays: { label: 'Closed days', hint: 'Past or future, as in 24/12/2026–02/01/2027; 11/02/2027.' },
    plannedEvents: {
      label: 'Planned events',
      hint: 'Effect: 15/01/2027–20/01/2027 = +30% (reminder).',
    },
    orientation: { label: 'Page orientation' },
    printMinutes: { label: 'Preparation time in the footer' },
    language: { label: 'Page language' },
  },
  options: {
    orientation: { portrait: 'Portrait', landscape: 'Landscape' },
    printMinutes: { yes: 'Printed', no: 'Not printed' },
    language: { fr: 'français', en: 'English' },
  },
  note: 'The same values can also be changed in the Settings sheet.',
  saving: 'Saving…',
  saved: 'Saved in',
  select: 'Select in Excel',
  done: 'Done',
  tryAgain: 'Try again',
  back: 'Back: Data',
};

export const settingsStrings: Readonly<Record<Language, SettingsStrings>> = { fr, en };
