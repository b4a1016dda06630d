/**
 * Why a file cannot be opened. Codes and facts are those of the add-in's own refusals, so that a caller can hand them on
 * as they are.
 */
export type FileProblem =
  | { code: 'file-encrypted'; params: { file: string } }
  | { code: 'file-not-workbook'; params: { file: string } }
  | { code: 'file-unsupported'; params: { file: string; /** `.xls`, `.xlsb` … */ format: string } }
  | { code: 'file-damaged'; params: { file: string; /** Part that cannot be read. */ part: string } }
  | { code: 'file-unreadable'; params: { file: string; reason: string } };

export type FileResult<T> = { ok: true; value: T } | { ok: false; problem: FileProblem };

/** Carries a problem out of the depth of a file to `openWorkbook`, the only one who catches it. */
export class FileRefusal extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}
