import { refusalText } from '../../../src/embedded/workbench/refusal';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import type { FileProblem } from '../../../src/embedded/xlsx/problem';

const PROBLEMS: readonly FileProblem[] = [
  { code: 'file-encrypted', params: { file: 'suivi.xlsx' } },
  { code: 'file-not-workbook', params: { file: 'suivi.xlsx' } },
  { code: 'file-unsupported', params: { file: 'suivi.xlsx', format: '.xls' } },
  { code: 'file-damaged', params: { file: 'suivi.xlsx', part: 'xl/workbook.xml' } },
  { code: 'file-unreadable', params: { file: 'suivi.xlsx', reason: '300 MB' } },
];

test('a letter that is dropped on the workbench is named as no workbook', () => {
  const opened = openWorkbook(new TextEncoder().encode('Bonjour'), 'lettre.txt');
  if (opened.ok) throw new Error('it is no workbook');
  expect(refusalText(opened.problem, 'fr-FR')).toBe(
    '«\u202flettre.txt\u202f» n’est pas un classeur Excel. Choisissez un fichier .xlsx ou .xlsm.',
  );
  expect(refusalText(opened.problem, 'en-US')).toBe('“lettre.txt” is not an Excel workbook. Choose an .xlsx or .xlsm file.');
});

test.each(PROBLEMS)('$code is a sentence with its facts, and no code', (problem) => {
  for (const locale of ['fr-FR', 'en-US'] as const) {
    const text = refusalText(problem, locale);
    for (const fact of Object.values(problem.params)) expect(text).toContain(fact);
    expect(text).not.toContain(problem.code);
    expect(text).toMatch(/\.$/);
  }
});
