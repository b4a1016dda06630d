import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A button's file is read in one go: read, decide, write. */
const LONGEST = 40;

test.each([
  'consolidate',
  'summarise',
  'thresholds',
  'template',
  'removeExamples',
  'generateMeteo',
  'defineKpi',
  'confirmMapping',
  'writeProposal',
  'projections',
  'answerFeedback',
  'addFeedback',
  'showDissatisfaction',
  'addJournalEntry',
  'saveSetting',
  'flash',
  'confirmThresholds',
])('%s fits in 40 lines, reads once and writes once', (name) => {
  const source = readFileSync(join(__dirname, '../../src/actions', `${name}.ts`), 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST);
  expect(source.match(/\bport\.read\(/g)).toHaveLength(1);
  expect(source.match(/\bport\.write\(/g)).toHaveLength(1);
});
