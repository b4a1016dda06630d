import type { SettingChange } from '../core/client/settings-form';
import { changedSetting, settingDraft, type SavedSetting } from '../core/client/settings-save';
import { detectSteps } from '../core/detect/detect';
import type { Language } from '../core/meteo/content';
import { done, refused, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable } from './chooseTable';

/** One setting as it was typed, in the language of the user. */
export type SaveSettingRequest = SettingChange & {
  /** What the setting was when its form was read: what somebody has typed since is not gone over. Absent: whatever it is. */
  before?: string;
  language: Language;
};

type SettingPlace = Pick<SavedSetting, 'sheet' | 'cell'>;

/**
 * Writes one setting into its cell of `tblParam`, and says where that is; the sheet of settings first where the workbook has
 * none. Refused with what is wrong with it, and nothing is written.
 */
export const saveSetting = async (port: WorkbookPort, request: SaveSettingRequest): Promise<Result<SettingPlace>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const made = await port.compute(saving(read.value, request));
  if (!made.ok) return made;
  const { draft, sheet, cell } = made.value;
  const written = await port.write(draft);
  return written.ok ? done({ sheet, cell }) : written;
};

function* saving(workbook: WorkbookSnapshot, { key, typed, before, language }: SaveSettingRequest): Steps<Result<SavedSetting>> {
  const changed = before === undefined ? null : changedSetting(workbook, { key, before }, language);
  if (changed) return refused(changed);
  const table = chooseTable(workbook, yield* detectSteps(workbook), { explicit: true });
  yield undefined;
  return settingDraft(workbook, { key, typed }, table.ok ? table.value : null, language);
}
