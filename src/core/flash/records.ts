import { measureOfHeader } from '../detect/synonyms';
import type { Language } from '../meteo/content';
import { readOwnTable } from '../meteo/ownTable';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import type { TemplateMeasure } from '../template/domains';
import { FLASH_HEADERS, FLASH_TABLE, type FlashColumn } from '../template/flash-table';
import { headerOfMeasure } from '../template/measures';
import { EXAMPLE_WORDS } from '../template/table';
import type { FlashMeasure } from './subject';

/** A flash point as a row of the workbook holds it. */
export type FlashRecord = {
  /** 0-based sheet row. */
  row: number;
  /** Serial with the time of day. */
  moment: number;
  /** Counts since the opening, aligned with the measures. */
  values: readonly (number | null)[];
  forecast: number | null;
  cause: string;
  action: string;
  next: number | null;
};

/** Two points closer than this are one: half a minute, as a fraction of a day. */
const SAME_MOMENT = 0.5 / 1440;

export const isSameMoment = (one: number, other: number): boolean => Math.abs(one - other) < SAME_MOMENT;

type Column = FlashColumn | TemplateMeasure;

/** Header of a measure's column in the workbook's own flash table, whatever it is called there. */
const headerIn = (workbook: WorkbookSnapshot, id: TemplateMeasure, language: Language): string =>
  findTable(workbook, FLASH_TABLE)?.table.columns.find((header) => measureOfHeader(header)?.measure === id) ??
  headerOfMeasure(id, language);

/** What each column of a workbook's flash table is; undefined for those that are not ours. */
export const flashColumns = (workbook: WorkbookSnapshot, measures: readonly FlashMeasure[]): readonly (Column | undefined)[] => {
  const columns = (['moment', 'forecast', 'cause', 'action', 'next'] as const).flatMap((column) =>
    (['fr', 'en'] as const).map((language) => [FLASH_HEADERS[language][column].toLowerCase(), column] as const),
  );
  const known = new Map<string, Column>([
    ...columns,
    ...measures.map(({ id }) => [headerIn(workbook, id, 'fr').toLowerCase(), id] as const),
  ]);
  return (findTable(workbook, FLASH_TABLE)?.table.columns ?? []).map((header) => known.get(header.trim().toLowerCase()));
};

const isExample = (cause: string): boolean => Object.values(EXAMPLE_WORDS).some((word) => cause.startsWith(word));

/** The flash points of a workbook, oldest first; a template's examples are none. */
export const flashRecords = (workbook: WorkbookSnapshot, measures: readonly FlashMeasure[]): readonly FlashRecord[] => {
  const counted = Object.fromEntries(measures.map(({ id }) => [id, headerIn(workbook, id, 'fr')]));
  const headers = (language: Language) => ({ ...FLASH_HEADERS[language], ...counted }) as Record<Column, string>;
  return readOwnTable<Column>(workbook, FLASH_TABLE, { fr: headers('fr'), en: headers('en') })
    .flatMap((line): FlashRecord[] => {
      const moment = line.date('moment');
      const cause = line.text('cause');
      if (moment === null || isExample(cause)) return [];
      return [
        {
          row: line.row,
          moment,
          values: measures.map(({ id }) => line.number(id)),
          forecast: line.number('forecast'),
          cause,
          action: line.text('action'),
          next: line.date('next'),
        },
      ];
    })
    .sort((one, other) => one.moment - other.moment);
};
