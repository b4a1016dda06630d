import { detect } from '../core/detect/detect';
import type { Finding } from '../core/lint/finding';
import { lint } from '../core/lint/lint';
import { proposalDraft } from '../core/lint/proposal';
import type { Language } from '../core/meteo/content';
import { done, problem, refused, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';

/** Where the formula now stands. */
export type Proposed = { sheet: string; cell: string };

/**
 * Writes a finding's formula beside its cell with a small label, or over it where the user has said so. The workbook is
 * looked at again first: what is no longer found there is not written, and beside is where it is free now.
 */
export const writeProposal = async (
  port: WorkbookPort,
  finding: Finding,
  request: { language: Language; replace?: boolean },
): Promise<Result<Proposed>> => {
  const read = await port.read({ formulas: true, pivots: true });
  if (!read.ok) return read;
  const now = lint(read.value, detect(read.value)).find(
    ({ sheet, cell, kind, proposal }) =>
      sheet === finding.sheet && cell === finding.cell && kind === finding.kind && proposal === finding.proposal,
  );
  const place = { sheet: finding.sheet, cell: finding.cell };
  if (!now) return refused(problem('cell-changed', {}, place));
  const proposed = proposalDraft(now, read.value, request);
  if (!proposed.ok) return proposed;
  const written = await port.write(proposed.value.draft);
  if (!written.ok) return written;
  return done({ sheet: proposed.value.sheet, cell: proposed.value.cell });
};
