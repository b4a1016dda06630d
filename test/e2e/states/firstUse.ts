import { asking, changed, empty, raw, undated } from './books';
import type { Journey } from './journey';

/** From a report that nobody has touched to its météo. */
const firstRun: Journey = {
  name: 'first-run',
  book: raw,
  steps: [
    { state: 'home-first', reach: (visit) => visit.sees(visit.button(visit.texts.home.first.find)) },
    {
      state: 'source',
      reach: async (visit) => {
        await visit.press(visit.texts.home.first.find);
        await visit.sees(visit.button(visit.texts.source.confirm));
      },
    },
    {
      state: 'source-changing',
      reach: async (visit) => {
        await visit.press(/^(Changer|Change) /);
        await visit.sees(visit.pane.getByRole('combobox').first());
      },
    },
    {
      state: 'kpis-first',
      reach: async (visit) => {
        await visit.press(visit.texts.source.confirm);
        await visit.sees(visit.texts.kpis.keepNote);
      },
    },
    {
      state: 'consolidation-first',
      reach: async (visit) => {
        await visit.press(visit.texts.kpis.keep(KPIS));
        await visit.sees(visit.texts.consolidation.computed);
      },
    },
    {
      state: 'consolidation-none',
      reach: async (visit) => {
        for (const kind of Object.values(visit.texts.consolidation.kinds)) await visit.pane.getByLabel(kind).uncheck();
        await visit.sees(visit.texts.consolidation.none);
      },
      leave: async (visit) => {
        for (const kind of Object.values(visit.texts.consolidation.kinds)) await visit.pane.getByLabel(kind).check();
      },
    },
    {
      state: 'home-resumed',
      reach: async (visit) => {
        await visit.tab('home');
        await visit.sees(visit.texts.home.resume.consolidation.title);
      },
    },
    {
      state: 'consolidation-running',
      busy: true,
      reach: async (visit) => {
        await visit.tab('data');
        await visit.sees(visit.texts.consolidation.computed);
        await visit.settled();
        await visit.hold();
        await visit.press(visit.texts.consolidation.run);
        await visit.sees(visit.button(visit.texts.run.cancel));
      },
    },
    {
      state: 'consolidation-slow',
      busy: true,
      reach: async (visit) => {
        await visit.passes(6);
        await visit.sees(visit.texts.run.slow.reading);
      },
    },
    {
      state: 'consolidation-silent',
      busy: true,
      reach: async (visit) => {
        await visit.passes(31);
        await visit.sees(visit.texts.run.silent.title);
      },
      leave: (visit) => visit.release(),
    },
    {
      state: 'consolidation-done',
      reach: async (visit) => {
        await visit.sees(/(feuilles écrites|sheets written)$/);
        await visit.settled();
      },
    },
    {
      state: 'data-thresholds',
      reach: async (visit) => {
        await visit.tab('data');
        await visit.sees(visit.texts.data.confirmed);
      },
    },
    {
      state: 'kpis-proposed',
      reach: async (visit) => {
        await visit.row('kpis');
        await visit.sees(visit.texts.kpis.confirmNote);
      },
    },
    {
      state: 'kpis-confirmed',
      reach: async (visit) => {
        await visit.press(/^(Confirmer les? |Confirm the )/);
        await visit.sees(visit.texts.kpis.confirmed);
        await visit.settled();
      },
    },
  ],
};

/** KPIs that the sample's columns give. */
const KPIS = 11;

/** Consolidated at once, without any question answered, and undone from the message. */
const undone: Journey = {
  name: 'undone',
  book: raw,
  steps: [
    {
      state: 'consolidation-undo',
      reach: async (visit) => {
        await visit.row('consolidation');
        await visit.press(visit.texts.consolidation.run);
        await visit.sees(visit.button(visit.texts.run.undo));
      },
    },
    {
      state: 'consolidation-undone',
      reach: async (visit) => {
        await visit.press(visit.texts.run.undo);
        await visit.sees(visit.texts.run.undone);
        await visit.settled();
      },
    },
  ],
};

/** Excel that is not given up by the user: a cell is typed in while the pane asks. */
const interrupted: Journey = {
  name: 'interrupted',
  book: raw,
  steps: [
    {
      state: 'source-cell-edited',
      busy: true,
      reach: async (visit) => {
        await visit.press(visit.texts.home.first.find);
        await visit.sees(visit.texts.source.which.question);
        await visit.settled();
        await visit.hold();
        await visit.press(visit.texts.source.confirm);
        await visit.page.locator('#sheet').focus();
        await visit.page.keyboard.press('F2');
        await visit.release();
        await visit.sees(visit.texts.run.editing);
      },
      // Looking at the pane may end the entry: what was asked then goes on, and there is nothing to give up any more.
      leave: (visit) => visit.page.keyboard.press('Escape'),
    },
  ],
};

const emptyWorkbook: Journey = {
  name: 'empty',
  book: empty,
  steps: [
    { state: 'home-empty', reach: (visit) => visit.sees(visit.texts.home.first.template) },
    {
      state: 'data-empty',
      reach: async (visit) => {
        await visit.tab('data');
        await visit.sees(visit.texts.data.title({ kind: 'nothing' }));
      },
    },
    {
      state: 'kpis-empty',
      reach: async (visit) => {
        await visit.row('kpis');
        await visit.sees(visit.pane.locator('.dock button').first());
      },
    },
    {
      state: 'consolidation-empty',
      reach: async (visit) => {
        await visit.row('consolidation');
        await visit.sees(visit.pane.locator('.dock button').first());
      },
    },
    {
      state: 'projections-empty',
      reach: async (visit) => {
        await visit.row('projections');
        await visit.sees(visit.pane.locator('.dock button').first());
      },
    },
    {
      state: 'findings-none',
      reach: async (visit) => {
        await visit.row('findings');
        await visit.sees(visit.texts.findings.none);
      },
    },
    {
      state: 'settings-empty',
      reach: async (visit) => {
        await visit.row('settings');
        await visit.sees(visit.texts.settings.nobody);
      },
    },
    {
      state: 'watch-empty',
      reach: async (visit) => {
        await visit.tab('watch');
        await visit.sees(visit.texts.watch.empty.title);
      },
    },
    {
      state: 'meteo-nothing',
      reach: async (visit) => {
        await visit.tab('meteo');
        await visit.sees(visit.button(visit.texts.meteo.again));
      },
    },
    {
      state: 'history-empty',
      reach: async (visit) => {
        await visit.press(new RegExp(`^${visit.texts.meteo.history.link}`));
        await visit.sees(visit.texts.meteo.history.none);
      },
    },
    {
      state: 'client-empty',
      reach: async (visit) => {
        await visit.tab('client');
        await visit.sees(visit.texts.client.empty.title);
      },
    },
    {
      state: 'client-table',
      reach: async (visit) => {
        await visit.press(visit.texts.client.empty.table);
        await visit.sees(visit.texts.client.outcome.table);
      },
    },
    {
      state: 'template',
      reach: async (visit) => {
        await visit.tab('home');
        await visit.press(visit.texts.home.first.template);
        await visit.sees(visit.button(visit.texts.template.create));
      },
    },
    {
      state: 'home-examples',
      reach: async (visit) => {
        await visit.press(visit.texts.template.create);
        await visit.sees(visit.button(visit.texts.home.examples.remove));
      },
    },
  ],
};

const withoutDates: Journey = {
  name: 'undated',
  book: undated,
  steps: [
    { state: 'home-undated', reach: (visit) => visit.sees(visit.button(visit.texts.home.first.template)) },
    {
      state: 'source-undated',
      reach: async (visit) => {
        await visit.row('source');
        await visit.sees(visit.button(visit.texts.source.tryAgain));
      },
    },
  ],
};

const questions: Journey = {
  name: 'questions',
  book: asking,
  steps: [
    {
      state: 'source-questions',
      reach: async (visit) => {
        await visit.press(visit.texts.home.first.find);
        await visit.sees(visit.texts.source.which.question, visit.texts.source.dates.complete);
      },
    },
  ],
};

const renamed: Journey = {
  name: 'renamed',
  book: changed,
  steps: [
    { state: 'home-renamed', reach: (visit) => visit.settled() },
    {
      state: 'source-renamed',
      reach: async (visit) => {
        await visit.row('source');
        await visit.sees(visit.texts.source.changed.same);
      },
    },
    {
      state: 'source-unanswered',
      reach: async (visit) => {
        await visit.press(visit.texts.source.confirm);
        await visit.sees(visit.texts.source.remaining(1));
      },
    },
  ],
};

export const firstUse: readonly Journey[] = [firstRun, undone, interrupted, emptyWorkbook, withoutDates, questions, renamed];
