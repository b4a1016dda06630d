import { asking, changed, empty, raw, undated } from './books';
import { atRow, atTab, pressed, type Journey } from './journey';

/** From a report that nobody has touched to its météo. */
const firstRun: Journey = {
  name: 'first-run',
  book: raw,
  steps: [
    { state: 'home-first', reach: (visit) => visit.sees(visit.button(visit.texts.home.first.find)) },
    pressed(
      'source',
      (visit) => visit.texts.home.first.find,
      (visit) => visit.button(visit.texts.source.confirm),
    ),
    pressed(
      'source-changing',
      () => /^(Changer|Change) /,
      (visit) => visit.pane.getByRole('combobox').first(),
    ),
    pressed(
      'kpis-first',
      (visit) => visit.texts.source.confirm,
      (visit) => visit.texts.kpis.keepNote,
    ),
    pressed(
      'consolidation-first',
      (visit) => visit.texts.kpis.keep(KPIS),
      (visit) => visit.texts.consolidation.computed,
    ),
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
    atTab('home-resumed', 'home', (visit) => visit.texts.home.resume.consolidation.title),
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
        // From a source that was confirmed on the way here.
        await visit.sees(visit.button(visit.texts.run.undo));
        await visit.settled();
      },
    },
    atTab('data-thresholds', 'data', (visit) => visit.texts.data.confirmed),
    atRow('kpis-proposed', 'kpis', (visit) => visit.texts.kpis.confirmNote),
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
    atTab('data-empty', 'data', (visit) => visit.texts.data.title({ kind: 'nothing' })),
    atRow('kpis-empty', 'kpis', (visit) => visit.dockButton),
    atRow('consolidation-empty', 'consolidation', (visit) => visit.dockButton),
    atRow('projections-empty', 'projections', (visit) => visit.dockButton),
    atRow('findings-none', 'findings', (visit) => visit.texts.findings.none),
    atRow('settings-empty', 'settings', (visit) => visit.texts.settings.nobody),
    atTab('watch-empty', 'watch', (visit) => visit.texts.watch.empty.title),
    atTab('meteo-nothing', 'meteo', (visit) => visit.button(visit.texts.meteo.again)),
    pressed(
      'history-empty',
      (visit) => new RegExp(`^${visit.texts.meteo.history.link}`),
      (visit) => visit.texts.meteo.history.none,
    ),
    atTab('client-empty', 'client', (visit) => visit.texts.client.empty.title),
    pressed(
      'client-table',
      (visit) => visit.texts.client.empty.table,
      (visit) => visit.texts.client.outcome.table,
    ),
    {
      state: 'template',
      reach: async (visit) => {
        await visit.tab('home');
        await visit.press(visit.texts.home.first.template);
        await visit.sees(visit.button(visit.texts.template.create));
      },
    },
    pressed(
      'home-examples',
      (visit) => visit.texts.template.create,
      (visit) => visit.button(visit.texts.home.examples.remove),
    ),
  ],
};

const withoutDates: Journey = {
  name: 'undated',
  book: undated,
  steps: [
    { state: 'home-undated', reach: (visit) => visit.sees(visit.button(visit.texts.home.first.template)) },
    atRow('source-undated', 'source', (visit) => visit.button(visit.texts.source.tryAgain)),
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
    atRow('source-renamed', 'source', (visit) => visit.texts.source.changed.same),
    pressed(
      'source-unanswered',
      (visit) => visit.texts.source.confirm,
      (visit) => visit.texts.source.remaining(1),
    ),
  ],
};

export const firstUse: readonly Journey[] = [firstRun, undone, interrupted, emptyWorkbook, withoutDates, questions, renamed];
