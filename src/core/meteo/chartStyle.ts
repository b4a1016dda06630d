import { INK } from './layoutStyle';

/** Looks of the chart, shared by the native chart, the PDF and the preview. Lines differ by weight and dash, not by colour alone. */
export const chartStyle = {
  fontSize: 8,
  actual: { color: INK, weight: 2.25 },
  previousYear: { color: '#A6A6A6', weight: 1.5 },
  objective: { color: '#2E7D32', weight: 1 },
  projection: { color: INK, weight: 1.5 },
  marker: { size: 5, weight: 1 },
  band: '#DCE3EA',
  gridline: { color: '#DADDE0', weight: 0.5 },
  categoryLine: { color: '#7F7F7F', weight: 0.75 },
  cut: { color: '#404040', weight: 0.75 },
  tickColor: '#595959',
} as const;
