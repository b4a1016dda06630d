import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { enumerated, sideBySide } from '../../src/core/words/sideBySide';

const ROOT = join(__dirname, '../..');
const PANE = join(ROOT, 'src/taskpane');

const sources = readdirSync(PANE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(PANE, name))
  .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));

const within = (node: ts.Node, holds: (outer: ts.Node) => boolean): boolean => {
  for (let outer = node.parent; !ts.isSourceFile(outer); outer = outer.parent) if (holds(outer)) return true;
  return false;
};

/** Is it set by `typeset`, or by a function of the file that does so? */
const isSet = (node: ts.Node): boolean =>
  within(
    node,
    (outer) =>
      ts.isCallExpression(outer) &&
      ts.isIdentifier(outer.expression) &&
      (outer.expression.text === 'typeset' ||
        new RegExp(`const ${outer.expression.text} = [^;]*typeset\\(`).test(node.getSourceFile().text)),
  );

const isClass = (node: ts.Node): boolean =>
  within(node, (outer) => ts.isJsxAttribute(outer) && ['className', 'id', 'key'].includes(outer.name.getText()));

type Literal = { node: ts.Node; text: string; where: string };

/** Every text of the sources; a template with `{}` in the place of its values. */
const literals: readonly Literal[] = sources.flatMap((source) => {
  const found: Literal[] = [];
  const add = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ node, text, where: `${relative(ROOT, source.fileName)}:${String(line + 1)} ${text}` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node))
      add(node, node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
    else if (ts.isJsxText(node)) add(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
});

const faults = (wrong: (literal: Literal) => boolean): string[] => literals.filter(wrong).map(({ where }) => where);

test('the sources are read', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(literals.filter(({ text }) => text.includes('’')).length).toBeGreaterThan(50);
});

test('no apostrophe between letters is a typewriter’s', () => {
  expect(faults(({ text }) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
});

test('no French sign is parted from its word by a space at which a line may end', () => {
  const parted = /[\p{L}\d})»] [;!?»](?!\p{L})|\d %|[\p{L}\d})»] :(?= |$)|« |(?:^|\P{L})n° /u;
  expect(faults(({ node, text }) => parted.test(text) && !isSet(node))).toEqual([]);
});

test('no label of a KPI or of a measure is shown as it was typed', () => {
  const isLabel = (text: string): boolean => /(?:kpi|reading)\.label$/.test(text) || /^shortLabel\(|^measureHeader\(/.test(text);
  const found = sources.flatMap((source) => {
    const shown: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxExpression(node) && node.expression && ts.isJsxElement(node.parent) && isLabel(node.expression.getText()))
        shown.push(`${relative(ROOT, source.fileName)} ${node.expression.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return shown;
  });
  expect(found).toEqual([]);
});

describe('no sentence is joined from parts', () => {
  /** What is joined beside lists of facts and of lines, and why it is no sentence. */
  const ALLOWED: Readonly<Record<string, string>> = {
    'src/taskpane/client/clientFlow.ts': 'the key of a row',
    'src/taskpane/kpis/KpiEditor.tsx': 'a formula',
  };

  test('lists of words are made by the functions that name how they are joined', () => {
    const joined = sources.flatMap((source) => {
      const name = relative(ROOT, source.fileName);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join') {
          const [glue] = node.arguments;
          if (glue && ts.isStringLiteral(glue) && glue.text !== '\n' && !(name in ALLOWED))
            found.push(`${name} ${node.getText()}`);
        }
        if (
          ts.isBinaryExpression(node) &&
          node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
          [node.left, node.right].some((side) => ts.isStringLiteral(side) || ts.isTemplateExpression(side))
        )
          found.push(`${name} ${node.getText()}`);
        ts.forEachChild(node, visit);
      };
      if (name.startsWith('src/taskpane')) visit(source);
      return found;
    });
    expect(joined).toEqual([]);
  });

  test('what a page draws holds no words of its own', () => {
    const drawn = literals.filter(({ node }) => node.getSourceFile().fileName.endsWith('.tsx'));
    const words = drawn.filter(
      ({ node, text }) =>
        (ts.isTemplateExpression(node) && !isClass(node) && /·|: |\p{L}{2,} |\p{L}, /u.test(text)) ||
        (ts.isJsxText(node) && /\p{L}{2,}/u.test(text)),
    );
    expect(words.map(({ where }) => where)).toEqual([]);
  });
});

test.each([
  ['facts, without those that are empty', sideBySide('C', '', null, '12 jours'), 'C · 12 jours'],
  ['one fact', sideBySide('C'), 'C'],
  ['names', enumerated(['Jour', 'Semaine']), 'Jour, Semaine'],
  ['some of the names', enumerated(['12/11', '13/11'], true), '12/11, 13/11…'],
])('%s', (_name, made, expected) => {
  expect(made).toBe(expected);
});
