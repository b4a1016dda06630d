import { doubtful, inUse, raw, young } from './books';
import { atRow, atTab, pressed, type Journey } from './journey';

const days: Journey = {
  name: 'every-day',
  book: inUse,
  steps: [
    { state: 'home-today', reach: (visit) => visit.sees(visit.texts.home.today.copy) },
    pressed(
      'home-copied',
      (visit) => visit.texts.home.today.copy,
      (visit) => visit.texts.home.today.copied,
    ),
    {
      state: 'data',
      reach: async (visit) => {
        await visit.tab('data');
        await visit.sees(visit.texts.data.confirmed, visit.texts.data.upToDate);
      },
    },
    atRow('kpis', 'kpis', (visit) => visit.texts.kpis.colourNote),
    {
      state: 'kpi-edit',
      reach: async (visit) => {
        await visit.pane.locator('.row-button').first().click();
        await visit.sees(visit.texts.kpis.fields.green);
      },
    },
    {
      state: 'kpi-faults',
      reach: async (visit) => {
        await visit.pane.getByLabel(visit.texts.kpis.fields.green).fill('12x');
        await visit.pane.getByLabel(visit.texts.kpis.fields.label, { exact: true }).fill('');
        await visit.press(visit.texts.kpis.save);
        await visit.sees(visit.texts.kpis.fields.number);
      },
      leave: (visit) => visit.press(visit.texts.kpis.cancel),
    },
    {
      state: 'kpis-coloured',
      reach: async (visit) => {
        await visit.press(visit.texts.kpis.colour);
        await visit.sees(visit.pane.getByRole('status').getByText(/\d/).first());
        await visit.settled();
      },
    },
    atRow('consolidation', 'consolidation', (visit) => visit.texts.consolidation.noFinding),
    pressed(
      'consolidation-change',
      (visit) => visit.texts.consolidation.change,
      (visit) => visit.texts.consolidation.computed,
    ),
    atRow('settings', 'settings', (visit) => visit.texts.settings.note),
    {
      state: 'settings-faults',
      reach: async (visit) => {
        const { fields } = visit.texts.settings;
        await visit.fill(fields.cadence.label, '20');
        await visit.pane.getByLabel(fields.client.label).focus();
        await visit.sees(visit.texts.settings.toFix(1));
      },
      leave: (visit) => visit.fill(visit.texts.settings.fields.cadence.label, '14'),
    },
    {
      state: 'settings-saved',
      reach: async (visit) => {
        const { fields } = visit.texts.settings;
        await visit.fill(fields.provider.label, 'Atlantique');
        await visit.pane.getByLabel(fields.contract.label).focus();
        await visit.sees(visit.texts.settings.saved);
      },
    },
    {
      state: 'projections',
      reach: async (visit) => {
        await visit.row('projections');
        await visit.sees(visit.button(visit.texts.projections.write));
        await visit.settled();
      },
    },
    pressed(
      'projections-written',
      (visit) => visit.texts.projections.write,
      (visit) => visit.button(visit.texts.projections.open),
    ),
    atTab('watch', 'watch', (visit) => visit.texts.watch.band),
    pressed(
      'flash-none',
      (visit) => visit.texts.watch.flash,
      (visit) => visit.refusal,
    ),
    atTab('client', 'client', (visit) => visit.texts.client.title(2)),
    pressed(
      'client-form',
      (visit) => visit.texts.client.add,
      (visit) => visit.texts.client.form.note,
    ),
    {
      state: 'client-form-missing',
      reach: async (visit) => {
        await visit.press(visit.texts.client.form.add);
        await visit.sees(visit.texts.client.form.textMissing);
      },
      leave: (visit) => visit.press(visit.texts.client.form.cancel),
    },
    {
      state: 'client-answered',
      reach: async (visit) => {
        await visit.press(visit.texts.client.reply);
        await visit.sees(visit.texts.client.outcome.answer);
        await visit.settled();
      },
    },
  ],
};

/** A report with the counts of a flash point. */
const flashPoint: Journey = {
  name: 'flash',
  book: raw,
  steps: [
    atTab('watch-soon', 'watch', (visit) => visit.texts.watch.band),
    pressed(
      'flash',
      (visit) => visit.texts.watch.flash,
      (visit) => visit.texts.flash.note,
    ),
    {
      state: 'flash-missing',
      reach: async (visit) => {
        await visit.pane.getByRole('textbox').first().fill('812');
        await visit.press(visit.texts.flash.save);
        await visit.sees(visit.texts.flash.missing);
      },
    },
    {
      state: 'flash-saved',
      reach: async (visit) => {
        await visit.pane.getByRole('textbox').nth(1).fill('714');
        await visit.pane.getByRole('textbox').nth(2).fill('559');
        await visit.press(visit.texts.flash.save);
        await visit.sees(visit.texts.flash.open);
      },
    },
  ],
};

const doubts: Journey = {
  name: 'doubts',
  book: doubtful,
  steps: [
    atRow('findings', 'findings', (visit) => visit.texts.findings.exact),
    {
      state: 'findings-written',
      reach: async (visit) => {
        const beside = visit.texts.findings.beside('');
        await visit.press(new RegExp(`^${beside}`));
        await visit.sees(new RegExp(`^${visit.texts.findings.written('')}`));
      },
    },
  ],
};

const fewDays: Journey = {
  name: 'few-days',
  book: young,
  steps: [
    {
      state: 'watch-few',
      reach: async (visit) => {
        await visit.tab('watch');
        await visit.settled();
      },
    },
    atRow('projections-few', 'projections', (visit) => visit.texts.projections.none),
  ],
};

export const everyDay: readonly Journey[] = [days, flashPoint, doubts, fewDays];
