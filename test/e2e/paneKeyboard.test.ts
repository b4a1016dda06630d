import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import { PATIENCE } from './paneDriver';
import { raw } from './states/books';
import { focusFault, tabTo } from './states/focusSeen';
import { Visit } from './states/visit';

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

test.each(['fr', 'en'] as const)(
  'with the keyboard alone, %s: from a report to the PDF of its météo, the focus always seen and never lost',
  async (language) => {
    const visit = await Visit.begin(bench, language);
    const { page, texts } = visit;
    await visit.open(await raw(), 'keyboard.xlsx');
    await visit.pane.getByRole('tab', { selected: true }).focus();
    const faults: string[] = [];
    /** Goes to a button with Tab, presses it, and waits for the one that comes next. */
    const enter = async (name: string | RegExp, then: string | RegExp): Promise<void> => {
      await visit.sees(visit.button(name).first());
      await visit.settled();
      // What is not ready yet can have the focus and does nothing.
      await visit.sees(visit.button(name).and(visit.pane.locator(':not([aria-disabled=true])')).first());
      faults.push(...(await tabTo(visit, name)));
      await page.keyboard.press('Enter');
      await visit.sees(visit.button(then).first());
      await visit.settled();
      const fault = await focusFault(visit);
      if (fault) faults.push(fault);
    };
    const keep = /^(Retenir ces|Keep these)/;
    await enter(texts.home.first.find, texts.source.confirm);
    await enter(texts.source.confirm, keep);
    await enter(keep, texts.consolidation.run);
    await enter(texts.consolidation.run, texts.consolidation.meteo);
    await enter(texts.consolidation.meteo, texts.meteo.generate);
    await enter(texts.meteo.generate, texts.meteo.result.pdf.label);
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: PATIENCE }),
      enter(texts.meteo.result.pdf.label, texts.meteo.result.mail.label),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    expect(faults).toEqual([]);
    await visit.close();
  },
  3 * PATIENCE,
);
