import type { Language } from '../../core/meteo/content';
import type { MeteoEdits } from '../../core/meteo/edits';
import type { MeteoPreparation, PreparedPage } from '../../core/meteo/preparation';
import type { Place } from '../../core/problem';
import type { ShownPage } from './meteoState';
import type { MeteoStrings } from './strings';

/** What every section of the page being written is given. */
export type SectionProps = {
  preparation: MeteoPreparation;
  prepared: PreparedPage;
  /** What is said of it in the pane's language. */
  shown: ShownPage;
  edits: MeteoEdits;
  strings: MeteoStrings;
  language: Language;
  disabled: boolean;
  onEdit: (edits: MeteoEdits) => void;
  /** Selects a cell. */
  onShow: (place: Place) => void;
};
