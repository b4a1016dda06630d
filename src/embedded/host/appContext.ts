import type { DeclaredSets } from '../richapi/requirements';
import type { Sender } from './envelope';

/** What an add-in learns of the document and its user from `Office.context`. */
export type DocumentFacts = {
  /** Language of menus and of the content: `fr-FR`. */
  readonly locale: string;
  /** `Office.context.document.url`. */
  readonly docUrl: string;
  /** The document cannot be changed (`Office.context.document.mode` is `readOnly`). */
  readonly readOnly: boolean;
};

const ADDIN_ID = 'add-in';
const EXCEL_ON_THE_WEB = 16;
const clientMode = { readOnly: 0, readWrite: 1 } as const;

/** The content of `window.name` by which office.js finds its host, in the place of the one that Excel on the web gives. */
export const hostName = ({ locale }: DocumentFacts, { conversation, origin }: Sender): string =>
  JSON.stringify({
    baseFrameName: `_xdm_${ADDIN_ID}`,
    hostInfo: ['Excel', 'Web', '16.00', locale, conversation, '', 'disableLogging', '0'].join('|'),
    xdmInfo: [conversation, ADDIN_ID, origin].join('|'),
    serializerVersion: '1',
    flights: '[]',
  });

/** The answer that office.js builds `Office.context` from. */
export const appContext = (facts: DocumentFacts, declared: DeclaredSets, settings: ReadonlyMap<string, string>): object => ({
  _id: ADDIN_ID,
  _appInstanceId: ADDIN_ID,
  _appName: EXCEL_ON_THE_WEB,
  _appVersion: '16.00',
  _appMinorVersion: 0,
  _hostFullVersion: '16.0.15407.10000',
  _appUILocale: facts.locale,
  _dataLocale: facts.locale,
  _docUrl: facts.docUrl,
  _clientMode: facts.readOnly ? clientMode.readOnly : clientMode.readWrite,
  _settings: [...settings],
  _reason: 'documentOpened',
  _osfControlType: 1,
  _eToken: '',
  _correlationId: '',
  _requirementMatrix: JSON.stringify(declared),
});
