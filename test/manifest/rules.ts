import { all, child, everything, type Element } from './parse';

/** What a manifest is held against. */
export type Surroundings = {
  /** Files that the build makes, from its root: `taskpane.html`, `assets/icon-32.png`. */
  built: ReadonlySet<string>;
  /** Width and height of a picture of the build, from its header. */
  pictureSize: (file: string) => readonly [width: number, height: number];
  /** Global functions of the function file. */
  functions: readonly string[];
  /** Pages that the pane can open at. */
  panePages: readonly string[];
  /** Highest requirement set that the code uses without asking first: `1.12`. */
  excelApi: string;
};

type Rule = (manifest: Element, surroundings: Surroundings) => string[];

const resources = (manifest: Element): Element[] =>
  ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'].flatMap((kind) =>
    all(manifest, kind).flatMap(({ children }) => children),
  );

/** The kind of resource that an element's `resid` must name. */
const kindOf = (parent: Element, user: Element): string => {
  if (user.name === 'bt:Image') return 'bt:Images';
  if (['FunctionFile', 'SourceLocation', 'LearnMoreUrl'].includes(user.name)) return 'bt:Urls';
  return user.name === 'Description' && parent.name !== 'VersionOverrides' ? 'bt:LongStrings' : 'bt:ShortStrings';
};

const LONGEST_ID = 32;

const residRule: Rule = (manifest) => {
  const defined = resources(manifest).map(({ attributes }) => attributes.id ?? '');
  const used = everything(manifest).flatMap((parent) =>
    parent.children.flatMap((user) =>
      user.attributes.resid === undefined ? [] : [{ id: user.attributes.resid, kind: kindOf(parent, user) }],
    ),
  );
  const inKind = (kind: string, id: string): boolean =>
    all(manifest, kind).some(({ children }) => children.some(({ attributes }) => attributes.id === id));
  return [
    ...used.filter(({ kind, id }) => !inKind(kind, id)).map(({ kind, id }) => `resource: ${id} is not defined in ${kind}`),
    ...defined.filter((id) => !used.some((use) => use.id === id)).map((id) => `resource: ${id} is never used`),
    ...defined.filter((id, index) => defined.indexOf(id) !== index).map((id) => `resource: ${id} is defined twice`),
    ...defined
      .filter((id) => id.length > LONGEST_ID)
      .map((id) => `resource: ${id} is longer than ${String(LONGEST_ID)} characters`),
  ];
};

/** Microsoft's limits, in characters. A ribbon cuts labels long before theirs: these have to stay readable on two lines. */
const LIMITS: readonly (readonly [container: string, most: number])[] = [
  ['DisplayName', 125],
  ['Description', 250],
  ['ProviderName', 125],
  ['bt:ShortStrings', 125],
  ['bt:LongStrings', 250],
];
const LONGEST_LABEL = 24;

const texts = (element: Element): string[] =>
  everything(element)
    .flatMap(({ attributes, text }) => [attributes.DefaultValue, attributes.Value, text])
    .filter((text): text is string => !!text);

const lengthRule: Rule = (manifest) => {
  const labels = all(manifest, 'Label').map(({ attributes }) => attributes.resid);
  const tooLong = (kind: string, element: Element, most: number): string[] =>
    texts(element)
      .filter((text) => text.length > most)
      .map((text) => `length: ${kind} of ${String(text.length)} characters: ${text}`);
  return [
    ...LIMITS.flatMap(([kind, most]) => all(manifest, kind).flatMap((element) => tooLong(kind, element, most))),
    ...resources(manifest)
      .filter(({ attributes }) => labels.includes(attributes.id))
      .flatMap((element) => tooLong('label', element, LONGEST_LABEL)),
  ];
};

/** Languages besides the default one; Excel does not look for `fr` alone. */
const LOCALES = ['fr-FR', 'fr-CA'];

const languageRule: Rule = (manifest) => {
  const said = [
    child(manifest, 'DisplayName'),
    child(manifest, 'Description'),
    ...['bt:ShortStrings', 'bt:LongStrings'].flatMap((kind) => all(manifest, kind).flatMap(({ children }) => children)),
  ];
  const lacking = said.flatMap(({ name, attributes, children }) =>
    LOCALES.filter(
      (locale) => !children.some((override) => override.attributes.Locale === locale && override.attributes.Value),
    ).map((locale) => `language: ${attributes.id ?? name} lacks ${locale}`),
  );
  const strange = everything(manifest)
    .map(({ attributes }) => attributes.Locale)
    .filter((locale) => locale !== undefined && !LOCALES.includes(locale));
  return [
    ...lacking,
    ...strange.map((locale) => `language: ${locale ?? ''} is none of ours`),
    ...(child(manifest, 'DefaultLocale').text === 'en-US' ? [] : ['language: the default is not en-US']),
  ];
};

const icons = (manifest: Element): (readonly [url: string, size: number])[] => [
  [child(manifest, 'IconUrl').attributes.DefaultValue ?? '', 32],
  [child(manifest, 'HighResolutionIconUrl').attributes.DefaultValue ?? '', 64],
  ...all(manifest, 'Icon').flatMap(({ children }) =>
    children.map(({ attributes }) => {
      const picture = resources(manifest).find(({ attributes: { id } }) => id === attributes.resid);
      return [picture?.attributes.DefaultValue ?? '', Number(attributes.size)] as const;
    }),
  ),
];

const iconRule: Rule = (manifest, { built, pictureSize }) => [
  ...all(manifest, 'Icon')
    .filter(({ children }) => children.map(({ attributes }) => attributes.size).join() !== '16,32,80')
    .map(() => 'icon: a button or group has no picture of 16, 32 and 80 pixels'),
  ...icons(manifest).flatMap(([url, size]) => {
    const file = fileOf(url);
    if (!file || !built.has(file)) return [];
    const found = pictureSize(file);
    return found[0] === size && found[1] === size ? [] : [`icon: ${file} is ${found.join(' × ')}, not ${String(size)}`];
  }),
];

const addresses = (manifest: Element): string[] =>
  everything(manifest)
    .flatMap(({ attributes }) => [attributes.DefaultValue ?? '', attributes.Value ?? ''])
    .filter((value) => /^\w+:\/\//.test(value));

const fileOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).pathname.slice(1) : undefined);

const addressRule: Rule = (manifest, { built }) => {
  const found = addresses(manifest);
  const places = new Set(found.map((address) => (URL.canParse(address) ? new URL(address).origin : address)));
  const domains = all(manifest, 'AppDomain').map(({ text }) => text);
  return [
    ...found.filter((address) => !address.startsWith('https://')).map((address) => `address: ${address} is not https`),
    ...found.filter((address) => !built.has(fileOf(address) ?? '')).map((address) => `address: the build has no ${address}`),
    ...(places.size === 1 ? [] : [`address: served from several places: ${[...places].join(' ')}`]),
    // The place that the pane is served from needs no leave, and the pane opens no other.
    ...domains.map((domain) => `address: ${domain} is listed and nothing is opened there`),
  ];
};

const pageRule: Rule = (manifest, { panePages }) =>
  addresses(manifest)
    .map((address) => (URL.canParse(address) ? new URL(address).searchParams.get('page') : null))
    .filter((page): page is string => page !== null && !panePages.includes(page))
    .map((page) => `page: the pane has no page ${page}`);

const functionRule: Rule = (manifest, { functions }) => {
  const named = all(manifest, 'FunctionName').map(({ text }) => text);
  return [
    ...named.filter((name) => !functions.includes(name)).map((name) => `function: ${name} is no function of the function file`),
    ...functions.filter((name) => !named.includes(name)).map((name) => `function: no button runs ${name}`),
  ];
};

const identityRule: Rule = (manifest) => {
  const ids = everything(manifest)
    .filter(({ name }) => ['Control', 'Group'].includes(name))
    .map(({ attributes }) => attributes.id ?? '');
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `identity: ${id} is used twice`),
    ...ids.filter((id) => id === '' || id.length > 125).map((id) => `identity: ${id} is no id`),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(child(manifest, 'Id').text) ? [] : ['identity: Id is no GUID']),
    ...(/^\d{1,5}(\.\d{1,5}){1,3}$/.test(child(manifest, 'Version').text) ? [] : ['identity: Version is no version']),
  ];
};

/** Reading alone would do for no button but the first; writing to other documents or mailboxes for none. */
const rightsRule: Rule = (manifest, { excelApi }) => [
  ...(child(manifest, 'Permissions').text === 'ReadWriteDocument' ? [] : ['rights: more or less than ReadWriteDocument']),
  ...(all(manifest, 'Set').length === 1 ? [] : ['rights: not one requirement set']),
  ...all(manifest, 'Set')
    .filter(({ attributes }) => attributes.Name !== 'ExcelApi' || attributes.MinVersion !== excelApi)
    .map(
      ({ attributes }) =>
        `rights: asks for ${attributes.Name ?? ''} ${attributes.MinVersion ?? ''}, the code for ExcelApi ${excelApi}`,
    ),
  ...(child(manifest, 'Hosts')
    .children.map(({ attributes }) => attributes.Name)
    .join() === 'Workbook'
    ? []
    : ['rights: not for Excel alone']),
];

export const RULES: readonly Rule[] = [
  residRule,
  lengthRule,
  languageRule,
  iconRule,
  addressRule,
  pageRule,
  functionRule,
  identityRule,
  rightsRule,
];
