import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { lintWorkbook } from '../../src/actions/lint';
import { showThresholds } from '../../src/actions/thresholds';
import { writeProposal } from '../../src/actions/writeProposal';
import type { Finding } from '../../src/core/lint/finding';
import { problem } from '../../src/core/problem';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { valueOf } from '../core/grid';
import { draftOf, TypedSheet } from '../core/lint/book';
import { openEmbedded, type Embedded } from '../excel/embedded';

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

/** Six days of calls with the mean of their rates in E9: 72.5 % shown, 60 % exact. */
const calls = async (): Promise<void> => {
  const sheet = new TypedSheet('Suivi');
  sheet.put(0, 0, 'Jour', 'Appels reçus', 'Décrochés', 'Taux');
  const days = [
    [100, 90],
    [400, 180],
    [50, 45],
    [300, 180],
    [100, 60],
    [50, 45],
  ];
  days.forEach(([offered = 0, answered = 0], day) =>
    sheet.put(1 + day, 0, `J${day + 1}`, offered, answered, `=C${day + 2}/B${day + 2}`),
  );
  sheet.format(1, 3, 8, '0.0%');
  sheet.put(8, 3, 'Moyenne', '=AVERAGE(D2:D7)');
  valueOf(await book.port.write(draftOf([sheet])));
};

const cells = async (): Promise<Record<string, CellValue>> => {
  const { sheets } = valueOf(await book.port.read({ formulas: true }));
  const found: Record<string, CellValue> = {};
  for (const sheet of sheets)
    sheet.formulas?.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value !== '') found[`${sheet.name}!${row + (sheet.used?.row ?? 0)},${column + (sheet.used?.column ?? 0)}`] = value;
      }),
    );
  return found;
};

const only = async (): Promise<Finding> => {
  const { findings } = valueOf(await lintWorkbook(book.port));
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};

const valueIn = (address: string): Promise<unknown> =>
  book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange(address).load('values');
    await context.sync();
    return range.values[0]?.[0];
  });

test('the workbook is read in two round trips, and nothing is written', async () => {
  await calls();
  const before = await cells();
  book.wire.reset();
  const finding = await only();
  expect([book.wire.reads, book.wire.writes]).toEqual([2, 0]);
  expect(finding).toMatchObject({ kind: 'average-of-rates', sheet: 'Suivi', cell: 'E9', beside: 'G9', expected: 0.6 });
  expect(await cells()).toEqual(before);
});

test('a proposal is written beside the cell with its label, and touches nothing else', async () => {
  await calls();
  const before = await cells();
  const finding = await only();
  expect(valueOf(await writeProposal(book.port, finding, { language: 'fr' }))).toEqual({ sheet: 'Suivi', cell: 'G9' });
  expect(await cells()).toEqual({
    ...before,
    'Suivi!8,6': '=SUM(C2:C7)/SUM(B2:B7)',
    'Suivi!8,7': 'E9 corrigé : moyenne de taux',
  });
  expect(await valueIn('G9')).toBeCloseTo(0.6, 12);
});

test('written twice, it stands once', async () => {
  await calls();
  const finding = await only();
  valueOf(await writeProposal(book.port, finding, { language: 'en' }));
  const once = await cells();
  expect(valueOf(await writeProposal(book.port, await only(), { language: 'en' }))).toEqual({ sheet: 'Suivi', cell: 'G9' });
  expect(await cells()).toEqual(once);
});

test('over the old formula only where it is said so', async () => {
  await calls();
  const before = await cells();
  const finding = await only();
  expect(valueOf(await writeProposal(book.port, finding, { language: 'fr', replace: true }))).toEqual({
    sheet: 'Suivi',
    cell: 'E9',
  });
  expect(await cells()).toEqual({ ...before, 'Suivi!8,4': '=SUM(C2:C7)/SUM(B2:B7)' });
  expect(valueOf(await lintWorkbook(book.port)).findings).toEqual([]);
});

test('what was typed beside since the check is not written over', async () => {
  await calls();
  const finding = await only();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('G9').values = [['à moi']];
    await context.sync();
  });
  expect(valueOf(await writeProposal(book.port, finding, { language: 'fr' })).cell).not.toBe('G9');
  expect(await valueIn('G9')).toBe('à moi');
});

test('a cell that has changed since the check is left alone, and the problem says so', async () => {
  await calls();
  const finding = await only();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('E9').formulas = [['=MAX(D2:D7)']];
    await context.sync();
  });
  const before = await cells();
  const refused = await writeProposal(book.port, finding, { language: 'fr', replace: true });
  expect(refused).toEqual({ ok: false, problem: problem('cell-changed', {}, { sheet: 'Suivi', cell: 'E9' }) });
  expect(await cells()).toEqual(before);
});

test('a finding without a formula to propose is refused', async () => {
  const sheet = new TypedSheet('Devis');
  sheet.put(0, 0, 'Poste', 'Montant');
  [120, 80, 65, 91].forEach((amount, line) => sheet.put(1 + line, 0, `P${line}`, amount));
  sheet.put(6, 3, 'TTC', '=SUM(B2:B5)*1.196');
  valueOf(await book.port.write(draftOf([sheet])));
  const finding = await only();
  expect([finding.kind, finding.proposal]).toEqual(['hard-coded-number', null]);
  const refused = await writeProposal(book.port, finding, { language: 'en' });
  expect(refused).toEqual({ ok: false, problem: problem('nothing-to-propose', {}, { sheet: 'Devis', cell: 'E7' }) });
});

test('a protected sheet stays as it is', async () => {
  await calls();
  const finding = await only();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').protection.protect();
    await context.sync();
  });
  expect(await writeProposal(book.port, finding, { language: 'fr' })).toMatchObject({
    ok: false,
    problem: { code: 'sheet-protected' },
  });
});

test('the sheets that the add-in writes are clean', async () => {
  const sheet = new TypedSheet('Suivi');
  sheet.put(0, 0, 'Date', 'Appels reçus', 'Décrochés', 'Abandons', 'Taux de décroché');
  for (let day = 0; day < 210; day++) {
    const offered = 200 + 30 * ((6 - (day % 7)) % 7) + (day % 11);
    const answered = Math.round(offered * (0.97 - (day % 5) / 100));
    sheet.put(1 + day, 0, 45_663 + day, offered, answered, offered - answered, `=C${day + 2}/B${day + 2}`);
  }
  sheet.format(1, 0, 210, 'dd/mm/yyyy').format(1, 4, 210, '0.0%');
  valueOf(await book.port.write(draftOf([sheet])));
  const issued = 45_663 + 210;
  valueOf(await consolidateWorkbook(book.port, { language: 'fr', today: issued }));
  valueOf(await showThresholds(book.port, { language: 'fr' }));
  valueOf(await generateMeteo(book.port, { language: 'fr', issued, minutes: 3 }));
  const { findings } = valueOf(await lintWorkbook(book.port));
  expect(findings.map(({ kind, sheet: name, cell }) => `${kind} ${name}!${cell}`)).toEqual([]);
}, 60_000);
