import type { Chart, Shape } from '../../book/sheet';
import { seriesElements, seriesFormulas } from '../read/chart';
import { fingerprint } from '../source';
import { XmlEdit } from '../xml/edit';
import { encodeText } from '../xml/text';
import { textOf, type Element } from '../xml/tree';
import { chartXml, plotKind } from './chart';
import type { Save } from './context';

/** A chart without the formulas that follow cells as they move. */
const withoutFormulas = (chart: Chart): string =>
  fingerprint({
    ...chart,
    series: chart.series.map((series) => ({ ...series, values: '', categories: null, nameFormula: undefined })),
  });

const editFormulas = (edit: XmlEdit, chart: Chart): void => {
  const set = (element: Element | undefined, formula: string | null | undefined): void => {
    if (element && formula && textOf(edit.tree, element) !== formula)
      edit.cut(element.openEnd, element.closeStart, encodeText(formula));
  };
  seriesElements(edit.root).forEach(({ series: element }, index) => {
    const series = chart.series[index];
    const formulas = seriesFormulas(element);
    set(formulas.values, series?.values);
    set(formulas.categories, series?.categories);
    set(formulas.name, series?.nameFormula);
  });
};

/**
 * Writes a chart of the file that changed. Where only the cells it refers to moved, its formulas are set in place; else
 * the part is written anew from the book, and loses formats that the book does not model. Kinds of plots that the book
 * cannot write keep their part.
 */
export const editChart = (save: Save, shape: Shape, was: Chart | undefined): void => {
  const { chart } = shape;
  if (!chart?.part || !was || fingerprint(chart) === fingerprint(was)) return;
  const isModelled = chart.series.every(({ type }) => plotKind(type) !== undefined);
  if (!isModelled || withoutFormulas(chart) === withoutFormulas(was)) {
    const edit = new XmlEdit(save.parts.tree(chart.part));
    editFormulas(edit, chart);
    if (edit.changed) save.parts.set(chart.part, edit.toString());
  } else save.parts.set(chart.part, chartXml(save, chart, shape));
};
