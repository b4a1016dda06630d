import { inUse, locked, lockedSheet } from './books';
import { atRow, atTab, type Journey } from './journey';

const structure: Journey = {
  name: 'locked',
  book: locked,
  steps: [
    {
      state: 'consolidation-locked',
      reach: async (visit) => {
        await visit.row('consolidation');
        await visit.press(visit.texts.consolidation.run);
        await visit.sees(visit.refusal);
      },
    },
  ],
};

const sheet: Journey = {
  name: 'locked-sheet',
  book: lockedSheet,
  steps: [
    {
      state: 'consolidation-locked-sheet',
      reach: async (visit) => {
        await visit.row('consolidation');
        await visit.press(visit.texts.consolidation.again);
        await visit.sees(visit.refusal);
      },
    },
  ],
};

const reading: Journey = {
  name: 'read-only',
  book: inUse,
  readOnly: true,
  steps: [
    { state: 'home-read-only', reach: (visit) => visit.sees(visit.texts.home.readOnly.title) },
    {
      state: 'source-read-only',
      reach: async (visit) => {
        await visit.row('source');
        await visit.settled();
      },
    },
    {
      state: 'kpis-read-only',
      reach: async (visit) => {
        await visit.row('kpis');
        await visit.settled();
      },
    },
    atRow('consolidation-read-only', 'consolidation', (visit) => visit.texts.consolidation.noFinding),
    atTab('meteo-read-only', 'meteo', (visit) => visit.texts.meteo.readOnly),
    atTab('client-read-only', 'client', (visit) => visit.texts.client.readOnly),
  ],
};

export const refusals: readonly Journey[] = [structure, sheet, reading];
