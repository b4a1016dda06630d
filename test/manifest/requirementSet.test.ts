import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** What is used beyond the set that the manifest asks for, each behind a check of what this Excel can do. */
const GUARDED: Readonly<Record<string, string>> = {
  'Table.resize': '1.13',
  'Worksheet.notes': '1.18',
  'NoteCollection.add': '1.18',
  'NoteCollection.getItemOrNullObject': '1.18',
  'Note.delete': '1.18',
};

const NEEDED = /const NEEDED_SET = '([\d.]+)'/.exec(readFileSync(join(ROOT, 'src/excel/requirementSets.ts'), 'utf8'))?.[1] ?? '';

const minorOf = (version: string): number => Number(version.split('.')[1]);

const programOf = (files: readonly string[]): ts.Program => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return ts.createProgram(files, { ...options, types: ['office-js'] });
};

/** The set of the Excel API that a symbol came with, by its declaration in Microsoft's typings; null for whatever else it is. */
const setOf = (symbol: ts.Symbol | undefined): string | null => {
  const declaration = symbol?.declarations?.[0];
  if (!declaration || !declaration.getSourceFile().fileName.includes('office-js')) return null;
  const sets = ts
    .getJSDocCommentsAndTags(declaration)
    .map((comment) => /\[Api set: ExcelApi (1\.\d+)/.exec(comment.getText())?.[1])
    .filter((version) => version !== undefined);
  return sets[0] ?? null;
};

/** Every member of Excel's API that a file names, with the set it came with: `Table.resize` → `1.13`. */
const membersOf = (source: ts.SourceFile, checker: ts.TypeChecker): Map<string, string> => {
  const members = new Map<string, string>();
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      const version = setOf(symbol);
      const owner = symbol?.declarations?.[0]?.parent;
      const type = owner && (ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner)) ? owner.name?.text : undefined;
      if (version) members.set(`${type ?? 'Excel'}.${node.name.text}`, version);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return members;
};

const usedBy = (files: readonly string[]): Map<string, string> => {
  const program = programOf(files);
  const checker = program.getTypeChecker();
  return new Map(
    files.flatMap((file) => {
      const source = program.getSourceFile(file);
      return source ? [...membersOf(source, checker)] : [];
    }),
  );
};

const beyond = (members: Map<string, string>): Record<string, string> =>
  Object.fromEntries([...members].filter(([, version]) => minorOf(version) > minorOf(NEEDED)));

const sources = ts.sys
  .readDirectory(join(ROOT, 'src'), ['.ts', '.tsx'])
  .filter((file) => /\/src\/(excel|taskpane|commands)\//.test(file));

test('everything that the code asks of Excel is in the set that the manifest asks for, but for what is checked first', () => {
  const used = usedBy(sources);
  expect(used.size).toBeGreaterThan(80);
  expect(beyond(used)).toEqual(GUARDED);
}, 120_000);

test('a member of a newer set is found where it is used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  const file = join(folder, 'planted.ts');
  writeFileSync(file, 'export const planted = (range: Excel.Range) => range.getMergedAreasOrNullObject();');
  expect(beyond(usedBy([file]))).toEqual({ 'Range.getMergedAreasOrNullObject': '1.13' });
  rmSync(folder, { recursive: true });
}, 60_000);
