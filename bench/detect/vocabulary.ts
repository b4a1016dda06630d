import { seeded } from '../../assets/sample/random';
import type { ColumnType } from '../../src/core/detect/detected';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { compose, type Spec } from './compose';
import { AGENTS, round, value, type Facts, type Field } from './facts';
import type { LabelledWorkbook } from './label';
import { daysFrom, FIRST_DAY } from './tables';
import { DAY_WRITINGS, type Writing } from './writings';

const named = (
  fr: string,
  en: string,
  types: readonly ColumnType[],
  read: (facts: Facts) => CellValue,
  format?: string,
): Field => ({
  fr: [fr],
  en: [en],
  types,
  cell: value(read, format),
});

/** Headers in words that the other sheets do not use. */
const OTHER_WORDS: readonly Field[] = [
  named('Volume entrant', 'Inbound volume', ['count'], ({ offered }) => offered),
  named('Pris en charge', 'Picked up', ['count'], ({ answered }) => answered),
  named('Part traitée', 'Handled share', ['rate'], ({ answered, offered }) => answered / offered, '0%'),
  named('Joignabilité', 'Reachability', ['rate', 'number'], ({ answered, offered }) => round((100 * answered) / offered, 1)),
  named('Durée com. moy. (sec.)', 'Avg talk (sec.)', ['duration'], ({ seconds, answered }) => Math.round(seconds / answered)),
  named('TMC', 'ATT', ['duration'], ({ seconds, answered }) => seconds / answered / 86_400, '[mm]:ss'),
  named('CA net HT k€', 'Net sales k€', ['amount'], ({ revenue }) => round(revenue / 1000, 2), '#,##0.0 "k€"'),
  named('Panier moyen', 'Average basket', ['amount'], ({ revenue, sales }) => round(revenue / sales, 2), '#,##0.00 "€"'),
  named('Gestionnaire', 'Handled by', ['person'], ({ index }) => AGENTS[index % AGENTS.length] ?? ''),
  named('Canal', 'Channel', ['category'], ({ index }) => ['Tél', 'Mail', 'Chat'][index % 3] ?? ''),
  named('Backlog fin de journée', 'End-of-day backlog', ['count'], ({ index }) => 140 + ((index * 7) % 31)),
  named('NPS', 'NPS', ['number', 'rate'], ({ random }) => Math.round(20 + 30 * random.next())),
  named('Nb RDV pris', 'Appointments', ['count'], ({ sales }) => sales),
  named('Heures loguées', 'Logged hours', ['duration'], ({ seconds }) => round(seconds / 3600, 1)),
  named('Note qualité /20', 'Quality score /20', ['number'], ({ random }) => round(12 + 6 * random.next(), 1)),
  named('Incident majeur ?', 'Major incident?', ['category'], ({ index }) => (index % 7 === 3 ? 'oui' : 'non')),
  named('Coût de production', 'Production cost', ['amount'], ({ revenue }) => Math.round(revenue * 0.4)),
];

/** Columns of a sheet, and sheets. */
const COLUMNS = 5;
const SHEETS = 40;

/** Days under headers in other words: what detection makes of a vocabulary that nobody prepared it for. */
export const otherWordsWorkbooks = (): LabelledWorkbook[] => {
  const random = seeded(5);
  return Array.from({ length: SHEETS }, (_, number) => {
    const drawn = OTHER_WORDS.map((field) => ({ field, by: random.next() })).sort((a, b) => a.by - b.by);
    const spec: Spec = {
      name: `other words, ${number % 2 === 0 ? 'fr' : 'en'}`,
      language: number % 2 === 0 ? 'fr' : 'en',
      recipe: () => ({
        kind: 'daily',
        fields: drawn.slice(0, COLUMNS).map(({ field }) => field),
        days: daysFrom(FIRST_DAY, 40),
        date: { writing: DAY_WRITINGS['real dates dd/mm/yyyy'] as Writing, headers: { fr: ['Date'], en: ['Date'] } },
      }),
    };
    return compose(spec, number, 90);
  });
};
