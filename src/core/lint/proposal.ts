import type { Language } from '../meteo/content';
import { done, problem, refused, type Result } from '../problem';
import { parseArea } from '../sheet/address';
import type { CellStyle, WorkbookDraft } from '../sheet/draft';
import { numberFormatAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { findingText } from '../words/finding-text';
import type { Finding } from './finding';

/** What is to be written, and where it will stand. */
export type ProposalDraft = { draft: WorkbookDraft; sheet: string; cell: string };

const LABEL: CellStyle = { font: { italic: true, color: '#595959', size: 9 } };

const labelText = (finding: Finding, language: Language): string =>
  language === 'fr'
    ? `${finding.cell} corrigé : ${findingText(finding, 'fr').title.toLowerCase()}`
    : `${finding.cell} corrected: ${findingText(finding, 'en').title.toLowerCase()}`;

/**
 * A finding's formula as a draft: beside the cell with a small label, in cells that are free, or in the cell itself where
 * the user has said `replace`. Refused where there is no formula to write, where no cell near is free, and where the cell
 * has changed since it was looked at.
 */
export const proposalDraft = (
  finding: Finding,
  workbook: WorkbookSnapshot,
  { language, replace = false }: { language: Language; replace?: boolean },
): Result<ProposalDraft> => {
  const sheet = workbook.sheets.find(({ name }) => name === finding.sheet);
  if (!sheet) return refused(problem('sheet-not-found', { name: finding.sheet }));
  const place = { sheet: sheet.name, cell: finding.cell };
  const name = replace ? finding.cell : finding.beside;
  const target = name === null ? null : parseArea(name);
  const source = parseArea(finding.cell);
  if (finding.proposal === null || !target || !source || name === null) return refused(problem('nothing-to-propose', {}, place));
  if (finding.kind === 'pivot-average-of-rates' && replace) return refused(problem('nothing-to-propose', {}, place));
  const numberFormat = numberFormatAt(sheet, source.row, source.column);
  const style = { area: target, style: numberFormat === 'General' ? {} : { numberFormat } };
  const label = { text: labelText(finding, language) };
  const cells = [[{ formula: finding.proposal }, ...(replace ? [] : [label])]];
  const labelled = { area: { ...target, column: target.column + 1 }, style: LABEL };
  const draft: WorkbookDraft = {
    sheets: [
      {
        name: sheet.name,
        owner: 'user',
        blocks: [{ row: target.row, column: target.column, cells }],
        styles: replace ? [] : [style, labelled],
      },
    ],
    names: [],
  };
  return done({ draft, sheet: sheet.name, cell: name });
};
