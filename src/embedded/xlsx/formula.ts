import { columnIndex, columnLetters, LAST_COLUMN, LAST_ROW } from './reference';

/** Formulas as files write them and as the workbook in memory holds them. */

/** Text, quoted sheet names and bracketed references, in which nothing is to change. */
const opaque = `"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[(?:[^\\[\\]]|\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\])*\\]`;

/** Functions that came after Excel 2007 and that files mark, so that an older Excel keeps them. */
const marked = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR ' +
    'BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT ' +
    'CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST ' +
    'F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTER FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT ' +
    'FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK ' +
    'HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST ' +
    'LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST ' +
    'NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST ' +
    'QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P ' +
    'STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE ' +
    'UNIQUE VALUETOTEXT ARRAYTOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST ENCODEURL'
  ).split(' '),
);
/** Those that carry a second mark as worksheet-only functions. */
const worksheetOnly = new Set(['FILTER', 'SORT']);
/** In the standard's own list, hence never marked. */
const bare = new Set(['NETWORKDAYS.INTL', 'WORKDAY.INTL']);

const fileMarks = new RegExp(`(${opaque})|_xlfn\\.(?:_xlws\\.)?|_xlws\\.|_xlpm\\.`, 'gi');
const calls = new RegExp(`(${opaque})|(?<![\\w.])([A-Z][A-Z0-9.]*)(?=\\()`, 'gi');

/** Formula of a file as people write it: `_xlfn.XLOOKUP(…)` gives `XLOOKUP(…)`. */
export const formulaFromFile = (formula: string): string => {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  return text.includes('_xl') ? text.replace(fileMarks, (_, kept: string | undefined) => kept ?? '') : text;
};

/**
 * Formula as a file must hold it: newer functions marked, `@` of a table's own row written out. `table` names the table
 * that the formula's cell is in, for references that leave it out: `[@Appels]` gives `tblJour[[#This Row],[Appels]]`.
 */
export const formulaToFile = (formula: string, table?: string): string =>
  writeThisRow(formula, table).replace(calls, (whole, kept: string | undefined, name: string | undefined) => {
    const upper = name?.toUpperCase() ?? '';
    if (kept !== undefined) return whole;
    if (worksheetOnly.has(upper)) return `_xlfn._xlws.${whole}`;
    return marked.has(upper) && !bare.has(upper) ? `_xlfn.${whole}` : whole;
  });

const quoted = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
const thisRow = /([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[@(?:\[((?:'.|[^'\]])*)\](?::\[((?:'.|[^'\]])*)\])?|((?:'.|[^'[\]])*))\]/gu;

const writeThisRow = (formula: string, table: string | undefined): string => {
  if (!formula.includes('[@')) return formula;
  return formula
    .split(quoted)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(thisRow, (_, named: string | undefined, first = '', last = '', plain = '') => {
            const column = first || plain;
            const range = last ? `[${first}]:[${last}]` : `[${column}]`;
            return `${named ?? table ?? ''}[[#This Row]${column === '' ? '' : `,${range}`}]`;
          }),
    )
    .join('');
};

type Piece = string | { column: number; columnFixed: boolean; row: number; rowFixed: boolean };

const references = new RegExp(
  `${opaque}|(?<![\\w.\\\\$\\p{L}])(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7})(?![\\w.(\\p{L}!])|(?<![\\w.\\\\$\\p{L}:])(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})(?![\\w.(\\p{L}!:])|(?<![\\w.\\\\$\\p{L}:])(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})(?![\\w.(\\p{L}!:])`,
  'giu',
);

const ABSENT = -1;

/** A formula cut into text and references, to be written again for other cells. */
const piecesOf = (formula: string): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  const column = (fixed: string, letters: string): Piece => ({
    column: columnIndex(letters),
    columnFixed: fixed !== '',
    row: ABSENT,
    rowFixed: true,
  });
  const row = (fixed: string, digits: string): Piece => ({
    column: ABSENT,
    columnFixed: true,
    row: Number(digits) - 1,
    rowFixed: fixed !== '',
  });
  for (const match of formula.matchAll(references)) {
    const [
      whole,
      fixedC,
      letters,
      fixedR = '',
      digits,
      fixedA = '',
      columnA,
      fixedB = '',
      columnB,
      fixedX = '',
      rowX,
      fixedY = '',
      rowY,
    ] = match;
    if (!digits && !columnA && !rowX) continue;
    pieces.push(formula.slice(at, match.index));
    if (letters && digits)
      pieces.push({
        column: columnIndex(letters),
        columnFixed: fixedC !== '',
        row: Number(digits) - 1,
        rowFixed: fixedR !== '',
      });
    else if (columnA && columnB) pieces.push(column(fixedA, columnA), ':', column(fixedB, columnB));
    else if (rowX && rowY) pieces.push(row(fixedX, rowX), ':', row(fixedY, rowY));
    at = match.index + whole.length;
  }
  pieces.push(formula.slice(at));
  return pieces;
};

const wrap = (index: number, last: number): number => ((index % (last + 1)) + last + 1) % (last + 1);

/**
 * Writes a formula for cells at a distance from the one it was written for, as a file's shared formulas mean it: `A1*$B$1`
 * moved by one row gives `A2*$B$1`. References that leave the sheet come in again at its other side, as in Excel.
 */
export const formulaMover = (formula: string): ((rows: number, columns: number) => string) => {
  const pieces = piecesOf(formula);
  return (rows, columns) =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const column = piece.columnFixed ? piece.column : wrap(piece.column + columns, LAST_COLUMN);
        const row = piece.rowFixed ? piece.row : wrap(piece.row + rows, LAST_ROW);
        const letters = piece.column === ABSENT ? '' : `${piece.columnFixed ? '$' : ''}${columnLetters(column)}`;
        return piece.row === ABSENT ? letters : `${letters}${piece.rowFixed ? '$' : ''}${row + 1}`;
      })
      .join('');
};
