import { civilOf } from '../period/serial';
import { formatDateNarrow, formatDayMonth } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { typeset, upperFirst } from '../words/typography';
import type { Language, ListItem } from './content';
import { dayOf, type JournalEntry } from './journal';
import type { MeteoInput } from './input';

/** What a person typed as a sentence of the page: a capital first, a full stop last. */
export const printedSentence = (text: string, language: Language): string => {
  const trimmed = upperFirst(text.trim());
  return typeset(/[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`, language);
};

/** An entry as a dated line; planned things are dated when they are due. */
export const itemOf = (entry: JournalEntry, { issued, language }: Pick<MeteoInput, 'issued' | 'language'>): ListItem => {
  const day = dayOf(entry);
  const text = entry.kind === 'risk' ? meteoWords(language).lists.risk(entry.text) : entry.text;
  return {
    // What happened since the last météo needs no year; what is planned may be in the next one.
    key:
      day === null
        ? ''
        : entry.kind === 'planned'
          ? formatDateNarrow(day, civilOf(issued).year, language)
          : formatDayMonth(day, language),
    text: printedSentence(text, language),
    date: day ?? Infinity,
  };
};
