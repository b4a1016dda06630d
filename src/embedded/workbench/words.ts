type Words = {
  title: string;
  open: string;
  download: string;
  pane: string;
  functions: string;
  sheet: (name: string) => string;
  tabs: string;
  /** A cell as it is read out: its address and what it shows. */
  cell: (address: string, text: string) => string;
  emptyCell: (address: string) => string;
  cellName: string;
  content: string;
  editor: string;
  page: (number: number) => string;
  pages: string;
  theme: string;
  themes: { light: string; dark: string; contrast: string };
  language: string;
  width: string;
  pixels: (width: number) => string;
  drop: string;
  opening: (file: string) => string;
  working: (button: string) => string;
  finished: (button: string) => string;
  /** The page of the ribbon's functions has none for this button. */
  notRun: (button: string) => string;
  noSample: string;
  close: string;
  notWritten: Readonly<Record<string, string>> & { other: string };
};

/** Texts of the browser page. */
export const words: Readonly<Record<'fr-FR' | 'en-US', Words>> = {
  'fr-FR': {
    title: 'Météo Client, sans Excel',
    open: 'Ouvrir un classeur',
    download: 'Télécharger le résultat',
    pane: 'Météo Client',
    functions: 'Fonctions du ruban',
    sheet: (name) => `Feuille ${name}. Flèches : se déplacer. F2 ou Entrée : modifier. Ctrl + Page suivante : autre feuille.`,
    tabs: 'Feuilles',
    cell: (address, text) => `${address} : ${text}`,
    emptyCell: (address) => `${address}, vide`,
    cellName: 'Cellule sélectionnée',
    content: 'Contenu de la cellule',
    editor: 'Saisie dans la cellule',
    page: (number) => `Page ${String(number)}`,
    pages: 'Pages imprimées',
    theme: 'Thème',
    themes: { light: 'Clair', dark: 'Sombre', contrast: 'Contraste élevé' },
    language: 'Langue',
    width: 'Largeur du volet',
    pixels: (width) => `${String(width)} px`,
    drop: 'Déposez un classeur .xlsx : il s’ouvre ici et ne quitte pas votre ordinateur.',
    opening: (file) => `Ouverture de ${file}…`,
    working: (button) => `${button}…`,
    finished: (button) => `${button} : terminé.`,
    notRun: (button) => `${button} : aucune fonction ne répond. Rechargez la page, puis recommencez.`,
    close: 'Fermer',
    noSample: 'L’exemple n’a pas pu être chargé. Ouvrez un classeur .xlsx.',
    notWritten: {
      AccessDenied: 'Cellule protégée : rien n’a été écrit.',
      InvalidOperation: 'Cette cellule fait partie d’une formule matricielle : rien n’a été écrit.',
      InvalidArgument: 'Excel n’accepte pas cette formule. Écrivez-la en anglais, avec des virgules : =SUM(A1,B2).',
      other: 'Rien n’a été écrit dans cette cellule.',
    },
  },
  'en-US': {
    title: 'Météo Client, without Excel',
    open: 'Open a workbook',
    download: 'Download the result',
    pane: 'Météo Client',
    functions: 'Functions of the ribbon',
    sheet: (name) => `Sheet ${name}. Arrows: move. F2 or Enter: edit. Ctrl + Page Down: another sheet.`,
    tabs: 'Sheets',
    cell: (address, text) => `${address}: ${text}`,
    emptyCell: (address) => `${address}, empty`,
    cellName: 'Selected cell',
    content: 'Content of the cell',
    editor: 'Entry into the cell',
    page: (number) => `Page ${String(number)}`,
    pages: 'Printed pages',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    language: 'Language',
    width: 'Width of the pane',
    pixels: (width) => `${String(width)} px`,
    drop: 'Drop an .xlsx workbook: it opens here and does not leave your computer.',
    opening: (file) => `Opening ${file}…`,
    working: (button) => `${button}…`,
    finished: (button) => `${button}: done.`,
    notRun: (button) => `${button}: no function answers. Load the page again, then try again.`,
    close: 'Close',
    noSample: 'The sample could not be loaded. Open an .xlsx workbook.',
    notWritten: {
      AccessDenied: 'Protected cell: nothing was written.',
      InvalidOperation: 'This cell is part of an array formula: nothing was written.',
      InvalidArgument: 'Excel does not accept this formula.',
      other: 'Nothing was written into this cell.',
    },
  },
};

export type Locale = keyof typeof words;
