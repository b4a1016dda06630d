import type { Language } from '../../../src/core/meteo/content';
import { clientStrings } from '../../../src/taskpane/client/strings';
import { consolidationStrings } from '../../../src/taskpane/data/consolidationStrings';
import { dataStrings } from '../../../src/taskpane/data/strings';
import { findingStrings } from '../../../src/taskpane/findings/strings';
import { flashStrings } from '../../../src/taskpane/flash/strings';
import { homeStrings } from '../../../src/taskpane/home/strings';
import { kpiStrings } from '../../../src/taskpane/kpis/strings';
import { meteoStrings } from '../../../src/taskpane/meteo/strings';
import { otherVersionStrings } from '../../../src/taskpane/parts/otherVersionStrings';
import { runStrings } from '../../../src/taskpane/parts/runStrings';
import { projectionStrings } from '../../../src/taskpane/projections/strings';
import { settingsStrings } from '../../../src/taskpane/settings/strings';
import { sourceStrings } from '../../../src/taskpane/source/strings';
import { en } from '../../../src/taskpane/strings/en';
import { fr } from '../../../src/taskpane/strings/fr';
import { templateStrings } from '../../../src/taskpane/template/strings';
import { watchStrings } from '../../../src/taskpane/watch/strings';

/** The pane's texts in one language, by page: what the states are found by. */
export const textsOf = (language: Language) => ({
  pane: language === 'fr' ? fr : en,
  home: homeStrings[language],
  template: templateStrings[language],
  data: dataStrings[language],
  source: sourceStrings[language],
  kpis: kpiStrings[language],
  consolidation: consolidationStrings[language],
  settings: settingsStrings[language],
  findings: findingStrings[language],
  projections: projectionStrings[language],
  watch: watchStrings[language],
  flash: flashStrings[language],
  meteo: meteoStrings[language],
  client: clientStrings[language],
  run: runStrings[language],
  version: otherVersionStrings[language],
});

export type Texts = ReturnType<typeof textsOf>;
