import { natureOf, measureHeader } from '../detect/synonyms';
import { CATALOGUE } from '../kpi/catalogue';
import type { Language } from '../meteo/content';
import type { ValidationRule } from '../sheet/draft';
import { formatNumber } from '../words/numbers';
import { CATALOGUE_DOMAIN, DOMAIN_MEASURES, type TemplateDomain, type TemplateMeasure } from './domains';
import { ENGLISH_HELP, FRENCH_HELP } from './measure-help';

/** What a measure of the templates is counted in. */
export type MeasureUnit = 'count' | 'workUnits' | 'seconds' | 'minutes' | 'hours' | 'euros' | 'budget';

const UNIT_NAMES: Record<Language, Record<MeasureUnit, string>> = {
  fr: {
    count: 'nombre entier',
    workUnits: 'UO, décimales admises',
    seconds: 'secondes',
    minutes: 'minutes',
    hours: 'heures, décimales admises',
    euros: 'euros',
    budget: 'euros ou jours, les mêmes partout',
  },
  en: {
    count: 'whole number',
    workUnits: 'work units, decimals allowed',
    seconds: 'seconds',
    minutes: 'minutes',
    hours: 'hours, decimals allowed',
    euros: 'euros',
    budget: 'euros or days, the same everywhere',
  },
};

const FORMATS: Record<MeasureUnit, string> = {
  count: '#,##0',
  workUnits: '#,##0.0',
  seconds: '#,##0',
  minutes: '#,##0',
  hours: '#,##0.0',
  euros: '#,##0.00',
  budget: '#,##0',
};

/** Measures that are parts of another: `appels_traites` of `appels_recus`. */
const PART_OF: Partial<Record<TemplateMeasure, TemplateMeasure>> = {
  appels_traites: 'appels_recus',
  appels_traites_sous_seuil: 'appels_traites',
  appels_abandonnes: 'appels_recus',
  resolus_1er_contact: 'contacts_mesures',
  reponses_satisfaites: 'reponses_enquete',
  appels_aboutis: 'appels_emis',
  contacts_etablis: 'fiches_appelees',
  refus_immediats: 'contacts_etablis',
  contacts_argumentes: 'contacts_etablis',
  ventes: 'contacts_argumentes',
  tickets_dans_delai: 'tickets_resolus',
  tickets_gti_ok: 'tickets_gti_du',
  tickets_gtr_ok: 'tickets_gtr_du',
  minutes_arret: 'minutes_service',
  jalons_tenus: 'jalons_echus',
  facture_rattachee_eur: 'facture_eur',
  sollicitations_acceptees: 'sollicitations',
  projets_gagnes: 'projets_clos_avec_ref',
};

/** What a measure is counted in: `seconds` for `conversation_s`. */
export const unitOfMeasure = (measure: TemplateMeasure): MeasureUnit => {
  if (measure.endsWith('_s')) return 'seconds';
  if (measure.startsWith('minutes_')) return 'minutes';
  if (measure.startsWith('heures_')) return 'hours';
  if (measure.startsWith('uo_')) return 'workUnits';
  if (measure.endsWith('_eur')) return 'euros';
  return natureOf(measure) === 'amount' ? 'budget' : 'count';
};

export const formatOfMeasure = (measure: TemplateMeasure): string => FORMATS[unitOfMeasure(measure)];

/** The header of a measure's column, with the apostrophe that printers use. */
export const headerOfMeasure = (measure: TemplateMeasure, language: Language): string =>
  measureHeader(measure, language).replaceAll("'", '’');

const measuresIn = (expression: string): string[] => expression.match(/[a-z_][a-z0-9_]*/gi) ?? [];

/** Names of the KPIs that a domain's rows make out of a measure, internal ones left out. */
const kpisOf = (measure: TemplateMeasure, domain: TemplateDomain, language: Language): string[] => {
  const held: readonly string[] = DOMAIN_MEASURES[domain];
  return CATALOGUE.flatMap(({ domain: of, numerator, denominator, internal, label }) => {
    const needed = measuresIn(`${numerator} ${denominator ?? ''}`);
    const made = of === CATALOGUE_DOMAIN[domain] && !internal && needed.every((one) => held.includes(one));
    return made && needed.includes(measure) ? [label[language]] : [];
  });
};

/** The longest help that Excel shows beside a cell. */
const LONGEST = 255;

/**
 * Help for a measure's cells: what to type, in which unit, an example, where the figure comes from, and as many of the KPIs
 * that it makes as there is room for.
 */
export const helpOfMeasure = (measure: TemplateMeasure, domain: TemplateDomain, example: number, language: Language): string => {
  const { what, from } = (language === 'fr' ? FRENCH_HELP : ENGLISH_HELP)[measure];
  const unit = UNIT_NAMES[language][unitOfMeasure(measure)];
  const shown = formatNumber(example, language);
  const base =
    language === 'fr'
      ? `${what}. Unité : ${unit}. Exemple : ${shown}. Source : ${from}.`
      : `${what}. Unit: ${unit}. Example: ${shown}. Source: ${from}.`;
  const serves = language === 'fr' ? ' Sert à : ' : ' Makes: ';
  const kpis = kpisOf(measure, domain, language);
  for (let count = kpis.length; count > 0; count--) {
    const text = `${base}${serves}${kpis.slice(0, count).join(', ')}${count < kpis.length ? '…' : '.'}`;
    if (text.length <= LONGEST) return text;
  }
  return base;
};

/**
 * What a measure's cells accept: nothing below 0, whole where things are counted, and no more than what it is a part of.
 * `cellOf` gives the first cell of another measure's column.
 */
export const ruleOfMeasure = (
  measure: TemplateMeasure,
  cellOf: (measure: TemplateMeasure) => string,
): { rule: ValidationRule; whole?: TemplateMeasure } => {
  const whole = PART_OF[measure];
  if (whole === undefined)
    return { rule: unitOfMeasure(measure) === 'count' ? { whole: { minimum: 0 } } : { decimal: { minimum: 0 } } };
  const part = cellOf(measure);
  return {
    rule: { formula: `=AND(ISNUMBER(${part}),${part}>=0,OR(${cellOf(whole)}="",${part}<=${cellOf(whole)}))` },
    whole,
  };
};
