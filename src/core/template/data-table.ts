import type { Language } from '../meteo/content';
import { formatNumber } from '../words/numbers';
import { vocabulary } from '../words/vocabulary';
import { ACTIVITY_HEADERS, DOMAIN_MEASURES, DOMAIN_NAMES, type TemplateDomain, type TemplateMeasure } from './domains';
import { EXAMPLE_DAYS } from './example-days';
import { firstCell, type InputColumn } from './input-sheet';
import { formatOfMeasure, headerOfMeasure, helpOfMeasure, ruleOfMeasure, unitOfMeasure } from './measures';
import { DATE_FORMATS, EXAMPLE_WORDS, FIRST_DAY, type ExampleRow, type TemplateTable } from './table';

export const DATA_TABLE = 'tblDonnees';

/** Date and activity stand before the measures. */
const FIRST_MEASURE_COLUMN = 2;

type Words = {
  title: (domain: string) => string;
  hint: (kpis: string) => string;
  date: { header: string; help: string; alert: string };
  activity: Record<TemplateDomain, string>;
  negative: (unit: string) => string;
  part: (part: string, whole: string) => string;
  whole: string;
  number: string;
};

const WORDS: Record<Language, Words> = {
  fr: {
    title: (domain) => `Données du jour : ${domain}`,
    hint: (kpis) =>
      `Une ligne par jour et par activité, tapée ou collée sous la dernière. Que des quantités brutes, jamais un taux. ${kpis} indicateurs en sont calculés : voir Dictionnaire.`,
    date: {
      header: 'Date',
      help: 'Jour des chiffres, tapé comme une date. Unité : jour. Exemple : 16/11/2026. Source : votre calendrier. Une ligne par jour ouvert ; un jour fermé n’a pas de ligne.',
      alert: 'Tapez une vraie date, par exemple 16/11/2026, à partir de 2000.',
    },
    activity: {
      inbound:
        'File ou activité à laquelle la ligne se rapporte. Texte libre. Exemple : Service adhérents. Une ligne par jour suffit si vous n’en avez qu’une.',
      outbound:
        'Opération ou fichier appelé. Texte libre. Exemple : Campagne automne. Une ligne par jour suffit si vous n’en avez qu’une.',
      it: 'Prestation ou application suivie. Texte libre. Exemple : Centre de services. Une ligne par jour suffit si vous n’en avez qu’une.',
      project:
        'Lot du projet. Texte libre. Exemple : Lot 2, reprise des données. À chaque point, une ligne par lot, tous à la même date.',
      references:
        'Famille de produits ou d’offres. Texte libre. Exemple : Relation client. Une ligne par jour suffit si vous n’en avez qu’une.',
    },
    negative: (unit) => `Tapez un ${unit}, 0 ou plus, sans unité ni texte.`,
    part: (part, whole) => `« ${part} » est un nombre, 0 ou plus, et ne dépasse pas « ${whole} ». Gardez-vous cette valeur ?`,
    whole: 'nombre entier',
    number: 'nombre',
  },
  en: {
    title: (domain) => `Daily data: ${domain}`,
    hint: (kpis) =>
      `One row per day and activity, typed or pasted under the last. Raw quantities only, never a rate. ${kpis} KPIs are computed from them: see Dictionary.`,
    date: {
      header: 'Date',
      help: 'Day of the figures, typed as a date. Unit: day. Example: 2026-11-16. Source: your calendar. One row per open day; a closed day has no row.',
      alert: 'Type a real date, for instance 2026-11-16, from 2000 on.',
    },
    activity: {
      inbound:
        'Queue or activity that the row is about. Free text. Example: Member services. One row a day is enough if you have only one.',
      outbound: 'Campaign or list called. Free text. Example: Autumn campaign. One row a day is enough if you have only one.',
      it: 'Service or application followed. Free text. Example: Service desk. One row a day is enough if you have only one.',
      project:
        'Work package of the project. Free text. Example: Package 2, data migration. At each review, one row per package, all on the same date.',
      references:
        'Product or offer family. Free text. Example: Customer relations. One row a day is enough if you have only one.',
    },
    negative: (unit) => `Type a ${unit}, 0 or more, without unit or text.`,
    part: (part, whole) => `“${part}” is a number, 0 or more, and not above “${whole}”. Do you keep this value?`,
    whole: 'whole number',
    number: 'number',
  },
};

/** Measures of a domain's daily rows. */
export const measuresOfDomain = (domain: TemplateDomain): readonly TemplateMeasure[] => DOMAIN_MEASURES[domain];

const measureColumn = (measure: TemplateMeasure, domain: TemplateDomain, language: Language, first: number): InputColumn => {
  const words = WORDS[language];
  const measures = measuresOfDomain(domain);
  const { rule, whole } = ruleOfMeasure(measure, (other) => firstCell(first + measures.indexOf(other)));
  const header = headerOfMeasure(measure, language);
  const example = Math.max(...EXAMPLE_DAYS[measure]);
  return {
    header,
    width: 78,
    numberFormat: formatOfMeasure(measure),
    help: helpOfMeasure(measure, domain, example, language),
    rule,
    alert:
      whole === undefined
        ? { style: 'stop', message: words.negative(unitOfMeasure(measure) === 'count' ? words.whole : words.number) }
        : { style: 'warning', message: words.part(header, headerOfMeasure(whole, language)) },
  };
};

/** The columns of a domain's measures, for a table in which the first of them stands in a 0-based column. */
export const dataColumns = (domain: TemplateDomain, language: Language, first = FIRST_MEASURE_COLUMN): InputColumn[] =>
  measuresOfDomain(domain).map((measure) => measureColumn(measure, domain, language, first));

const exampleRows = (domain: TemplateDomain, language: Language): ExampleRow[] =>
  [0, 1, 2, 3, 4].map((day) => [
    { day },
    EXAMPLE_WORDS[language],
    ...measuresOfDomain(domain).map((measure) => EXAMPLE_DAYS[measure][day] ?? 0),
  ]);

/** `tblDonnees` of a domain: date, activity, one column a measure. `kpis` is how many KPIs come out of it. */
export const dataTable = (domain: TemplateDomain, language: Language, date1904: boolean, kpis: number): TemplateTable => {
  const words = WORDS[language];
  return {
    table: DATA_TABLE,
    sheet: vocabulary(language).sheets.data,
    title: words.title(DOMAIN_NAMES[language][domain]),
    hint: words.hint(formatNumber(kpis, language)),
    frozen: FIRST_MEASURE_COLUMN,
    columns: [
      {
        header: words.date.header,
        width: 72,
        numberFormat: DATE_FORMATS[language],
        help: words.date.help,
        rule: { date: { from: FIRST_DAY[date1904 ? 1904 : 1900] } },
        alert: { style: 'stop', message: words.date.alert },
      },
      {
        header: ACTIVITY_HEADERS[language][domain],
        width: 108,
        help: words.activity[domain],
        rule: { any: true },
      },
      ...dataColumns(domain, language),
    ],
    examples: exampleRows(domain, language),
  };
};
