import { objectiveOf } from '../words/units';
import { chosenRows } from './composeGreen';
import { volumeOf } from './composeReadings';
import type { MeteoInput } from './input';
import type { Chosen, Standing } from './standing';

/** The figure in the green frame's head: the one asked for, else the first key KPI held to an objective, else the first key one. */
export const keyFigureOf = (standings: readonly Standing[], wanted: string | undefined): Standing | null => {
  const keys = standings.filter(({ kpi }) => kpi.key);
  return standings.find(({ kpi }) => kpi.id === wanted) ?? keys.find(({ kpi }) => objectiveOf(kpi) !== null) ?? keys[0] ?? null;
};

/** What the page prints a projection of, or judges the weather by: the key KPIs, the volume, the rows of the table. */
const printedOf = (standings: readonly Standing[], wanted: string | undefined): readonly Standing[] => {
  const keyFigure = keyFigureOf(standings, wanted);
  const { rows } = chosenRows(standings.filter((standing) => standing !== keyFigure));
  const volume = volumeOf(standings);
  return standings.filter((one) => one.kpi.key || one === keyFigure || one === volume || rows.includes(one));
};

/** How standings are asked for wherever projections are shown: what the page prints is made to agree before all else. */
export const printedFirst = ({ settings }: MeteoInput): { printed: Chosen } => ({
  printed: (standings) => printedOf(standings, settings.keyFigure),
});
