import type { Request } from './envelope';

/** Numbers by which office.js calls the host's methods. */
export const dispatch = { loadSettings: 75, saveSettings: 76, batch: 93, commandCompleted: 94 } as const;

/** Numbers that office.js turns into error codes of its own. */
export const wireFailure = {
  notImplemented: 5001,
  cellEditing: 5004,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noPermission: 7000,
} as const;

export type MethodCall =
  | { readonly id: typeof dispatch.batch; readonly batch: string; readonly flags: number }
  | {
      readonly id: typeof dispatch.saveSettings;
      readonly settings: readonly (readonly [string, string])[];
    }
  | { readonly id: typeof dispatch.loadSettings }
  | {
      readonly id: typeof dispatch.commandCompleted;
      readonly commandId: string;
      /** 0, or why office.js ran nothing. */ readonly status: number;
    }
  | { readonly id: 'unknown' };

export const failure = (code: number): object => ({ Version: 1, Error: code });

/** The method that a request calls; undefined where it calls none (start-up and subscriptions). */
export const methodCall = ({ _actionName, _data }: Request): MethodCall | undefined => {
  if (_actionName !== 'executeMethod' || !isRecord(_data)) return undefined;
  switch (isRecord(_data.DdaMethod) ? _data.DdaMethod.DispatchId : undefined) {
    case dispatch.batch: {
      const content = list(_data.ArrayData);
      return { id: dispatch.batch, batch: String(content[4]), flags: Number(content[6]) };
    }
    case dispatch.saveSettings: {
      const properties = isRecord(_data.DdaSettingsMethod) ? list(_data.DdaSettingsMethod.Properties) : [];
      return {
        id: dispatch.saveSettings,
        settings: properties.map((property) => [String(list(property)[0]), String(list(property)[1])] as const),
      };
    }
    case dispatch.loadSettings:
      return { id: dispatch.loadSettings };
    case dispatch.commandCompleted:
      return { id: dispatch.commandCompleted, commandId: String(_data['0']), status: Number(_data['1'] ?? 0) };
    default:
      return { id: 'unknown' };
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
