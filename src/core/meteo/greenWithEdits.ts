import { typeset } from '../words/typography';
import type { Language, MeteoContent } from './content';
import type { MeteoEdits, ReadingKind } from './edits';

type Green = MeteoContent['green'];

/** A line under the table as drafted; empty when there is none. */
export const readingOf = ({ readings }: Green, kind: ReadingKind): string =>
  readings.find((reading) => reading.kind === kind)?.text ?? '';

/** A person's words with the full stop that they may lack, for others follow them on the page; none after no words. */
const closed = (text: string): string => (text === '' || /[.!?…:][\s"»”)]*$/.test(text) ? text : `${text}.`);

/**
 * The green frame with a person's titles and lines. A blank line goes; what a chart's scale, its projection and its stars mean
 * stays beside whatever title a person gives it.
 */
export const greenWithEdits = (green: Green, chartTitle: string, edits: MeteoEdits, language: Language): Green => {
  const set = (text: string): string => typeset(text.trim(), language);
  const { readings = {} } = edits;
  const explained = green.chart.note.slice(chartTitle.length).trim();
  const note = edits.chartTitle === undefined ? green.chart.note : `${closed(set(edits.chartTitle))} ${explained}`.trim();
  return {
    ...green,
    what: edits.keyTitle === undefined ? green.what : set(edits.keyTitle),
    chart: { ...green.chart, note },
    readings: green.readings
      .map((reading) => {
        const edited = readings[reading.kind];
        return edited === undefined ? reading : { ...reading, text: closed(set(edited)) };
      })
      .filter(({ text }) => text !== ''),
  };
};
