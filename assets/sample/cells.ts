import type { CellDraft } from '../../src/core/sheet/draft';

/** Shorthands of the sample's sheets: a text, a number, a formula; undefined leaves a cell empty. */
export const text = (value: string): CellDraft => (value === '' ? null : { text: value });
export const number = (value: number | undefined): CellDraft => (value === undefined ? null : { number: value });
export const formula = (value: string): CellDraft => ({ formula: value });

export const NAVY = '#1F3864';
export const LIGHT = '#D9E2F3';
export const GREY = '#EDEDED';
