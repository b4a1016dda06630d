import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { TAB_OF } from '../../src/taskpane/shell/navigation';
import { all, child, parse } from './parse';
import { RULES, type Surroundings } from './rules';
import { schemaFaults } from './schema';
import { builtFiles, builtManifest, pagesOf } from './webpackBuild';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const text = read('manifest.xml');

const surroundings: Surroundings = {
  built: builtFiles(),
  pictureSize: (file) => {
    const { width, height } = PNG.sync.read(readFileSync(join(root, file.replace('assets/', 'assets/icons/'))));
    return [width, height];
  },
  functions: [...read('src/commands/commands.ts').matchAll(/^ {2}(\w+): command\(/gm)].map(([, name = '']) => name),
  panePages: Object.keys(TAB_OF),
  excelApi: /const NEEDED_SET = '([\d.]+)'/.exec(read('src/excel/requirementSets.ts'))?.[1] ?? '',
};

const faultsOf = (xml: string): string[] => {
  const manifest = parse(xml);
  return [...schemaFaults(manifest), ...RULES.flatMap((rule) => rule(manifest, surroundings))];
};

test('Open leads home, wherever the pane was left', () => {
  expect(text).toMatch(/<bt:Url id="Pane\.Url" DefaultValue="[^"?]*taskpane\.html\?page=home"\/>/);
});

test('the manifest has no fault', () => {
  expect(faultsOf(text)).toEqual([]);
});

test('one group on the Home tab, its six buttons in the order of the work', () => {
  const manifest = parse(text);
  expect(all(manifest, 'OfficeTab').map(({ attributes }) => attributes.id)).toEqual(['TabHome']);
  const labels = all(manifest, 'Control').map((control) => {
    const label = all(manifest, 'bt:String').find(({ attributes }) => attributes.id === child(control, 'Label').attributes.resid);
    return label?.children[0]?.attributes.Value;
  });
  expect(labels).toEqual(['Ouvrir', 'Consolider', 'Seuils', 'Point flash', 'Générer la météo', 'PDF']);
});

test('buttons that open the pane share one, whose content is exchanged', () => {
  const panes = all(parse(text), 'TaskpaneId').map((pane) => pane.text);
  expect(panes).toHaveLength(3);
  expect(new Set(panes).size).toBe(1);
});

test('no two buttons have the same picture', () => {
  const pictures = all(parse(text), 'bt:Image')
    .map(({ attributes }) => attributes.DefaultValue)
    .filter((address) => address !== undefined)
    .map((address) => readFileSync(join(root, 'assets/icons', address.split('/').at(-1) ?? '')).toString('base64'));
  expect(pictures).toHaveLength(21);
  expect(new Set(pictures).size).toBe(21);
});

/** A text of the manifest, what a slip would make of it, and how the fault that must be found begins. */
const MISTAKES: readonly (readonly [mistake: string, from: string | RegExp, to: string, fault: string])[] = [
  [
    'a picture in a size that Office does not take',
    'size="80"',
    'size="64"',
    'icon: a button or group has no picture of 16, 32 and 80',
  ],
  [
    'a picture drawn in another size',
    'id="Flash.32" DefaultValue="https://localhost:3000/assets/flash-32',
    'id="Flash.32" DefaultValue="https://localhost:3000/assets/flash-80',
    'icon: assets/flash-80.png is 80 × 80, not 32',
  ],
  [
    'a picture that nobody drew',
    'assets/pdf-16.png',
    'assets/pdf-18.png',
    'address: the build has no https://localhost:3000/assets/pdf-18.png',
  ],
  [
    'a page that is not built',
    'commands.html',
    'functions.html',
    'address: the build has no https://localhost:3000/functions.html',
  ],
  [
    'an address without encryption',
    '<SourceLocation DefaultValue="https:',
    '<SourceLocation DefaultValue="http:',
    'address: http://localhost:3000/taskpane.html is not https',
  ],
  ['an address left from a test', '/assets/icon-64', '.example/assets/icon-64', 'address: served from several places'],
  [
    'a domain that nothing is opened from',
    '<Hosts>',
    '<AppDomains><AppDomain>https://example.com</AppDomain></AppDomains><Hosts>',
    'address: https://example.com is listed',
  ],
  [
    'a resource that is not defined',
    'resid="Pdf.Tip"',
    'resid="Pdf.Help"',
    'resource: Pdf.Help is not defined in bt:LongStrings',
  ],
  [
    'a resource that is not used',
    'resid="Consolidate.Title"',
    'resid="Consolidate.Label"',
    'resource: Consolidate.Title is never used',
  ],
  [
    'a resource of another kind',
    '<Description resid="Open.Tip"',
    '<Description resid="Open.Title"',
    'resource: Open.Title is not defined in bt:LongStrings',
  ],
  [
    'a resource defined twice',
    '<bt:String id="Open.Label"',
    '<bt:String id="Open.Title"',
    'resource: Open.Title is defined twice',
  ],
  [
    'a name of a resource that is too long',
    /Thresholds\.Tip/g,
    'Thresholds.Description.OfTheButton',
    'resource: Thresholds.Description.OfTheButton is longer than 32',
  ],
  ['a help text that is too long', 'Colours the figures', 'Colours the figures '.repeat(15), 'length: bt:LongStrings of'],
  ['a title that is too long', 'Point flash du jour', 'Point flash du jour '.repeat(7), 'length: bt:ShortStrings of'],
  ['a label that the ribbon would cut', 'Value="Point flash"', 'Value="Point flash de chaque journée"', 'length: label of'],
  ['a text without French', /<bt:Override Locale="fr-FR" Value="Seuils"\/>\s*/, '', 'language: Thresholds.Label lacks fr-FR'],
  [
    'an empty translation',
    'Locale="fr-CA" Value="Consolider"',
    'Locale="fr-CA" Value=""',
    'language: Consolidate.Label lacks fr-CA',
  ],
  ['a language without a country', 'Locale="fr-FR"', 'Locale="fr"', 'language: fr is none of ours'],
  [
    'elements out of order',
    /(<IconUrl [^>]*>)(\s*)(<HighResolutionIconUrl [^>]*>)/,
    '$3$2$1',
    'order: IconUrl comes too late in OfficeApp',
  ],
  [
    'an action before its picture',
    /(<Icon>(?:(?!<Control)[\s\S])*?<\/Icon>)(\s*)(<Action [\s\S]*?<\/Action>)/,
    '$3$2$1',
    'order: Icon comes too late in Control',
  ],
  ['a button without help', /<Supertip>[\s\S]*?<\/Supertip>\s*/, '', 'order: Control lacks Supertip'],
  [
    'an action that does not exist',
    'xsi:type="ExecuteFunction"',
    'xsi:type="RunFunction"',
    'order: no action is called RunFunction',
  ],
  [
    'a function that is misspelt',
    '>generateMeteo<',
    '>generateMétéo<',
    'function: generateMétéo is no function of the function file',
  ],
  ['two buttons of one id', 'id="MeteoClient.Pdf"', 'id="MeteoClient.Generate"', 'identity: MeteoClient.Generate is used twice'],
  ['an id that is no GUID', '<Id>5f2c8f0e-', '<Id>5f2c8f0-', 'identity: Id is no GUID'],
  ['a version that is none', '<Version>0.1.0.0', '<Version>0.1.0-beta', 'identity: Version is no version'],
  ['more rights than are used', 'ReadWriteDocument', 'ReadWriteMailbox', 'rights: more or less than ReadWriteDocument'],
  ['fewer rights than are used', 'ReadWriteDocument', 'ReadDocument', 'rights: more or less than ReadWriteDocument'],
  [
    'a requirement set older than the code',
    'MinVersion="1.12"',
    'MinVersion="1.9"',
    'rights: asks for ExcelApi 1.9, the code for ExcelApi 1.12',
  ],
  [
    'a host that nobody tried',
    '<Host Name="Workbook"/>',
    '<Host Name="Workbook"/><Host Name="Document"/>',
    'rights: not for Excel alone',
  ],
  ['a button that opens a page which the pane has not', '?page=flash', '?page=flsh', 'page: the pane has no page flsh'],
];

test.each(MISTAKES)('found: %s', (_mistake, from, to, fault) => {
  const wrong = text.replace(from, to);
  expect(wrong).not.toBe(text);
  expect(faultsOf(wrong).filter((found) => found.startsWith(fault))).not.toEqual([]);
});

describe('variants from one source', () => {
  test('for development: the addresses of the local server, Microsoft’s client from the installed package', () => {
    expect(builtManifest(text, {}, 'development')).toBe(text);
    expect(pagesOf({}, 'development').get('taskpane.html')).toBe('/office/office.js');
  });

  test('for production: every address on the given server, Microsoft’s client from its own', () => {
    const url = 'https://meteo.example/app';
    const built = builtManifest(text, { url });
    expect(built).not.toContain('localhost');
    const addresses = [...built.matchAll(/"(https:\/\/[^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(25);
    for (const address of addresses) expect(address.startsWith(`${url}/`)).toBe(true);
    expect(pagesOf({ url }).get('taskpane.html')).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    expect(pagesOf({ url }).get('commands.html')).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  });

  test('nothing but addresses differs between them', () => {
    const built = builtManifest(text, { url: 'https://meteo.example' });
    expect(built.replaceAll('https://meteo.example', 'https://localhost:3000')).toBe(text);
  });
});
