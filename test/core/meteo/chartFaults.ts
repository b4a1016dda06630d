import { chartDrawing } from '../../../src/core/meteo/chartDrawing';
import { labelBox } from '../../../src/core/meteo/chartLabels';
import type { Language } from '../../../src/core/meteo/content';
import type { Box, PageChart } from '../../../src/core/meteo/page';

const meet = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

/** Labels of a chart that lie on each other or on the line of the day of issue. */
export const faultsOfLabels = (chart: PageChart, language: Language): string[] => {
  const { labels, cutX } = chartDrawing(chart, language);
  return labels.flatMap((label, place) => {
    const box = labelBox(label);
    const onCut = box.left < cutX && box.left + box.width > cutX ? [`${label.series} on the cut`] : [];
    const onOthers = labels
      .slice(place + 1)
      .flatMap((other) => (meet(box, labelBox(other)) ? [`${label.series} on ${other.series}`] : []));
    return [...onCut, ...onOthers];
  });
};
