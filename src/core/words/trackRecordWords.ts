import type { Language } from '../meteo/content';
import type { NotChecked } from '../meteo/trackRecord';
import type { CoverageVerdict } from '../forecast/track-record';
import { plural } from './typography';

/** Sentences about projections that were checked; figures come in as texts. */
export type TrackRecordWords = {
  none: string;
  inside: (inside: number, checked: number) => string;
  verdicts: Readonly<Record<CoverageVerdict, string>>;
  /** `percent` is null where a share of the figure says nothing. */
  error: (size: string, percent: string | null) => string;
  bias: (size: string, tooLow: boolean) => string;
  line: (weeks: string, value: string, low: string, high: string, actual: string, inside: boolean) => string;
  openLine: (weeks: string, value: string, low: string, high: string, why: string) => string;
  why: Readonly<Record<NotChecked, string>>;
};

const french: TrackRecordWords = {
  none: 'Aucune projection vérifiée pour l’instant : chacune l’est quand ses semaines sont complètes.',
  inside: (inside, checked) =>
    `${String(inside)} ${plural(inside, 'projection', 'projections', 'fr')} sur ${String(checked)} dans l’intervalle annoncé de 80 %.`,
  verdicts: {
    few: 'C’est trop peu pour juger des intervalles.',
    kept: 'C’est conforme à ce qui était annoncé, 4 sur 5 en moyenne.',
    narrow: 'C’est moins que les 4 sur 5 annoncées : les intervalles étaient trop étroits.',
    wide: 'C’est plus que les 4 sur 5 annoncées : les intervalles étaient plus larges que nécessaire.',
  },
  error: (size, percent) => `Écart moyen entre le prévu et le réel : ${size}${percent === null ? '' : `, soit ${percent}`}.`,
  bias: (size, tooLow) => `Le réel est en moyenne ${tooLow ? 'au-dessus' : 'au-dessous'} du prévu, de ${size}.`,
  line: (weeks, value, low, high, actual, inside) =>
    `${weeks} : prévu ${value} (${low} à ${high}), réel ${actual}, ${inside ? 'dans' : 'hors de'} l’intervalle`,
  openLine: (weeks, value, low, high, why) => `${weeks} : prévu ${value} (${low} à ${high}), ${why}`,
  why: {
    pending: 'semaines en cours ou à venir',
    'missing-days': 'non vérifié : des jours ouverts n’ont pas de données',
    redefined: 'non vérifié : l’indicateur a changé de définition',
    revised: 'non vérifié : les données ont été corrigées depuis',
    'no-figure': 'non vérifié : pas de chiffre pour ces semaines',
  },
};

const english: TrackRecordWords = {
  none: 'No projection checked yet: each is checked once its weeks are complete.',
  inside: (inside, checked) =>
    `${String(inside)} of ${String(checked)} ${plural(checked, 'projection', 'projections', 'en')} within the stated 80% interval.`,
  verdicts: {
    few: 'That is too few to judge the intervals by.',
    kept: 'That is what was stated, 4 in 5 on average.',
    narrow: 'That is less than the 4 in 5 stated: the intervals were too narrow.',
    wide: 'That is more than the 4 in 5 stated: the intervals were wider than needed.',
  },
  error: (size, percent) => `Mean gap between projected and actual: ${size}${percent === null ? '' : `, or ${percent}`}.`,
  bias: (size, tooLow) => `On average the actual is ${tooLow ? 'above' : 'below'} the projection, by ${size}.`,
  line: (weeks, value, low, high, actual, inside) =>
    `${weeks}: projected ${value} (${low} to ${high}), actual ${actual}, ${inside ? 'within' : 'outside'} the interval`,
  openLine: (weeks, value, low, high, why) => `${weeks}: projected ${value} (${low} to ${high}), ${why}`,
  why: {
    pending: 'weeks under way or to come',
    'missing-days': 'not checked: open days have no data',
    redefined: 'not checked: the definition of the KPI has changed',
    revised: 'not checked: the data have been corrected since',
    'no-figure': 'not checked: no figure for these weeks',
  },
};

export const trackRecordWords = (language: Language): TrackRecordWords => (language === 'fr' ? french : english);
