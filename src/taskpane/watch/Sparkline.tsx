import type { Multiple } from '../../core/watch/multiples';
import { sparkline } from './sparkline-points';

/** A KPI's last periods over its usual variation. What it shows is said beside it: readers do not hear it. */
export const Sparkline = ({ multiple }: { multiple: Pick<Multiple, 'values' | 'drift' | 'runFrom'> }) => {
  const { width, height, band, mean, line, run, last } = sparkline(multiple);
  return (
    <svg className="sparkline" viewBox={`0 0 ${String(width)} ${String(height)}`} preserveAspectRatio="none" aria-hidden>
      {band && <rect className="spark-band" x={0} width={width} y={band.top} height={band.height} />}
      {mean !== null && <line className="spark-mean" x1={0} x2={width} y1={mean} y2={mean} />}
      {line.map((path) => (
        <path className="spark-line" key={path} d={path} />
      ))}
      {run.map((path) => (
        <path className="spark-run" key={path} d={path} />
      ))}
      {/* A point of no length with round ends: a circle would be drawn out with the picture. */}
      {last && <path className="spark-last" d={`M${String(last.x)} ${String(last.y)}h0.01`} />}
    </svg>
  );
};
