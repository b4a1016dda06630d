import { SETTINGS_NS, settingsPart } from '../read/settings';
import { declaration, element, textElement } from '../xml/write';
import type { Save } from './context';

/** Writes the add-in's settings as a custom XML part: Excel keeps such parts, and no sheet shows them. */
export const writeSettings = (save: Save): void => {
  const { parts, book, names, source } = save;
  const entries = [...book.settings].map(([name, value]) => textElement('setting', value, { name }));
  const xml = declaration + element('settings', { xmlns: SETTINGS_NS }, ...entries);
  const existing = settingsPart(parts);
  if (existing !== undefined) {
    parts.set(existing, xml);
    return;
  }
  const part = parts.freeName('customXml/item', '.xml');
  parts.set(part, xml);
  parts.relate(source.part, `${names.relations}/customXml`, part);
};
