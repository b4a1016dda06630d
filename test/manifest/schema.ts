import { all, everything, type Element } from './parse';

/**
 * Children that an element may have, in the order of Microsoft's schemas for task panes (OfficeAppBasicTypes, TaskPaneAppVersionOverridesV1_0 of the
 * Office client protocols [MS-OWEMXML]); `!` must be there, `*` may be there more than once.
 */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id!',
    'AlternateId',
    'Version!',
    'ProviderName!',
    'DefaultLocale!',
    'DisplayName!',
    'Description!',
    'IconUrl!',
    'HighResolutionIconUrl!',
    'SupportUrl!',
    'AppDomains',
    'Hosts!',
    'Requirements',
    'DefaultSettings!',
    'Permissions!',
    'Dictionary',
    'VersionOverrides',
  ],
  Requirements: ['Sets', 'Methods'],
  DefaultSettings: ['SourceLocation!'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts!', 'Resources!', 'WebApplicationInfo', 'EquivalentAddins'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint*!'],
  GetStarted: ['Title!', 'Description!', 'LearnMoreUrl'],
  ExtensionPoint: ['OfficeTab*', 'CustomTab'],
  OfficeTab: ['Group*!'],
  Group: ['OverriddenByRibbonApi', 'Label!', 'Icon!', 'Control*!'],
  Control: ['Label!', 'ToolTip', 'Supertip!', 'Icon!', 'Action!', 'Enabled', 'OverriddenByRibbonApi'],
  Supertip: ['Title!', 'Description!'],
  Icon: ['bt:Image*!'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
  'bt:Images': ['bt:Image*!'],
  'bt:Urls': ['bt:Url*!'],
  'bt:ShortStrings': ['bt:String*!'],
  'bt:LongStrings': ['bt:String*!'],
};

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  ShowTaskpane: ['TaskpaneId', 'SourceLocation!', 'Title'],
  ExecuteFunction: ['FunctionName!'],
};

/** Its rule; `Hosts` and `Host` differ between the two halves of a manifest and hold nothing that can be out of order. */
const orderOf = (element: Element): readonly string[] | undefined =>
  element.name === 'Action' ? (ACTIONS[element.attributes['xsi:type'] ?? ''] ?? []) : ORDER[element.name];

const faultsOf = (element: Element, order: readonly string[]): string[] => {
  const allowed = order.map((entry) => entry.replace(/[!*]/g, ''));
  const places = element.children.map(({ name }) => allowed.indexOf(name));
  const names = element.children.map(({ name }) => name);
  return [
    ...names.filter((name) => !allowed.includes(name)).map((name) => `order: ${name} has no place in ${element.name}`),
    ...names
      .filter((_, index) => (places[index] ?? 0) < (places[index - 1] ?? -1))
      .map((name) => `order: ${name} comes too late in ${element.name}`),
    ...order
      .filter((entry) => entry.endsWith('!') && !names.includes(entry.replace(/[!*]/g, '')))
      .map((entry) => `order: ${element.name} lacks ${entry.replace(/[!*]/g, '')}`),
    ...order
      .filter((entry) => !entry.includes('*') && names.filter((name) => name === entry.replace('!', '')).length > 1)
      .map((entry) => `order: ${element.name} has two of ${entry.replace('!', '')}`),
  ];
};

/** Elements out of Microsoft's order, missing or strange. */
export const schemaFaults = (manifest: Element): string[] => [
  ...everything(manifest).flatMap((element) => {
    const order = orderOf(element);
    return order ? faultsOf(element, order) : [];
  }),
  ...all(manifest, 'Action')
    .filter(({ attributes }) => !ACTIONS[attributes['xsi:type'] ?? ''])
    .map(({ attributes }) => `order: no action is called ${attributes['xsi:type'] ?? ''}`),
];
