type Words = {
  open: string;
  download: string;
  pane: string;
  sheet: string;
  tabs: string;
  refused: (file: string, code: string) => string;
};

/** Texts of the browser page. */
export const words: Readonly<Record<'fr-FR' | 'en-US', Words>> = {
  'fr-FR': {
    open: 'Ouvrir un classeur',
    download: 'Télécharger le résultat',
    pane: 'Météo Client',
    sheet: 'Feuille ouverte',
    tabs: 'Feuilles',
    refused: (file, code) => `${file} ne peut pas être ouvert (${code}). Choisissez un classeur .xlsx non chiffré.`,
  },
  'en-US': {
    open: 'Open a workbook',
    download: 'Download the result',
    pane: 'Météo Client',
    sheet: 'Open sheet',
    tabs: 'Sheets',
    refused: (file, code) => `${file} cannot be opened (${code}). Choose an .xlsx workbook that is not encrypted.`,
  },
};
