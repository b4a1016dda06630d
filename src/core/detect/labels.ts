import { problem, type Problem } from '../problem';
import { valueAt } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import { placeIn, type Block } from './block';
import type { DetectedColumn } from './detected';

/** Labels looked at in a column, and columns with more of them are no categories. */
const ROWS = 50_000;
const LABELS = 2000;

/** What two spellings of one label share: letters, digits and signs, without accents, case, spaces, and marks between them. */
const sameLabel = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replace(/(?<=[a-z0-9])[-_.'’–](?=[a-z0-9])/g, '');

type Spelling = { text: string; count: number; row: number };

const spellingsOf = (block: Block, column: number): Map<string, Spelling[]> | null => {
  const found = new Map<string, Spelling>();
  for (let row = block.firstRow; row <= block.lastRow && row < block.firstRow + ROWS; row++) {
    const value = valueAt(block.sheet, row, column);
    if (typeof value !== 'string' || value === '') continue;
    const known = found.get(value);
    if (known) known.count++;
    else if (found.size < LABELS) found.set(value, { text: value, count: 1, row });
    else return null;
  }
  const groups = new Map<string, Spelling[]>();
  for (const spelling of found.values()) {
    const key = sameLabel(spelling.text);
    groups.set(key, [...(groups.get(key) ?? []), spelling]);
  }
  return groups;
};

/** Labels of categories and people that are spelled in more than one way: each spelling but the commonest, with its cell. */
export function* labelProblems(block: Block, columns: readonly DetectedColumn[]): Steps<Problem[]> {
  const labelled = columns.filter(({ type }) => type === 'category' || type === 'person');
  const found = yield* mapInSteps(labelled, ({ column, header }) =>
    [...(spellingsOf(block, column)?.values() ?? [])].flatMap((spellings) => {
      const [usual, ...others] = [...spellings].sort((a, b) => b.count - a.count || a.row - b.row);
      if (!usual) return [];
      return others.map((other) =>
        problem(
          'label-variants',
          {
            column: header,
            usual: usual.text,
            usualCell: placeIn(block, usual.row, column).cell ?? '',
            other: other.text,
            count: other.count,
          },
          placeIn(block, other.row, column),
        ),
      );
    }),
  );
  return found.flat();
}
