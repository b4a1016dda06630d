import { halfDated, inUse, raw } from './books';
import { atTab, type Journey } from './journey';
import type { Visit } from './visit';

/** Excel that answers no more: what each page is until then, and how it is found again. */
const silence: Journey = {
  name: 'silence',
  book: inUse,
  steps: [
    {
      state: 'home-loading',
      busy: true,
      reach: async (visit) => {
        await visit.sees(visit.texts.home.today.copy);
        await visit.settled();
        await visit.hold();
        await visit.press(visit.texts.pane.readAgain);
        await visit.sees(visit.texts.pane.reading.title);
      },
    },
    { ...atTab('data-loading', 'data', (visit) => visit.pane.locator('main[aria-busy=true]')), busy: true },
    {
      state: 'source-loading',
      busy: true,
      reach: async (visit) => {
        await visit.row('source');
        await visit.sees(visit.button(visit.texts.run.cancel));
      },
    },
    { ...atTab('watch-loading', 'watch', (visit) => visit.button(visit.texts.run.cancel)), busy: true },
    { ...atTab('meteo-loading', 'meteo', (visit) => visit.texts.meteo.loading), busy: true },
    { ...atTab('client-loading', 'client', (visit) => visit.texts.client.loading), busy: true },
    {
      state: 'home-silent',
      busy: true,
      reach: async (visit) => {
        await visit.passes(31);
        await visit.tab('home');
        await visit.sees(visit.texts.run.silent.title, visit.button(visit.texts.run.reconnect));
      },
      leave: (visit) => visit.press(visit.texts.run.reconnect),
    },
    {
      // Nothing came of it: the pane is loaded anew, and Excel does not begin the conversation either.
      state: 'home-silent-start',
      busy: true,
      elsewhere: true,
      reach: (visit) => visit.sees(visit.texts.pane.silentStart.title),
      leave: (visit) => visit.release(),
    },
    { state: 'home-reconnected', elsewhere: true, reach: (visit) => visit.sees(visit.texts.home.today.copy) },
  ],
};

/** What another pane on the same workbook keeps of what is typed in this one. */
const typesElsewhere = ({ page }: Visit, mine: string, other: string): Promise<void> =>
  page.evaluate(
    ([from, to]) => {
      for (const key of Object.keys(localStorage)) {
        const kept = localStorage.getItem(key);
        if (kept?.includes(from)) localStorage.setItem(key, kept.replace(from, to).replace(/"pane":"[^"]*"/, '"pane":"other"'));
      }
    },
    [mine, other] as const,
  );

/** Somebody types into the cell that is selected in the sheet. */
const typesInSheet = async ({ page }: Visit, text: string): Promise<void> => {
  await page.locator('#sheet').focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

/** Fills a field and leaves it. */
const types = async (visit: Visit, label: string | RegExp, text: string): Promise<void> => {
  await visit.fill(label, text);
  await visit.pane.getByLabel(visit.texts.settings.fields.contract.label).focus();
};

const others: Journey = {
  name: 'others',
  book: inUse,
  steps: [
    {
      state: 'settings-undo-too-late',
      reach: async (visit) => {
        await visit.row('settings');
        await types(visit, visit.texts.settings.fields.provider.label, 'Atlantique');
        await visit.sees(visit.texts.settings.saved);
        await visit.press(/!/);
        await typesInSheet(visit, 'Pacifique');
        await visit.press(visit.texts.run.undo);
        await visit.sees(/^(Annulation impossible|Cannot undo)/);
      },
    },
    {
      state: 'settings-changed-since',
      elsewhere: true,
      reach: async (visit) => {
        await visit.hold();
        await types(visit, visit.texts.settings.fields.provider.label, 'Arctique');
        await typesInSheet(visit, 'Baltique');
        await visit.release();
        await visit.sees(visit.button(visit.texts.version.keep));
      },
      leave: (visit) => visit.press(visit.texts.version.take),
    },
    {
      state: 'meteo-other-version',
      reach: async (visit) => {
        await visit.tab('meteo');
        await visit.sees(visit.button(visit.texts.meteo.enlarge));
        await visit.pane.locator('#meteo-message').click();
        await visit.fill(visit.texts.meteo.message.label, 'Une semaine calme.');
        await visit.page.waitForFunction(() => Object.values(localStorage).some((kept) => String(kept).includes('calme')));
        await typesElsewhere(visit, 'calme', 'chargée');
        await visit.sees(visit.button(visit.texts.version.take));
      },
      leave: (visit) => visit.press(visit.texts.version.keep),
    },
    {
      state: 'result-pdf-refused',
      reach: async (visit) => {
        await visit.press(visit.texts.meteo.generate);
        await visit.sees(visit.texts.meteo.showSheet);
        await visit.settled();
        await visit.page.route('**/*.ttf', (route) => route.abort());
        await visit.press(visit.texts.meteo.result.pdf.label);
        await visit.sees(visit.refusal);
      },
      leave: (visit) => visit.page.unroute('**/*.ttf'),
    },
  ],
};

/** A page whose code does not come. */
const missingCode: Journey = {
  name: 'missing-code',
  book: raw,
  steps: [
    {
      state: 'template-fault',
      reach: async (visit) => {
        await visit.page.route('**/*.js', (route) => route.abort());
        await visit.press(visit.texts.home.first.template);
        await visit.sees(visit.texts.pane.pageFault.missing);
      },
      leave: async (visit) => {
        await visit.page.unroute('**/*.js');
        await visit.press(visit.texts.pane.tryAgain);
        await visit.sees(visit.button(visit.texts.template.create));
      },
    },
  ],
};

const halfOfTheDates: Journey = {
  name: 'half-dated',
  book: halfDated,
  steps: [
    {
      state: 'source-date-column',
      reach: async (visit) => {
        await visit.row('source');
        await visit.sees(visit.texts.source.dateColumn.question);
      },
    },
    {
      state: 'source-restored',
      reach: async (visit) => {
        await visit.pane.getByRole('radio').last().check();
        await visit.page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('#source#')));
        await visit.tab('home');
        await visit.row('source');
        await visit.sees(/^(Brouillon de|Draft from)/);
      },
      leave: (visit) => visit.press(visit.texts.version.startOver),
    },
  ],
};

export const troubles: readonly Journey[] = [silence, others, missingCode, halfOfTheDates];
