import { saveFlash } from '../../actions/flash';
import type { FlashPoint } from '../../core/flash/point';
import { done } from '../../core/problem';
import { thisMinute, writeMoment } from '../day';
import { rewriteWorkbook, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

export type FlashOptions = WritingOptions & {
  /** Serial with the time of day. */
  at?: number;
  value: readonly { name: string; value: number }[];
  action?: string;
};

/** A flash point as `flash --json` prints it: rates as fractions, `at` and `next` as `2026-11-23T15:00`. */
const flashJson = ({ context, values, results, pace, cause }: FlashPoint): Record<string, unknown> => ({
  at: writeMoment(context.moment),
  next: context.next === null ? null : writeMoment(context.next),
  basis: context.basis,
  counts: Object.fromEntries(
    context.counts.map(({ id, label, expected, rest }, index) => [id, { label, value: values[index] ?? null, expected, rest }]),
  ),
  kpis: Object.fromEntries(
    results.map(({ kpi, value, slot, status, target, outlook }) => [
      kpi.id,
      { label: kpi.label, value, slot, status, target, outlook },
    ]),
  ),
  pace,
  cause,
});

/** `flash IN OUT`: writes a flash point and prints the text to paste. */
export const runFlash = (terminal: Terminal, paths: { input: string; output: string }, options: FlashOptions): Promise<number> =>
  rewriteWorkbook(terminal, paths, options, async ({ port, language, json }) => {
    const made = await saveFlash(port, {
      language,
      moment: options.at ?? thisMinute(),
      values: options.value,
      ...(options.action !== undefined && { action: options.action }),
    });
    if (!made.ok) return made;
    const { point, text, problems } = made.value;
    return done({
      print: () => {
        for (const item of problems) sayProblem(terminal, item, language);
        if (json)
          writeJson(terminal, { text, ...flashJson(point), problems: problems.map((item) => problemJson(item, language)) });
        else terminal.out(`${text}\n`);
      },
    });
  });
