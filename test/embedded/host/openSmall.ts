import apiSets from '../../../src/embedded/host/excelApiSets.json';
import { loadOffice, type LoadedOffice } from '../../../src/embedded/host/nodeTransport';
import { OfficeHost } from '../../../src/embedded/host/officeHost';
import { declaredSets } from '../../../src/embedded/host/requirementSets';
import { WireCounter, type WireMessage } from '../../../src/embedded/host/wireObserver';
import { smallModel, type SmallWorkbook } from './smallWorkbook';

export type OpenSmall = LoadedOffice & {
  readonly host: OfficeHost;
  readonly workbook: SmallWorkbook;
  readonly settings: Map<string, string>;
  readonly messages: WireMessage[];
  readonly counter: WireCounter;
};

const opened: OpenSmall[] = [];

/** The real office.js on a small workbook: `openSmall({ excelApi: '1.9' })`. */
export const openSmall = async (
  options: { excelApi?: string; readOnly?: boolean; locale?: string; settings?: readonly [string, string][] } = {},
): Promise<OpenSmall> => {
  const model = smallModel();
  const settings = new Map(options.settings);
  const host = new OfficeHost({
    model,
    apiSets,
    declared: declaredSets(options.excelApi ?? '1.12'),
    settings,
    locale: options.locale ?? 'en-US',
    docUrl: 'https://exemple.fr/Suivi.xlsx',
    readOnly: options.readOnly ?? false,
    onUnexpected: (error) => {
      throw error;
    },
  });
  const messages: WireMessage[] = [];
  const counter = new WireCounter();
  host.observe((message) => messages.push(message));
  host.observe(counter.observe);
  const small = { ...(await loadOffice(host)), host, workbook: model.root, settings, messages, counter };
  opened.push(small);
  return small;
};

export const closeAll = (): void => {
  for (const { close } of opened.splice(0)) close();
};

/** Lets everything that is under way on the wire arrive. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
