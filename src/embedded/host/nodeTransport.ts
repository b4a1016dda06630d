import vm from 'node:vm';
import { addNotes } from './clientNotes';
import { completeWindow, OFFICE_BASE, type OfficeWindow, type ScriptElement } from './nodeWindow';
import type { OfficeHost } from './officeHost';
import { OfficeScripts } from './officeScripts';

/** Microsoft's client, ready to use. */
export type LoadedOffice = {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Ends the conversation and the client's timers. */
  readonly close: () => void;
};

/** A realm to load office.js into: its global object, and the vm context it is the global of. */
export type Realm = { readonly global: OfficeWindow; readonly context: vm.Context };

const ORIGIN = 'https://localhost';

const ownRealm = (): Realm => {
  const global: OfficeWindow = {};
  return { global, context: vm.createContext(global) };
};

/** Loads office.js, unchanged, into a realm (its own unless one is given) and connects it with a host in this process. */
export const loadOffice = async (host: OfficeHost, realm: Realm = ownRealm()): Promise<LoadedOffice> => {
  const scripts = new OfficeScripts();
  const { global, context } = realm;
  const load = (script: ScriptElement): void => {
    const file = script.src.startsWith(OFFICE_BASE) ? script.src.slice(OFFICE_BASE.length) : '';
    // Telemetry is never loaded.
    if (file === '' || file.startsWith('telemetry/') || !scripts.has(file)) {
      script.onerror?.();
      return;
    }
    scripts.run(file, context);
    script.onload?.();
  };
  host.connect({
    origin: ORIGIN,
    send: (text) => {
      queueMicrotask(() => {
        page.deliver(text, ORIGIN);
      });
    },
  });
  const page = completeWindow(global, {
    name: host.windowName,
    language: 'fr-FR',
    loadScript: (script) => {
      queueMicrotask(() => {
        load(script);
      });
    },
    post: (text) => {
      queueMicrotask(() => {
        host.receive(text);
      });
    },
  });
  scripts.run('office.js', context);
  const client = clientOf(global);
  await client.Office.onReady();
  scripts.keepCompiled();
  const ready = clientOf(global);
  addNotes(ready);
  return {
    ...ready,
    close: () => {
      host.disconnect();
      page.close();
    },
  };
};

type Client = Pick<LoadedOffice, 'Excel' | 'Office' | 'OfficeExtension'>;

/** The globals that office.js has set; `Excel` is there once the client is ready. */
const clientOf = (global: OfficeWindow): Client => {
  if (!isClient(global)) throw new Error('office.js has not started');
  return { Excel: global.Excel, Office: global.Office, OfficeExtension: global.OfficeExtension };
};

const isClient = (global: OfficeWindow | (OfficeWindow & Client)): global is OfficeWindow & Client => 'Office' in global;
