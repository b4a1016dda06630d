import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { SaxesParser } from 'saxes';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const parse = (xml: string): Element => {
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const element: Element = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (content) => {
    const element = open.at(-1);
    if (element) element.text += content.trim();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [first] = document.children;
  if (!first) throw new Error('no root element');
  return first;
};

const manifest = parse(text);
const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];
const one = (name: string): Element => {
  const [found] = all(manifest, name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const names = (element: Element): string[] => element.children.map((child) => child.name);

test('elements stand in the order that the schema asks for', () => {
  expect(names(manifest)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
  expect(names(one('VersionOverrides'))).toEqual(['Hosts', 'Resources']);
  expect(names(one('Resources'))).toEqual(['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
  for (const control of all(manifest, 'Control')) expect(names(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
});

test('asks for Excel with ExcelApi 1.12 and no more rights than it uses', () => {
  expect(all(manifest, 'Set').map((set) => set.attributes)).toEqual([{ Name: 'ExcelApi', MinVersion: '1.12' }]);
  expect(one('Permissions').text).toBe('ReadWriteDocument');
});

test('every resource that is named exists, once, and none is left over', () => {
  const ids = ['bt:Image', 'bt:Url', 'bt:String']
    .flatMap((name) => all(one('Resources'), name))
    .map((resource) => resource.attributes.id ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  const used = new Set<string>();
  const collect = (element: Element): void => {
    if (element.attributes.resid) used.add(element.attributes.resid);
    element.children.forEach(collect);
  };
  collect(manifest);
  expect([...used].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
});

test('icons exist at the size their name and place state', () => {
  const urls = [
    [one('IconUrl').attributes.DefaultValue, 32],
    [one('HighResolutionIconUrl').attributes.DefaultValue, 64],
    ...all(manifest, 'bt:Image')
      .filter((image) => image.attributes.id)
      .map((image) => [image.attributes.DefaultValue, Number(image.attributes.id?.split('.')[1])]),
  ] as [string, number][];
  for (const [url, size] of urls) {
    const png = PNG.sync.read(readFileSync(join(root, 'assets/icons', url.split('/').at(-1) ?? '')));
    expect([url, png.width, png.height]).toEqual([url, size, size]);
  }
});

test('addresses are https and their pages are built', () => {
  const webpack = readFileSync(join(root, 'webpack.config.js'), 'utf8');
  const addresses = [...text.matchAll(/DefaultValue="(http[^"]*)"/g)].map(([, address]) => new URL(address ?? ''));
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) {
    expect(address.protocol).toBe('https:');
    const page = /^\/(\w+)\.html$/.exec(address.pathname)?.[1];
    if (page && page !== 'index') expect(webpack).toContain(`page('${page}'`);
  }
});

test('every text exists in French and English', () => {
  const texts = [one('DisplayName'), one('Description'), ...all(manifest, 'bt:String')];
  for (const element of texts) {
    const locales = element.children.map((child) => child.attributes.Locale);
    expect([element.attributes.id ?? element.name, locales]).toEqual([element.attributes.id ?? element.name, ['fr-FR', 'fr-CA']]);
    for (const value of [element.attributes.DefaultValue, ...element.children.map((child) => child.attributes.Value)])
      expect((value ?? '').length).toBeLessThanOrEqual(250);
  }
  expect(one('DefaultLocale').text).toBe('en-US');
});

test('each function command is associated', () => {
  const commands = readFileSync(join(root, 'src/commands/commands.ts'), 'utf8');
  for (const action of all(manifest, 'FunctionName')) expect(commands).toContain(action.text);
});
