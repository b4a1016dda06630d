import type { Book } from '../book/book';

/** What formulas can name (`sheet:été`, `table:ventes`, `name:objectif`), each with what it stands for now. */
export function mentionsOf(book: Book): Map<string, string> {
  const mentions = new Map<string, string>();
  for (const sheet of book.sheets) {
    mentions.set(`sheet:${sheet.name.toLowerCase()}`, sheet.id);
    for (const { name, area, hasHeaders, hasTotals, columns } of sheet.tables)
      mentions.set(
        `table:${name.toLowerCase()}`,
        JSON.stringify([sheet.id, area, hasHeaders, hasTotals, columns.map((column) => column.name)]),
      );
  }
  for (const { name, formula, sheet } of book.names) {
    const key = `name:${name.toLowerCase()}`;
    mentions.set(key, `${mentions.get(key) ?? ''}${JSON.stringify([sheet?.id ?? '', formula])}`);
  }
  return mentions;
}

/** Those that appeared, went away or stand for something else. */
export function changedMentions(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const [mention, meaning] of after) if (before.get(mention) !== meaning) changed.add(mention);
  for (const mention of before.keys()) if (!after.has(mention)) changed.add(mention);
  return changed;
}
