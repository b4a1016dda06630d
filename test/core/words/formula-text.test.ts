import { formulaText } from '../../../src/core/words/formula-text';

test.each([
  ['functions and separators', '=IF(SUM(B2:B9)=0,"",SUM(A2:A9)/SUM(B2:B9))', '=SI(SOMME(B2:B9)=0;"";SOMME(A2:A9)/SOMME(B2:B9))'],
  ['decimals, not row numbers', '=A1*1.5+B10', '=A1*1,5+B10'],
  ['texts as they are', '=COUNTIFS(C:C,"a, b",D:D,">=1.5")', '=NB.SI.ENS(C:C;"a, b";D:D;">=1.5")'],
  ['sheets and columns as they are', "=SUM('Été, 2026'!A1,Table[a, b])", "=SOMME('Été, 2026'!A1;Table[a, b])"],
  ['true and false', '=VLOOKUP(A2,TRUE!A2:B9,2,FALSE)', '=RECHERCHEV(A2;TRUE!A2:B9;2;FAUX)'],
  ['means with conditions', '=AVERAGEIFS(C:C,A:A,"x")+EDATE(A1,1)', '=MOYENNE.SI.ENS(C:C;A:A;"x")+MOIS.DECALER(A1;1)'],
  ['a function that has no French name here', '=XIRR(A1:A9,B1:B9)', '=XIRR(A1:A9;B1:B9)'],
])('%s', (_name, english, french) => {
  expect(formulaText(english, 'fr')).toBe(french);
  expect(formulaText(english, 'en')).toBe(english);
});
