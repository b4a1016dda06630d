import { parseArea } from '../../core/sheet/address';
import type { Problem, ProblemCode } from '../../core/problem';
import type { PageName } from '../shell/navigation';
import type { PageProps } from './page';
import { remedyStrings, type RemedyName } from './remedyStrings';

/** What helps where trying again does not: the page of the pane that answers, or the place in the sheets to fill in. */
const REMEDIES: Partial<Readonly<Record<ProblemCode, RemedyName>>> = {
  'workbook-empty': 'template',
  'no-dates': 'data',
  'no-measures': 'data',
  'flash-no-counts': 'data',
  'header-changed': 'answer',
  'column-lost': 'answer',
  'source-lost': 'answer',
  'day-month-swap': 'answer',
  'duration-without-unit': 'answer',
  'client-missing': 'settings',
  'no-key-kpi': 'kpis',
  'table-without-rows': 'rows',
};

const PAGES: Readonly<Record<Exclude<RemedyName, 'rows'>, PageName>> = {
  template: 'template',
  data: 'source',
  answer: 'source',
  kpis: 'kpis',
  settings: 'settings',
};

export type Remedy = { text: string; run: () => void };

/**
 * The dock's action in front of a problem, on the page `here`: on the page that a problem leads to, a template is what is left.
 * null where trying again is the remedy.
 */
export const remedyOf = (
  problem: Problem | null,
  { actions, go, language }: Pick<PageProps, 'actions' | 'go' | 'language'>,
  here?: PageName,
): Remedy | null => {
  const name = problem && REMEDIES[problem.code];
  if (!problem || !name) return null;
  const strings = remedyStrings[language];
  if (name === 'rows') {
    const { sheet, cell } = problem.place ?? {};
    const area = parseArea(cell ?? 'A1');
    return sheet === undefined || !area ? null : { text: strings.rows(sheet), run: () => void actions.show(sheet, area) };
  }
  const page = PAGES[name];
  if (page !== here) return { text: strings[name], run: () => go(page) };
  return problem.code === 'no-dates' ? { text: strings.template, run: () => go('template') } : null;
};
