import type { KpiNotes } from '../../core/meteo/projectionNotes';
import type { ProjectionStrings } from './strings';

/** The page's title says what is true: how many printed projections have held, all KPIs together. */
export const pageTitle = (notes: readonly Pick<KpiNotes, 'checked' | 'inside'>[], strings: ProjectionStrings): string => {
  if (notes.length === 0) return strings.none;
  const checked = notes.reduce((sum, one) => sum + one.checked, 0);
  return checked === 0
    ? strings.unchecked
    : strings.title(
        notes.reduce((sum, one) => sum + one.inside, 0),
        checked,
      );
};
