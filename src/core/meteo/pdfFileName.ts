import { isoDate } from '../words/dates';
import type { MeteoContent } from './content';

/** Letters that no accent is taken off of. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
};
/** Longest name of a client in a file's name: whole paths are at most 260 characters on Windows. */
const LONGEST = 60;

/** A name in letters and figures that every system and every mail takes: `Mutuelle-du-Littoral`; empty for other scripts. */
const asciiName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒæÆßøØłŁđĐðþ]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/['’]/g, '-')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');

/** The PDF's name: `Meteo_Hexalis_014_2026-11-23.pdf`. A client whose name has no Latin letter is left out of it. */
export const pdfFileName = ({
  header,
  number,
  issued,
}: Pick<MeteoContent, 'number' | 'issued'> & { header: { client: string } }): string =>
  `${['Meteo', asciiName(header.client), String(number).padStart(3, '0'), isoDate(issued)].filter((part) => part !== '').join('_')}.pdf`;
