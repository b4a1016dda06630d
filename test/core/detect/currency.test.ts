import { currenciesOf, currencyIn, currencyOfFormat } from '../../../src/core/detect/currency';
import { detect } from '../../../src/core/detect/detect';
import { currencyText } from '../../../src/core/words/currency';
import { sheetOf, workbookOf } from '../grid';

const text = (currency: ReturnType<typeof currencyIn>): string | null => currency && currencyText(currency);

test.each([
  ['Deal Value ($)', '$'],
  ['Deal Value (USD)', '$'],
  ['Revenue US$', '$'],
  ['Revenue (C$)', 'C$'],
  ['Coûts (€)', '€'],
  ['ca_eur', '€'],
  ['Montant en euros', '€'],
  ['CA (k€)', 'k€'],
  ['CA HT (keur)', 'k€'],
  ['Montant en milliers d’euros', 'k€'],
  ['Sales £000', 'k£'],
  ['Revenue ($m)', 'M$'],
  ['CA M€', 'M€'],
  ['Amount CHF', 'CHF'],
  ['Budget (kCHF)', 'kCHF'],
  ['Recettes (Mds FCFA)', 'MdFCFA'],
  ['Budget (DH)', 'MAD'],
  ['CA', null],
  ['Purchase Amount', null],
  ['Chiffre d’affaires', null],
  ['Cours EUR/USD', null],
  ['Madame', null],
])('the header %s', (header, currency) => {
  expect(text(currencyIn(header))).toBe(currency);
});

test.each([
  ['pounds by a language of Excel', '[$£-809]#,##0.00', '£'],
  ['dollars in quotes', '"$"#,##0', '$'],
  ['dollars of accountants', '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', '$'],
  ['the region’s own, whatever it is', '$#,##0.00', null],
  ['the same for accountants', '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', null],
  ['francs', '#,##0 "CHF"', 'CHF'],
  ['euros behind an escaped space', '#,##0.00\\ "€"', '€'],
  ['euros alone', '#,##0.00 €', '€'],
  ['thousands that the cells hold', '#,##0" k€"', 'k€'],
  ['thousands that the format makes', '#,##0," k€"', '€'],
  ['a language that is no currency', '[$-409]d-mmm-yy', null],
  ['a currency of negative numbers alone', '#,##0;-#,##0 "€"', null],
  ['percentages', '0.0%', null],
])('a format: %s', (_, format, currency) => {
  expect(text(currencyOfFormat(format))).toBe(currency);
});

test.each([
  ['the header goes before', 'CA (k€)', ['#,##0.00\\ "€"'], ['k€']],
  ['the format stands in', 'CA', ['#,##0 "CHF"'], ['CHF']],
  ['header and format that differ', 'CA (€)', ['"$"#,##0'], ['€', '$']],
  ['cells that differ', 'CA', ['"$"#,##0', '[$£-809]#,##0', '"$"#,##0.00'], ['$', '£']],
  ['nothing says one', 'CA', ['#,##0', '$#,##0'], []],
] as const)('%s', (_, header, formats, currencies) => {
  expect(currenciesOf(header, formats).map(currencyText)).toEqual(currencies);
});

test('a column of amounts has the currency of its cells', () => {
  const rows = Array.from({ length: 20 }, (_, row) => [46_027 + row, 10 + row, 900.5 + row]);
  const sheet = sheetOf('Ventes', [['Date', 'Ventes', 'Chiffre'], ...rows], { formats: { 0: 'dd/mm/yyyy', 2: '[$£-809]#,##0' } });
  const columns = detect(workbookOf(sheet)).tables[0]?.columns;
  expect(columns?.map(({ currencies }) => currencies?.map(currencyText))).toEqual([undefined, undefined, ['£']]);
});
