import type { SettingsForm } from '../core/client/settings-form';
import { settingsForm } from '../core/client/settings-save';
import { detectSteps } from '../core/detect/detect';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable } from './chooseTable';

/** The settings as a form, or those that would be proposed from the data. Nothing is written. */
export const readSettingsForm = async (port: WorkbookPort, language: Language): Promise<Result<SettingsForm>> => {
  const read = await port.read();
  return read.ok ? port.compute(looking(read.value, language)) : read;
};

function* looking(workbook: WorkbookSnapshot, language: Language): Steps<Result<SettingsForm>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), { explicit: true });
  return done(settingsForm(workbook, table.ok ? table.value : null, language));
}
