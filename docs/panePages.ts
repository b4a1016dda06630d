import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/core/meteo/content';

/** The pane's pages in the order of its tabs: the beginning of their states' names, and what they are for. */
const PAGES = [
  [
    'home',
    'Accueil',
    'Home',
    'Deux façons de commencer, puis ce qu’il y a à faire.',
    'Two ways to begin, then what there is to do.',
  ],
  ['template', 'Modèles', 'Templates', 'Des feuilles prêtes à remplir.', 'Sheets that are ready to be filled in.'],
  ['data', 'Données', 'Data', 'Ce qui se prépare une fois.', 'What is prepared once.'],
  ['source', 'Source', 'Source', 'Ce qui a été compris du classeur.', 'What was understood of the workbook.'],
  ['kpi', 'Indicateurs', 'KPIs', 'Les indicateurs et leurs seuils.', 'The KPIs and their thresholds.'],
  [
    'consolidation',
    'Consolidation',
    'Consolidation',
    'Jour, semaine, mois et année\u00a0; un Excel lent, muet ou verrouillé.',
    'Day, week, month and year; an Excel that is slow, silent or locked.',
  ],
  ['settings', 'Paramètres', 'Settings', 'Un champ est écrit quand on le quitte.', 'A field is written when it is left.'],
  [
    'findings',
    'Calculs à revoir',
    'Calculations to review',
    'Ce que vos formules montrent de faux.',
    'What your formulas show wrong.',
  ],
  [
    'projections',
    'Projections',
    'Projections',
    'D’où elles viennent, et si elles ont tenu.',
    'Where they come from, and whether they held.',
  ],
  ['watch', 'Suivi', 'Watch', 'Alertes, dérives, variation habituelle.', 'Alerts, drifts, usual variation.'],
  ['flash', 'Point flash', 'Flash point', 'Trois chiffres saisis dans la journée.', 'Three figures typed during the day.'],
  ['meteo', 'Météo', 'Météo', 'Une page déjà rédigée, à relire.', 'A page that is drafted, to be read again.'],
  ['preview', 'Aperçu', 'Preview', 'La page telle qu’elle sera imprimée.', 'The page as it will be printed.'],
  ['result', 'Envoi', 'Sending', 'PDF, mail, envoi.', 'PDF, mail, sending.'],
  ['history', 'Historique', 'History', 'Les météos faites.', 'The météos that were made.'],
  ['client', 'Client', 'Client', 'Ce que le client a dit, et la réponse.', 'What the client said, and the reply.'],
] as const;

/** Sheets of states side by side: their names, and what they are called in each language. */
export const SHEETS = [
  { name: 'light', fr: 'Thème clair', en: 'Light theme' },
  { name: 'dark', fr: 'Thème sombre', en: 'Dark theme' },
  { name: 'contrast', fr: 'Contraste élevé', en: 'High contrast' },
  { name: 'zoom', fr: '225\u00a0px\u00a0: 450\u00a0px à 200\u202f%', en: '225 px: 450 px at 200%' },
] as const;
export type SheetName = (typeof SHEETS)[number]['name'];

/** The pane's title in each state. */
export type Titles = Readonly<Record<Language, Map<string, string>>>;

const WORDS = {
  fr: {
    file: 'PANE.fr.md',
    title: 'Le volet, état par état',
    about:
      'Ces images sont faites par le programme lui-même (`npm run pictures:pane`), avec les états que les tests parcourent. Sous chacune, le titre que le volet donne à la page.',
    all: 'Vue d’ensemble',
    other: '[English](PANE.md)',
  },
  en: {
    file: 'PANE.md',
    title: 'The pane, state by state',
    about:
      'The program makes these pictures itself (`npm run pictures:pane`), in the states that the tests go through. Under each stands the title that the pane gives to the page.',
    all: 'At a glance, in French',
    other: '[Français](PANE.fr.md)',
  },
} as const;

const PER_ROW = 3;

/** Pictures side by side, each with the pane's own title. */
const table = (language: Language, states: readonly string[], titles: ReadonlyMap<string, string>): string => {
  const cells = states.map(
    (state) =>
      `<td valign="top"><img src="pictures/pane/${language}/${state}.webp" width="260" alt="${state}"><br>${titles.get(state) ?? state}</td>`,
  );
  const rows = Array.from({ length: Math.ceil(cells.length / PER_ROW) }, (_, row) =>
    cells.slice(PER_ROW * row, PER_ROW * (row + 1)).join(''),
  );
  return `<table>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>`;
};

/** Does a state belong to a page? By the beginning of its name. */
const isOf = (page: string, state: string): boolean => new RegExp(`^${page}s?(-|$)`).test(state);

/** Writes the page of all states in both languages. */
export const writePanePages = (titles: Titles): void => {
  for (const language of ['fr', 'en'] as const) {
    const words = WORDS[language];
    const at = language === 'fr' ? 0 : 1;
    const states = [...titles[language].keys()];
    const sections = PAGES.map(([page, ...texts]) => {
      const own = states.filter((state) => isOf(page, state));
      return `## ${texts[at]}\n\n${texts[2 + at]}\n\n${table(language, own, titles[language])}\n`;
    });
    const sheets = SHEETS.map(({ name, ...called }) => {
      const text = called[language];
      return `### ${text}\n\n![${text}](pictures/pane/sheet-${name}.webp)\n`;
    });
    const text = [`# ${words.title}\n`, `${words.other}\n`, `${words.about}\n`, ...sections, `## ${words.all}\n`, ...sheets].join(
      '\n',
    );
    writeFileSync(join(__dirname, words.file), text);
  }
};
