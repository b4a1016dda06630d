import { readTextDate } from '../../core/detect/dates';
import type { Unit } from '../../core/kpi/kpi';
import type { Language } from '../../core/meteo/content';

/** What stands in a field: a value, nothing, or something that is neither. */
export type Typed = { ok: true; value: number | null } | { ok: false };

/** A number as somebody types it, in the KPI's unit: `80`, `80 %` or `80,5` is a fraction where the unit is a percentage. */
export const numberTyped = (text: string, unit: Unit): Typed => {
  const plain = text
    .replace(/[\s\u00a0\u202f%]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  if (plain === '') return { ok: true, value: null };
  const value = Number(plain);
  if (!Number.isFinite(value)) return { ok: false };
  // 0.8 × 100 is 80.00000000000001 otherwise.
  return { ok: true, value: unit === 'percent' ? Number((value / 100).toPrecision(12)) : value };
};

/** The same number as the field shows it. */
export const typedNumber = (value: number | null, unit: Unit, language: Language): string => {
  if (value === null) return '';
  const shown = String(unit === 'percent' ? Number((value * 100).toPrecision(12)) : value);
  return language === 'fr' ? shown.replace('.', ',') : shown;
};

/** A day as somebody types it, `23/11/2026`, as a serial. */
export const dateTyped = (text: string): Typed => {
  if (text.trim() === '') return { ok: true, value: null };
  const value = readTextDate(text, 'dmy') ?? readTextDate(text, 'iso');
  return value === null ? { ok: false } : { ok: true, value: Math.floor(value) };
};
