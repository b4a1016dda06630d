import { SECTIONS } from '../../../src/taskpane/meteo/meteoState';
import { inUse, overfull, sent, withGaps } from './books';
import { atTab, pressed, type Journey } from './journey';
import type { Visit } from './visit';

const opens = async (visit: Visit): Promise<void> => {
  await visit.tab('meteo');
  await visit.sees(visit.button(visit.texts.meteo.enlarge));
  await visit.settled();
};

/** Presses a button that saves a file. */
const saves = async (visit: Visit, name: string): Promise<void> => {
  const file = visit.page.waitForEvent('download');
  await visit.press(name);
  await file;
};

const meteo: Journey = {
  name: 'meteo',
  book: inUse,
  steps: [
    { state: 'meteo', reach: opens },
    ...SECTIONS.map((section) => ({
      state: `meteo-${section}`,
      reach: async (visit: Visit) => {
        await visit.pane.locator(`#meteo-${section}`).click();
        await visit.pane.locator(`#meteo-${section}[aria-expanded=true]`).waitFor();
      },
    })),
    {
      state: 'meteo-wanting',
      reach: async (visit) => {
        const { state, generate } = visit.texts.meteo;
        await visit.pane.getByLabel(state.printed).selectOption('storm');
        await visit.sees(visit.pane.getByLabel(state.reason));
        await visit.press(generate);
        await visit.sees(state.missing);
      },
      leave: async (visit) => {
        const { state } = visit.texts.meteo;
        const computed = visit.pane.getByLabel(state.printed).locator('option', { hasText: /\((calculé|computed)\)/ });
        await visit.pane.getByLabel(state.printed).selectOption((await computed.getAttribute('value')) ?? '');
      },
    },
    {
      state: 'meteo-fact-form',
      reach: async (visit) => {
        await visit.pane.locator('#meteo-facts').click();
        await visit.press(visit.texts.meteo.facts.add);
        await visit.press(visit.texts.meteo.facts.put);
        await visit.sees(visit.texts.meteo.facts.empty);
      },
      leave: (visit) => visit.press(visit.texts.meteo.facts.cancel),
    },
    pressed(
      'preview',
      (visit) => visit.texts.meteo.enlarge,
      (visit) => visit.texts.meteo.preview.title,
    ),
    pressed(
      'preview-actual',
      (visit) => visit.texts.meteo.preview.actual,
      (visit) => visit.button(visit.texts.meteo.preview.whole),
    ),
    {
      state: 'result',
      reach: async (visit) => {
        await visit.press(visit.texts.meteo.generate);
        await visit.sees(visit.texts.meteo.showSheet);
        await visit.settled();
      },
    },
    {
      state: 'result-pdf',
      reach: async (visit) => {
        await saves(visit, visit.texts.meteo.result.pdf.label);
        await visit.sees(visit.texts.meteo.result.done);
      },
    },
    pressed(
      'result-mail',
      (visit) => visit.texts.meteo.result.mail.label,
      (visit) => visit.pane.getByLabel(visit.texts.meteo.result.mail.subject),
    ),
    {
      state: 'result-sent',
      reach: async (visit) => {
        await visit.press(visit.texts.meteo.result.sent.label);
        await visit.sees(visit.button(visit.texts.meteo.history.link));
        await visit.settled();
      },
    },
    pressed(
      'history',
      (visit) => visit.texts.meteo.history.link,
      (visit) => visit.texts.meteo.history.title(2),
    ),
  ],
};

const already: Journey = {
  name: 'sent',
  book: sent,
  steps: [
    atTab('meteo-sent', 'meteo', (visit) => visit.button(visit.texts.meteo.sent.correct)),
    {
      state: 'meteo-correction',
      reach: async (visit) => {
        await visit.press(visit.texts.meteo.sent.correct);
        await visit.sees(visit.button(visit.texts.meteo.enlarge));
        await visit.settled();
      },
    },
  ],
};

const gaps: Journey = {
  name: 'gaps',
  book: withGaps,
  steps: [
    { state: 'meteo-fog', reach: opens },
    {
      state: 'meteo-fog-state',
      reach: async (visit) => {
        await visit.pane.locator('#meteo-state').click();
        await visit.sees(visit.pane.getByLabel(visit.texts.meteo.state.printed));
      },
    },
  ],
};

const tooMuch: Journey = {
  name: 'overfull',
  book: overfull,
  steps: [{ state: 'meteo-overfull', reach: opens }],
};

export const writing: readonly Journey[] = [meteo, already, gaps, tooMuch];
