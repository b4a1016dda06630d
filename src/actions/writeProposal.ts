import { detectSteps } from '../core/detect/detect';
import type { Finding } from '../core/lint/finding';
import { lintSteps } from '../core/lint/lint';
import { proposalDraft, type ProposalDraft } from '../core/lint/proposal';
import type { Language } from '../core/meteo/content';
import { problem, refused, done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';

/** Where the formula now stands. */
export type Proposed = { sheet: string; cell: string };

type ProposalRequest = { language: Language; replace?: boolean };

/**
 * Writes a finding's formula beside its cell with a small label, or over it where the user has said so. The workbook is
 * looked at again first: what is no longer found there is not written, and beside is where it is free now.
 */
export const writeProposal = async (
  port: WorkbookPort,
  finding: Finding,
  request: ProposalRequest,
): Promise<Result<Proposed>> => {
  const read = await port.read({ formulas: true, pivots: true });
  if (!read.ok) return read;
  const proposed = await port.compute(proposing(read.value, finding, request));
  if (!proposed.ok) return proposed;
  const { draft, sheet, cell } = proposed.value;
  const written = await port.write(draft);
  return written.ok ? done({ sheet, cell }) : written;
};

function* proposing(workbook: WorkbookSnapshot, finding: Finding, request: ProposalRequest): Steps<Result<ProposalDraft>> {
  const { sheet, cell, kind, proposal } = finding;
  const now = (yield* lintSteps(workbook, yield* detectSteps(workbook))).find(
    (one) => one.sheet === sheet && one.cell === cell && one.kind === kind && one.proposal === proposal,
  );
  return now ? proposalDraft(now, workbook, request) : refused(problem('cell-changed', {}, { sheet, cell }));
}
