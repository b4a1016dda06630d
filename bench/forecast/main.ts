import { writeFileSync } from 'node:fs';
import { median } from '../../src/core/forecast/statistics';
import { BASELINES } from './baselines';
import { projectSeries } from './engine';
import { byGroup, type Figures, type Scored } from './measures';
import { scoredSeries } from './series';
import { timesOf } from './times';
import { verdictsOf } from './limits';

const cell = (value: number | null, digits: number): string => (value === null ? '' : value.toFixed(digits)).padStart(9);
const share = (value: number | null): string => (value === null ? '' : `${(100 * value).toFixed(1)} %`).padStart(9);

const printFigures = (name: string, { groups, meanOWA }: { groups: ReadonlyMap<string, Figures>; meanOWA: number }): void => {
  const head = ['n', 'sMAPE', 'MASE', 'OWA', 'MSIS 95', 'within', 'MSIS 80', 'within'];
  console.log(`${name.padEnd(14)}${head.map((title) => title.padStart(9)).join('')}`);
  for (const [group, one] of groups)
    console.log(
      `  ${group.padEnd(12)}${cell(one.count, 0)}${cell(one.sMAPE, 3)}${cell(one.MASE, 3)}${cell(one.OWA, 4)}${cell(one.MSIS95, 2)}${share(one.coverage95)}${cell(one.MSIS80, 2)}${share(one.coverage80)}`,
    );
  console.log(`  mean of the groups' OWA: ${meanOWA.toFixed(4)}`);
};

/**
 * Scores the engine on 920 published series beside the methods that it has to beat, with the M4 competition's definitions, and
 * says what it takes. `--out FILE` keeps the projections of each series.
 */
export const benchForecast = async (out?: string): Promise<void> => {
  const series = scoredSeries();
  if (!series) return console.log('forecast: the series to score on are not here, nothing is scored.');
  const engine = new Map<string, Required<Scored>>();
  const milliseconds: number[] = [];
  // The first calls compile; they are not what a pane that is open pays.
  series.slice(0, 20).forEach(projectSeries);
  for (const one of series) {
    const before = process.cpuUsage();
    engine.set(one.id, projectSeries(one));
    const { user, system } = process.cpuUsage(before);
    milliseconds.push((user + system) / 1000);
  }
  const figures = byGroup(series, (id) => engine.get(id) ?? { point: [] });
  const baselines = Object.entries(BASELINES).map(([name, project]) => {
    const said = new Map(series.map((one) => [one.id, project(one)]));
    return { name, ...byGroup(series, (id) => said.get(id) ?? { point: [] }) };
  });
  for (const baseline of baselines) printFigures(baseline.name, baseline);
  printFigures('this engine', figures);
  const times = { median: median(milliseconds), worst: Math.max(...milliseconds), ...timesOf() };
  const naive = baselines.find(({ name }) => name === 'Naive')?.groups ?? new Map<string, Figures>();
  for (const { right, text } of verdictsOf(figures, naive, times)) console.log(`${right ? 'ok  ' : 'FAIL'} ${text}`);
  if (out) writeFileSync(out, JSON.stringify(Object.fromEntries(engine)));
};
