import type { FileProblem } from '../xlsx/problem';

type Sentences = {
  [Code in FileProblem['code']]: (params: Extract<FileProblem, { code: Code }>['params']) => string;
};

const sentences: Readonly<Record<'fr-FR' | 'en-US', Sentences>> = {
  'fr-FR': {
    'file-encrypted': ({ file }) =>
      `«\u202f${file}\u202f» demande un mot de passe. Retirez-le dans Excel, enregistrez, puis choisissez le fichier à nouveau.`,
    'file-not-workbook': ({ file }) => `«\u202f${file}\u202f» n’est pas un classeur Excel. Choisissez un fichier .xlsx ou .xlsm.`,
    'file-unsupported': ({ file, format }) =>
      `«\u202f${file}\u202f» est au format ${format}, qui ne se lit pas ici. Enregistrez-le dans Excel au format .xlsx, puis choisissez-le.`,
    'file-damaged': ({ file, part }) =>
      `«\u202f${file}\u202f» est abîmé\u00a0: sa partie ${part} est illisible. Ouvrez-le dans Excel, acceptez la réparation, enregistrez, puis choisissez-le.`,
    'file-unreadable': ({ file, reason }) =>
      `«\u202f${file}\u202f» est trop grand une fois décompressé (${reason}). Enregistrez dans Excel une copie qui ne garde que vos données, puis choisissez-la.`,
  },
  'en-US': {
    'file-encrypted': ({ file }) => `“${file}” asks for a password. Remove it in Excel, save, then choose the file again.`,
    'file-not-workbook': ({ file }) => `“${file}” is not an Excel workbook. Choose an .xlsx or .xlsm file.`,
    'file-unsupported': ({ file, format }) =>
      `“${file}” has the format ${format}, which is not read here. Save it in Excel as .xlsx, then choose it.`,
    'file-damaged': ({ file, part }) =>
      `“${file}” is damaged: its part ${part} cannot be read. Open it in Excel, accept the repair, save, then choose it.`,
    'file-unreadable': ({ file, reason }) =>
      `“${file}” is too large once unpacked (${reason}). Save a copy in Excel with your data alone, then choose that one.`,
  },
};

/** Why a file cannot be opened, and what to do: `« lettre.txt » n’est pas un classeur Excel. Choisissez…` */
export const refusalText = (problem: FileProblem, locale: 'fr-FR' | 'en-US'): string => {
  const { [problem.code]: sentence } = sentences[locale];
  return (sentence as (params: FileProblem['params']) => string)(problem.params);
};
