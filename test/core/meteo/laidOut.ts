import { layoutMeteo } from '../../../src/core/meteo/layout';
import type { MeteoContent } from '../../../src/core/meteo/content';
import type { MeteoPage, PageItem, PageText } from '../../../src/core/meteo/page';

/** The page of a content that fits. */
export const laidOut = (content: MeteoContent): MeteoPage => {
  const result = layoutMeteo(content);
  if (!result.ok) throw new Error(`does not fit: ${JSON.stringify(result.problem)}`);
  return result.value;
};

/** Items of one kind. */
export const only = <K extends PageItem['kind']>(page: MeteoPage, kind: K): Extract<PageItem, { kind: K }>[] =>
  page.items.filter((item): item is Extract<PageItem, { kind: K }> => item.kind === kind);

export const textOf = (page: MeteoPage, id: string): PageText => {
  const found = only(page, 'text').find((item) => item.id === id);
  if (!found) throw new Error(`no text ${id}`);
  return found;
};

export const frameOf = (page: MeteoPage, id: 'green' | 'yellow' | 'blue'): { top: number; height: number } => {
  const found = only(page, 'frame').find((item) => item.id === id);
  if (!found) throw new Error(`no frame ${id}`);
  return found.box;
};
