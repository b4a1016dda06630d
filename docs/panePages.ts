import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Sheets of states side by side. */
const SHEETS = [
  ['light', 'Thème clair', 'Light theme'],
  ['dark', 'Thème sombre', 'Dark theme'],
  ['contrast', 'Contraste élevé', 'High contrast'],
] as const;

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
      'The program makes these pictures itself (`npm run pictures:pane`), in the states that the tests go through; they show the pane in French. Under each stands the name of its state.',
    all: 'At a glance',
    other: '[Français](PANE.fr.md)',
  },
} as const;

const PER_ROW = 3;

/** Pictures side by side, each with the pane's own title. */
const table = (states: readonly string[], caption: (state: string) => string): string => {
  const rows: string[] = [];
  for (let at = 0; at < states.length; at += PER_ROW) {
    const row = states.slice(at, at + PER_ROW);
    const cells = row.map(
      (state) => `<td valign="top"><img src="pictures/pane/${state}.png" width="260" alt="${state}"><br>${caption(state)}</td>`,
    );
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<table>\n${rows.join('\n')}\n</table>`;
};

/** Writes the page of all states in both languages. `titles`: the pane's title in each state, in French. */
export const writePanePages = (titles: ReadonlyMap<string, string>): void => {
  const states = [...titles.keys()];
  for (const language of ['fr', 'en'] as const) {
    const words = WORDS[language];
    const at = language === 'fr' ? 0 : 1;
    const caption = (state: string): string => (language === 'fr' ? (titles.get(state) ?? state) : state.replaceAll('-', ' '));
    const sections = PAGES.map(([page, ...texts]) => {
      const own = states.filter(
        (state) => state === page || state === `${page}s` || state.startsWith(`${page}-`) || state.startsWith(`${page}s-`),
      );
      return `## ${texts[at]}\n\n${texts[2 + at]}\n\n${table(own, caption)}\n`;
    });
    const sheets = SHEETS.map(([name, ...texts]) => `### ${texts[at]}\n\n![${texts[at]}](pictures/pane/sheet-${name}.jpeg)\n`);
    const text = [`# ${words.title}\n`, `${words.other}\n`, `${words.about}\n`, ...sections, `## ${words.all}\n`, ...sheets].join(
      '\n',
    );
    writeFileSync(join(__dirname, words.file), text);
  }
};
