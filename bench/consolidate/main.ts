import { recalculations } from './recalculation';
import { timedAsShipped } from './shipped';
import { consolidated, tenYears } from './tenYears';
import { BASELINES, withSums } from './variants';

const ROUNDS = 2;

/** What the formulas may cost at most, as a share of the same workbook's written in another way. */
const LIMITS = { SUMPRODUCT: 0.4, SUMIFS: 0.5 } as const;
const MAX_MILLISECONDS = 3_000;
const MAX_BYTES = 4_500_000;

const verdict = (right: boolean): string => (right ? 'ok  ' : 'FAIL');

/**
 * Ten years of days and forty KPIs: what their consolidation takes in the embedded host and on the wire, and what LibreOffice
 * takes to recalculate it beside the same workbook in SUMPRODUCT and in SUMIFS with two criteria. Processor time throughout.
 */
export const benchConsolidate = async (): Promise<void> => {
  const source = await tenYears();
  const [first, ...warm] = await timedAsShipped();
  if (!first) throw new Error('nothing was timed');
  const { read, draft, write } = first;
  const later = Math.min(...warm.map((run) => run.draft + run.write));
  console.log(`consolidation of 3,652 days × 40 KPIs by day, week, month, year: ${String(first.formulas)} formulas`);
  console.log(
    `${verdict(draft + write <= MAX_MILLISECONDS)} host: ${(draft + write).toFixed(0)} ms (detection and draft ${draft.toFixed(0)}, write and calculation ${write.toFixed(0)}; reading before that ${read.toFixed(0)}); done again, ${later.toFixed(0)} ms`,
  );
  console.log(
    `${verdict(first.largestRequest <= MAX_BYTES)} wire: ${String(first.writes)} write, largest request ${(first.largestRequest / 1e6).toFixed(2)} MB; file ${(first.file / 1e6).toFixed(2)} MB`,
  );
  // Without the days: each of their cells looks at all dates in the other two forms, which takes them several minutes.
  const { bytes, formulas } = await consolidated(source, ['week', 'month', 'year']);
  console.log(`     LibreOffice, by week, month, year: ${String(formulas)} formulas`);
  const files = {
    rows: bytes,
    SUMIFS: withSums(bytes, BASELINES.SUMIFS),
    SUMPRODUCT: withSums(bytes, BASELINES.SUMPRODUCT),
  };
  const measured = await recalculations(files, ROUNDS);
  const ours = measured['rows'] ?? { load: Number.NaN, recalculation: Number.NaN };
  for (const [name, { load, recalculation }] of Object.entries(measured))
    console.log(`          ${name}: recalculation ${recalculation.toFixed(2)} s beyond ${load.toFixed(2)} s of loading`);
  for (const name of ['SUMPRODUCT', 'SUMIFS'] as const) {
    const share = ours.recalculation / (measured[name]?.recalculation ?? Number.NaN);
    console.log(`${verdict(share <= LIMITS[name])} ${share.toFixed(2)} of ${name}, at most ${String(LIMITS[name])}`);
  }
};
