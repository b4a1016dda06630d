import { doubtful, inUse, raw, young } from './books';
import type { Journey } from './journey';

const days: Journey = {
  name: 'every-day',
  book: inUse,
  steps: [
    { state: 'home-today', reach: (visit) => visit.sees(visit.texts.home.today.copy) },
    {
      state: 'home-copied',
      reach: async (visit) => {
        await visit.press(visit.texts.home.today.copy);
        await visit.sees(visit.texts.home.today.copied);
      },
    },
    {
      state: 'data',
      reach: async (visit) => {
        await visit.tab('data');
        await visit.sees(visit.texts.data.confirmed, visit.texts.data.upToDate);
      },
    },
    {
      state: 'kpis',
      reach: async (visit) => {
        await visit.row('kpis');
        await visit.sees(visit.texts.kpis.colourNote);
      },
    },
    {
      state: 'kpi-edit',
      reach: async (visit) => {
        await visit.pane.locator('.row-button').first().click();
        await visit.sees(visit.texts.kpis.edit);
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
    {
      state: 'consolidation',
      reach: async (visit) => {
        await visit.row('consolidation');
        await visit.sees(visit.texts.consolidation.noFinding);
      },
    },
    {
      state: 'consolidation-change',
      reach: async (visit) => {
        await visit.press(visit.texts.consolidation.change);
        await visit.sees(visit.texts.consolidation.computed);
      },
    },
    {
      state: 'settings',
      reach: async (visit) => {
        await visit.row('settings');
        await visit.sees(visit.texts.settings.note);
      },
    },
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
    {
      state: 'projections-written',
      reach: async (visit) => {
        await visit.press(visit.texts.projections.write);
        await visit.sees(visit.button(visit.texts.projections.open));
      },
    },
    {
      state: 'watch',
      reach: async (visit) => {
        await visit.tab('watch');
        await visit.sees(visit.texts.watch.band);
      },
    },
    {
      state: 'flash-none',
      reach: async (visit) => {
        await visit.press(visit.texts.watch.flash);
        await visit.sees(visit.pane.getByRole('alert').getByText(/\S/).first());
      },
    },
    {
      state: 'client',
      reach: async (visit) => {
        await visit.tab('client');
        await visit.sees(visit.texts.client.title(2));
      },
    },
    {
      state: 'client-form',
      reach: async (visit) => {
        await visit.press(visit.texts.client.add);
        await visit.sees(visit.texts.client.form.note);
      },
    },
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
    {
      state: 'watch-soon',
      reach: async (visit) => {
        await visit.tab('watch');
        await visit.sees(visit.texts.watch.band);
      },
    },
    {
      state: 'flash',
      reach: async (visit) => {
        await visit.press(visit.texts.watch.flash);
        await visit.sees(visit.texts.flash.note);
      },
    },
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
    {
      state: 'findings',
      reach: async (visit) => {
        await visit.row('findings');
        await visit.sees(visit.texts.findings.exact);
      },
    },
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
    {
      state: 'projections-few',
      reach: async (visit) => {
        await visit.row('projections');
        await visit.sees(visit.texts.projections.none);
      },
    },
  ],
};

export const everyDay: readonly Journey[] = [days, flashPoint, doubts, fewDays];
