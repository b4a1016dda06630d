import type { Language } from '../core/meteo/content';
import { serialOf } from '../core/period/serial';
import { refused, unexpected, type Problem, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { excelWorkbook } from '../excel/workbook';

const today = (): number => {
  const now = new Date();
  return serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
};

const language = (): Language => (Office.context.displayLanguage.toLowerCase().startsWith('fr') ? 'fr' : 'en');

type Work = (port: WorkbookPort) => Promise<Result<unknown>>;

/**
 * Where the address of the window holds its text: in the fragment, which never reaches a server. Excel on the web adds
 * `&_xdm_Info=…` and the like to the fragments of the add-in's pages, before and after.
 */
const MESSAGE = /message=([^&]*)/;

/** Without a runtime that it shares with the pane a function cannot open it: the button that does is named. */
const WHERE_TO_GO_ON: Readonly<Record<Language, string>> = {
  fr: 'Pour répondre ou choisir : bouton Ouvrir du groupe Météo Client (onglet Accueil).',
  en: 'To answer or choose: the Open button of the Météo Client group (Home tab).',
};

/** Shows what prevents an action in a window of its own: a function command has no other place to say it. */
const say = async (reason: Problem): Promise<void> => {
  const { problemText } = await import('../core/words/problem-text');
  const { title, body } = problemText(reason, language());
  const address = new URL(location.href);
  address.hash = `message=${encodeURIComponent([title, body, WHERE_TO_GO_ON[language()]].join('\n\n'))}`;
  Office.context.ui.displayDialogAsync(address.href, { height: 25, width: 30 });
};

/** A ribbon button that works without the pane; what it does is loaded when it is pressed. */
const command =
  (work: Work) =>
  (event: Office.AddinCommands.Event): void => {
    void Office.onReady()
      .then(() => work(excelWorkbook({ Excel, Office })))
      .catch((thrown: unknown) => refused(unexpected(thrown)))
      .then((outcome) => (outcome.ok ? undefined : say(outcome.problem)))
      .finally(() => {
        event.completed();
      });
  };

/** The same page in the window that `say` opened, once it has a body: this script is read before that. */
const showMessage = async (message: string): Promise<void> => {
  if (document.readyState === 'loading')
    await new Promise((read) => {
      document.addEventListener('DOMContentLoaded', read);
    });
  document.body.style.cssText = 'font: 14px/20px "Segoe UI", Arial, sans-serif; padding: 16px; white-space: pre-wrap';
  document.body.textContent = decodeURIComponent(message);
};

const message = MESSAGE.exec(location.hash)?.[1];
if (message !== undefined) void showMessage(message);

/**
 * The functions by the names that the manifest gives them, as global ones and before office.js is read: it takes the button that
 * was pressed as soon as it has started, and where no function is found then, the button does nothing.
 */
Object.assign(globalThis, {
  consolidate: command(async (port) => {
    const { consolidateWorkbook } = await import('../actions/consolidate');
    return consolidateWorkbook(port, { language: language(), today: today() });
  }),
  thresholds: command(async (port) => {
    const { showThresholds } = await import('../actions/thresholds');
    const shown = await showThresholds(port, { language: language() });
    const remark = shown.ok ? shown.value.problems[0] : undefined;
    return remark ? refused(remark) : shown;
  }),
  generateMeteo: command(async (port) => {
    const { generateMeteo } = await import('../actions/generateMeteo');
    return generateMeteo(port, { language: language(), issued: today(), minutes: null });
  }),
});
