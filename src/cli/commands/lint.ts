import { lintWorkbook } from '../../actions/lint';
import type { Finding } from '../../core/lint/finding';
import type { Language } from '../../core/meteo/content';
import { findingText } from '../../core/words/finding-text';
import { formulaText } from '../../core/words/formula-text';
import { withWorkbook, type CommonOptions } from '../session';
import { DONE, problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

/** A finding as `lint --json` prints it. */
const findingJson = (finding: Finding, language: Language): Record<string, unknown> => {
  const { kind, sheet, cell, count, formula, value, expected, proposal, beside, confidence } = finding;
  const { title, body } = findingText(finding, language);
  return { kind, sheet, cell, count, formula, value, expected, proposal, beside, confidence, title, message: body };
};

const findingLines = (finding: Finding, language: Language): string => {
  const { title, body } = findingText(finding, language);
  const lines = [`  ${finding.cell.padEnd(7)} ${title}`, `          ${body}`];
  if (finding.formula !== null) lines.push(`          ${formulaText(finding.formula, language)}`);
  if (finding.proposal !== null) lines.push(`        → ${formulaText(finding.proposal, language)}`);
  return lines.join('\n');
};

/** Findings in lines to read, sheet by sheet in the order in which the first of each comes. */
const findingsText = (findings: readonly Finding[], language: Language): string => {
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  return sheets
    .map((sheet) => {
      const own = findings.filter((finding) => finding.sheet === sheet);
      return [sheet, ...own.map((finding) => findingLines(finding, language))].join('\n');
    })
    .join('\n\n');
};

const NOTHING: Readonly<Record<Language, string>> = { fr: 'Rien à signaler.', en: 'Nothing found.' };

/** `lint IN`: says what is doubtful in the file's formulas. Findings are what was asked for: they end with status 0. */
export const runLint = (terminal: Terminal, input: string, options: CommonOptions): Promise<number> =>
  withWorkbook(terminal, input, options, async (session) => {
    const linted = await lintWorkbook(session.port);
    if (!linted.ok) return session.fail(linted.problem);
    const { findings, problems } = linted.value;
    const { language } = session;
    for (const found of problems) sayProblem(terminal, found, language);
    if (session.json)
      writeJson(terminal, {
        findings: findings.map((finding) => findingJson(finding, language)),
        problems: problems.map((found) => problemJson(found, language)),
      });
    else terminal.out(`${findings.length === 0 ? NOTHING[language] : findingsText(findings, language)}\n`);
    return DONE;
  });
