import type { Language } from '../meteo/content';
import { vocabulary } from '../words/vocabulary';
import type { TemplateDomain, TemplateMeasure } from './domains';
import type { InputColumn } from './input-sheet';
import { formatOfMeasure, headerOfMeasure } from './measures';
import { exampleText, FIRST_DAY, type ExampleRow, type TemplateTable } from './table';

export const FLASH_TABLE = 'tblFlash';

/** A rate at the hour of the flash point: what is divided by what. */
export type FlashRate = { label: Record<Language, string>; top: TemplateMeasure; bottom: TemplateMeasure; format: string };

/** What a flash point counts since the morning, with an example for 10:30, 14:30 and 17:00, and its rates. */
const CONTENT: Partial<
  Record<
    TemplateDomain,
    { measures: readonly (readonly [TemplateMeasure, number, number, number])[]; rates: readonly FlashRate[] }
  >
> = {
  inbound: {
    measures: [
      ['appels_recus', 118, 262, 366],
      ['appels_traites', 109, 246, 347],
      ['appels_traites_sous_seuil', 92, 208, 299],
    ],
    rates: [
      { label: { fr: 'QS', en: 'Service quality' }, top: 'appels_traites', bottom: 'appels_recus', format: '0.0%' },
      {
        label: { fr: 'Niveau de service', en: 'Service level' },
        top: 'appels_traites_sous_seuil',
        bottom: 'appels_recus',
        format: '0.0%',
      },
    ],
  },
  outbound: {
    measures: [
      ['heures_production', 14, 35, 49],
      ['contacts_argumentes', 28, 71, 101],
      ['ventes', 3, 9, 13],
    ],
    rates: [
      { label: { fr: 'Transformation', en: 'Conversion' }, top: 'ventes', bottom: 'contacts_argumentes', format: '0.0%' },
      { label: { fr: 'Ventes par heure', en: 'Sales per hour' }, top: 'ventes', bottom: 'heures_production', format: '0.00' },
    ],
  },
  it: {
    measures: [
      ['tickets_crees', 11, 24, 33],
      ['tickets_resolus', 9, 25, 35],
      ['tickets_dans_delai', 9, 24, 34],
    ],
    rates: [
      {
        label: { fr: 'Dans les délais', en: 'Within SLA' },
        top: 'tickets_dans_delai',
        bottom: 'tickets_resolus',
        format: '0.0%',
      },
      {
        label: { fr: 'Résolus / créés', en: 'Resolved / created' },
        top: 'tickets_resolus',
        bottom: 'tickets_crees',
        format: '0.0%',
      },
    ],
  },
};

/** What a flash point counts in a domain, and the rates that it makes; null for a domain without flash points. */
export const flashContent = (
  domain: TemplateDomain,
): { measures: readonly TemplateMeasure[]; rates: readonly FlashRate[] } | null => {
  const content = CONTENT[domain];
  return content ? { measures: content.measures.map(([measure]) => measure), rates: content.rates } : null;
};

type Words = {
  title: string;
  hint: string;
  moment: { header: string; help: string; alert: string };
  count: (header: string, example: number) => string;
  countAlert: string;
  rate: (top: string, bottom: string) => string;
  forecast: { header: string; help: string; alert: string };
  cause: { header: string; help: string };
  action: { header: string; help: string };
  next: { header: string; help: string; alert: string };
  causes: readonly [string, string, string];
  actions: readonly [string, string, string];
};

/** Columns of a flash point besides its counts and rates. */
export type FlashColumn = 'moment' | 'forecast' | 'cause' | 'action' | 'next';

const headersOf = ({ moment, forecast, cause, action, next }: Words): Record<FlashColumn, string> => ({
  moment: moment.header,
  forecast: forecast.header,
  cause: cause.header,
  action: action.header,
  next: next.header,
});

const WORDS: Record<Language, Words> = {
  fr: {
    title: 'Points flash : où en est la journée',
    hint: 'Une ligne par point, trois par jour par exemple : les cumuls depuis le matin. Les taux se calculent seuls.',
    moment: {
      header: 'Horodatage',
      help: 'Jour et heure du point. Unité : date et heure. Exemple : 16/11/2026 10:30. Source : votre montre (Ctrl+; puis espace puis Ctrl+: dans Excel).',
      alert: 'Tapez une date et une heure, par exemple 16/11/2026 10:30.',
    },
    count: (header, example) =>
      `${header} : cumul depuis le matin. Exemple : ${String(example)}. Source : tableau de bord en direct.`,
    countAlert: 'Tapez un nombre, 0 ou plus, sans unité ni texte.',
    rate: (top, bottom) => `Calculé, rien à taper : ${top} ÷ ${bottom}. Vide tant que le diviseur est vide.`,
    forecast: {
      header: 'Prévision fin de journée',
      help: 'Volume attendu ce soir, même unité que la première quantité. Exemple : 370. Source : planification, ou votre estimation.',
      alert: 'Tapez un nombre, 0 ou plus.',
    },
    cause: { header: 'Cause', help: 'Ce qui explique l’écart, en une phrase. Texte libre. Exemple : deux absences le matin.' },
    action: {
      header: 'Action',
      help: 'Ce qui est fait, et par quel rôle. Texte libre. Exemple : renfort de deux personnes par le superviseur.',
    },
    next: {
      header: 'Prochain point',
      help: 'Jour et heure du point suivant. Unité : date et heure. Exemple : 16/11/2026 14:30.',
      alert: 'Tapez une date et une heure, par exemple 16/11/2026 14:30.',
    },
    causes: ['départ conforme', 'pic en fin de matinée', 'retour à la normale'],
    actions: ['rien à faire', 'renfort jusqu’à 16 h', 'fin du renfort'],
  },
  en: {
    title: 'Flash points: how the day is going',
    hint: 'One row per point, three a day for instance: totals since the morning. The rates compute themselves.',
    moment: {
      header: 'Time stamp',
      help: 'Day and time of the point. Unit: date and time. Example: 2026-11-16 10:30. Source: your watch (Ctrl+; space Ctrl+Shift+; in Excel).',
      alert: 'Type a date and a time, for instance 2026-11-16 10:30.',
    },
    count: (header, example) => `${header}: total since the morning. Example: ${String(example)}. Source: live dashboard.`,
    countAlert: 'Type a number, 0 or more, without unit or text.',
    rate: (top, bottom) => `Computed, nothing to type: ${top} ÷ ${bottom}. Blank while the divisor is blank.`,
    forecast: {
      header: 'End-of-day forecast',
      help: 'Volume expected tonight, in the unit of the first quantity. Example: 370. Source: planning, or your estimate.',
      alert: 'Type a number, 0 or more.',
    },
    cause: {
      header: 'Cause',
      help: 'What explains the gap, in one sentence. Free text. Example: two people absent this morning.',
    },
    action: {
      header: 'Action',
      help: 'What is being done, and by which role. Free text. Example: the supervisor adds two people.',
    },
    next: {
      header: 'Next point',
      help: 'Day and time of the next point. Unit: date and time. Example: 2026-11-16 14:30.',
      alert: 'Type a date and a time, for instance 2026-11-16 14:30.',
    },
    causes: ['start as planned', 'peak in late morning', 'back to normal'],
    actions: ['nothing to do', 'two more people until 16:00', 'extra people released'],
  },
};

/** Headers of those columns. */
export const FLASH_HEADERS: Readonly<Record<Language, Readonly<Record<FlashColumn, string>>>> = {
  fr: headersOf(WORDS.fr),
  en: headersOf(WORDS.en),
};

const MOMENTS: Record<Language, string> = { fr: 'dd/mm/yyyy hh:mm', en: 'dd mmm yyyy hh:mm' };

/** 10:30, 14:30, 17:00, and 10:30 on the next day that is worked, from Friday of the examples' week. */
const HOURS: readonly [number, number, number, number] = [4 + 10.5 / 24, 4 + 14.5 / 24, 4 + 17 / 24, 7 + 10.5 / 24];

const field = (header: string): string =>
  `${FLASH_TABLE}[[#This Row],[${header.replace(/[[\]#'’]/g, (sign) => (sign === '’' ? sign : `'${sign}`))}]]`;

const rateColumn = (rate: FlashRate, language: Language): InputColumn => {
  const top = headerOfMeasure(rate.top, language);
  const bottom = headerOfMeasure(rate.bottom, language);
  return {
    header: rate.label[language],
    width: 78,
    numberFormat: rate.format,
    help: WORDS[language].rate(top, bottom),
    rule: { any: true },
    formula: `=IF(N(${field(bottom)})=0,"",${field(top)}/${field(bottom)})`,
  };
};

/** `tblFlash` of a domain that has flash points; null for the others. */
export const flashTable = (domain: TemplateDomain, language: Language, date1904: boolean): TemplateTable | null => {
  const content = CONTENT[domain];
  if (!content) return null;
  const words = WORDS[language];
  const moment = { rule: { date: { from: FIRST_DAY[date1904 ? 1904 : 1900] } }, numberFormat: MOMENTS[language], width: 102 };
  const counts = content.measures.map(([measure, , , example]): InputColumn => {
    const header = headerOfMeasure(measure, language);
    return {
      header,
      width: 78,
      numberFormat: formatOfMeasure(measure),
      help: words.count(header, example),
      rule: { decimal: { minimum: 0 } },
      alert: { style: 'stop', message: words.countAlert },
    };
  });
  const examples = ([0, 1, 2] as const).map((point): ExampleRow => [
    { day: HOURS[point] },
    ...content.measures.map((measure) => measure[point + 1] as number),
    ...content.rates.map(() => null),
    content.measures[0]?.[3] ?? 0,
    exampleText(words.causes[point], language),
    words.actions[point],
    { day: HOURS[point + 1] ?? HOURS[3] },
  ]);
  return {
    table: FLASH_TABLE,
    sheet: vocabulary(language).sheets.flash,
    title: words.title,
    hint: words.hint,
    frozen: 1,
    columns: [
      { ...moment, header: words.moment.header, help: words.moment.help, alert: { style: 'stop', message: words.moment.alert } },
      ...counts,
      ...content.rates.map((rate) => rateColumn(rate, language)),
      {
        header: words.forecast.header,
        width: 84,
        numberFormat: '#,##0',
        help: words.forecast.help,
        rule: { decimal: { minimum: 0 } },
        alert: { style: 'stop', message: words.forecast.alert },
      },
      { header: words.cause.header, width: 198, wrap: true, help: words.cause.help, rule: { any: true } },
      { header: words.action.header, width: 162, wrap: true, help: words.action.help, rule: { any: true } },
      { ...moment, header: words.next.header, help: words.next.help, alert: { style: 'stop', message: words.next.alert } },
    ],
    examples,
  };
};
