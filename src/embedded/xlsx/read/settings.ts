import type { Package } from '../package/package';
import { attribute, textOf } from '../xml/tree';

/** Vocabulary of the custom XML part that keeps an add-in's settings. */
export const SETTINGS_NS = 'urn:meteo-client:settings';

/** Part of the file that keeps the settings, if any. */
export const settingsPart = (parts: Package): string | undefined => {
  for (const [name] of parts.entries())
    if (/^customXml\/item\d+\.xml$/i.test(name) && parts.text(name).includes(SETTINGS_NS)) return name;
  return undefined;
};

/** Settings kept in the file: name to JSON text. */
export const readSettings = (parts: Package): Map<string, string> => {
  const part = settingsPart(parts);
  if (part === undefined) return new Map();
  const tree = parts.tree(part);
  return new Map(tree.root.children.map((entry) => [attribute(entry, 'name') ?? '', textOf(tree, entry)]));
};
