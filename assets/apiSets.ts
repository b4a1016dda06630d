/**
 * Writes which requirement set each member of Excel's API belongs to, from the `[Api set: …]` comments of @types/office-js,
 * into `src/embedded/host/excelApiSets.json`. Run it after an update of the typings: `npx tsx assets/apiSets.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isVersionAtLeast, type ApiSets } from '../src/embedded/richapi/requirements';

const root = join(__dirname, '..');
export const typingsPath = join(root, 'node_modules/@types/office-js/index.d.ts');
export const apiSetsPath = join(root, 'src/embedded/host/excelApiSets.json');

/** Members that office.js answers by itself: they never reach a host. */
const clientOnly = new Set(['context', 'isNullObject', 'load', 'set', 'toJSON', 'track', 'untrack']);

/** Class, then requirement set, then its members separated by spaces, all in alphabetical order. */
export const readApiSets = (typings: string): ApiSets => {
  const source = ts.createSourceFile('office.d.ts', typings, ts.ScriptTarget.Latest, true);
  const classes = new Map<string, Map<string, string>>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== 'Excel') continue;
    if (!statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const declaration of statement.body.statements)
      if (ts.isClassDeclaration(declaration) && declaration.name)
        classes.set(declaration.name.text, membersOf(declaration, classes.get(declaration.name.text)));
  }
  return Object.fromEntries(sorted(classes).map(([name, members]) => [name, bySet(members)]));
};

const membersOf = (declaration: ts.ClassDeclaration, known = new Map<string, string>()): Map<string, string> => {
  const ofClass = apiSet(declaration);
  for (const member of declaration.members) {
    if (!member.name || !ts.isIdentifier(member.name) || clientOnly.has(member.name.text)) continue;
    const set = apiSet(member) ?? ofClass;
    const before = known.get(member.name.text);
    if (set && (!before || isEarlier(set, before))) known.set(member.name.text, set);
  }
  return known;
};

/** `ExcelApi 1.9`, from the comment right before a declaration; the first of several, which is the set it came with. */
const apiSet = (node: ts.Node): string | undefined => {
  const text = node.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const last = comments.at(-1);
  const found = last && /\[Api set: (\w+) ([\d.]+\d)/.exec(text.slice(last.pos, last.end));
  return found ? `${found[1] ?? ''} ${found[2] ?? ''}` : undefined;
};

/** Overloads of one method may belong to different sets: the method exists since the first. */
const isEarlier = (set: string, other: string): boolean => {
  const [name, version = ''] = set.split(' ');
  const [otherName, otherVersion = ''] = other.split(' ');
  return name === otherName && !isVersionAtLeast(version, otherVersion);
};

const bySet = (members: ReadonlyMap<string, string>): Record<string, string> => {
  const sets = new Map<string, string[]>();
  for (const [name, set] of sorted(members)) sets.set(set, [...(sets.get(set) ?? []), name]);
  return Object.fromEntries(sorted(sets).map(([set, names]) => [set, names.join(' ')]));
};

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

if (require.main === module) {
  writeFileSync(apiSetsPath, `${JSON.stringify(readApiSets(readFileSync(typingsPath, 'utf8')), null, 2)}\n`);
}
