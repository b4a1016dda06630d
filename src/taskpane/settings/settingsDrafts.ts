import { FORM_KEYS } from '../../core/client/settings-form';
import type { KeptDrafts } from '../parts/keptDrafts';
import { paneDrafts } from '../parts/paneStorage';
import type { SettingTexts } from './settingsFlow';

/** Texts of settings from their JSON; null where there are none. */
export const settingTexts = (parsed: unknown): SettingTexts | null => {
  if (typeof parsed !== 'object' || parsed === null) return null;
  const texts = Object.entries(parsed).flatMap(([name, text]: [string, unknown]) =>
    typeof text === 'string' && FORM_KEYS.some((key) => key === name) ? [[name, text] as const] : [],
  );
  return texts.length === 0 ? null : Object.fromEntries(texts);
};

/** Settings that were typed and are not in their cells: half typed, or with something in them that cannot be read. */
export const storedSettings = (workbook: string): KeptDrafts<SettingTexts> => paneDrafts('settings', workbook, settingTexts);
