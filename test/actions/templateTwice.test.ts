import { strFromU8, unzipSync } from 'fflate';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { addTemplate } from '../../src/actions/template';
import { showThresholds } from '../../src/actions/thresholds';
import type { Language } from '../../src/core/meteo/content';
import { serialOf } from '../../src/core/period/serial';
import type { Result } from '../../src/core/problem';
import { TEMPLATE_DOMAINS, type TemplateDomain } from '../../src/core/template/domains';
import { typeWorkingDays } from './filledTemplate';
import { openEmbedded } from '../excel/embedded';

const TODAY = serialOf({ year: 2026, month: 11, day: 21 });

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

/** What a file holds that repeated runs could multiply. */
const inventory = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).sort();
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const count = (name: string, pattern: RegExp): number => text(name).match(pattern)?.length ?? 0;
  const book = text('xl/workbook.xml');
  return {
    // Charts are drawn again: their parts are as many, under other numbers.
    parts: names.map((name) => name.replace(/\d+/g, '#')).sort(),
    sheets: [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name),
    names: [...book.matchAll(/<definedName [^>]*name="([^"]*)"[^>]*>([^<]*)</g)].map(([, name, formula]) => `${name} ${formula}`),
    conditionalFormats: names.map((name) => [name, count(name, /<cfRule /g)]).filter(([, rules]) => rules !== 0),
    validations: names.map((name) => [name, count(name, /<dataValidation /g)]).filter(([, rules]) => rules !== 0),
    tables: names.filter((name) => name.startsWith('xl/tables/')).map((name) => /ref="([^"]*)"/.exec(text(name))?.[1]),
    styles: ['xf', 'dxf', 'font', 'fill', 'numFmt'].map((tag) => [tag, count('xl/styles.xml', new RegExp(`<${tag}[ >]`, 'g'))]),
  };
};

/** One sitting: the file is opened, the template, the consolidation and the thresholds run so many times, the file is saved. */
const sitting = async (bytes: Uint8Array | undefined, domain: TemplateDomain, language: Language, times: number) => {
  const book = await openEmbedded(bytes);
  const made: string[] = [];
  for (let time = 0; time < times; time++) {
    made.push(...value(await addTemplate(book.port, { domain, language, today: TODAY, examples: false })).made);
    if (!bytes && time === 0) await typeWorkingDays(book, domain, 4);
    value(await consolidateWorkbook(book.port, { language, today: TODAY }));
    value(await showThresholds(book.port, { language }));
  }
  const saved = book.save();
  book.close();
  return { saved, made };
};

const cases: readonly (readonly [TemplateDomain, Language])[] = [
  ...TEMPLATE_DOMAINS.map((domain) => [domain, 'fr'] as const),
  ['inbound', 'en'],
];

test.each(cases)(
  'template, consolidation and thresholds ten times leave the workbook as once: %s, %s',
  async (domain, language) => {
    const once = await sitting(undefined, domain, language, 1);
    const tenTimes = await sitting(once.saved, domain, language, 9);
    expect([once.made.length > 5, tenTimes.made]).toEqual([true, []]);
    expect(inventory(tenTimes.saved)).toEqual(inventory(once.saved));
    expect(Math.abs(tenTimes.saved.length / once.saved.length - 1)).toBeLessThan(0.01);
  },
  240_000,
);
