import './pane.css';
import './panePages.css';
import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import type { Language } from '../core/meteo/content';
import { capabilities } from '../excel/requirementSets';
import { excelWorkbook } from '../excel/workbook';
import { paneActions } from './paneActions';
import { problemWords } from './parts/problemWords';
import { isReloaded } from './parts/reloaded';
import { RunContext } from './parts/useRun';
import { watchedWorkbook } from './parts/watchedWorkbook';
import { storedPreparation } from './preparation';
import { en } from './strings/en';
import { keptPlace } from './shell/keptPlace';
import { Shell } from './shell/Shell';
import { startPlace } from './shell/startPlace';
import { sayWhileSilent } from './silentStart';
import type { Strings } from './strings/strings';
import { fr } from './strings/fr';
import { themeFor, type OfficeColours } from './theme';

/** French for French speakers, English for everybody else. */
const languageOf = (name: string): Language => (name.toLowerCase().startsWith('fr') ? 'fr' : 'en');

const stringsOf = (language: Language): Strings => (language === 'fr' ? fr : en);

/** Composition root of the pane: the one place that takes Excel and Office from the page. */
const start = async (): Promise<void> => {
  const container = document.getElementById('pane');
  if (!container) throw new Error('the page has no element pane');
  // Reading the workbook comes first, whatever page it opens with: its code is on the way while Excel starts.
  void import('../actions/readOverview').catch(() => undefined);
  const begun = sayWhileSilent(container, stringsOf(languageOf(navigator.language)).silentStart, () => location.reload());
  await Office.onReady();
  begun();
  const language = languageOf(Office.context.displayLanguage);
  const strings = stringsOf(language);
  document.documentElement.lang = language;
  const client = { Excel, Office };
  const able = capabilities(client);
  if (!able.ok) {
    container.textContent = strings.oldExcel;
    return;
  }
  const now = (): Date => new Date();
  const preparation = storedPreparation(Office.context.document.url, now);
  const kept = keptPlace(Office.context.document.url);
  const { words, ready } = problemWords(language, strings.unsaid);
  const workbook = watchedWorkbook(excelWorkbook(client));
  const actions = paneActions(workbook.port, language, now, preparation, ready, Office.context.document.url);
  const colours = Office.context.officeTheme as OfficeColours | undefined;
  const theme = await themeFor(colours, matchMedia('(forced-colors: active)').matches);
  const watch = async (listener: (change: { remote: boolean }) => void) => {
    const { watchChanges } = await import('../excel/changes');
    return watchChanges(client, listener);
  };
  createRoot(container).render(
    <FluentProvider theme={theme}>
      <RunContext value={{ workbook, words, language, reload: () => location.reload(), watch }}>
        <Shell
          actions={actions}
          strings={strings}
          language={language}
          words={words}
          start={startPlace(location.search)}
          kept={new URLSearchParams(location.search).has('page') && !isReloaded() ? null : kept}
        />
      </RunContext>
    </FluentProvider>,
  );
};

void start();
