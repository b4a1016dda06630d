import type { Weather } from '../../core/meteo/content';
import type { ActionEdit, AddedFact, DraftedTexts, EditField, FactEdit, MeteoEdits, ReadingKind } from '../../core/meteo/edits';
import type { FactProposal } from '../../core/meteo/proposals';
import { needsAction } from '../../core/meteo/weather';

const READINGS: readonly EditField[] = ['seasonality', 'anticipation', 'check'];
const isReading = (field: EditField): field is ReadingKind => READINGS.includes(field);

/** A record without one of its entries; undefined for what would be empty, so that edits without changes are none. */
const without = <Value>(
  record: Readonly<Partial<Record<string, Value>>> | undefined,
  name: string,
): Record<string, Value> | undefined => {
  const left = Object.entries(record ?? {}).filter(
    (entry): entry is [string, Value] => entry[0] !== name && entry[1] !== undefined,
  );
  return left.length === 0 ? undefined : Object.fromEntries(left);
};

/** Edits without the fields that say nothing: a page as drafted has none. */
const tidy = (edits: { [Name in keyof MeteoEdits]: MeteoEdits[Name] | undefined }): MeteoEdits =>
  Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== undefined));

/** What a text's field shows: a person's words, or the drafted ones. */
export const textOf = (edits: MeteoEdits, field: EditField, drafted: DraftedTexts): string =>
  (isReading(field) ? edits.readings?.[field] : edits[field]) ?? drafted[field];

/** A text as somebody types it; the drafted words again are no edit, so that a later draft may change them. */
export const withText = (edits: MeteoEdits, field: EditField, text: string, drafted: DraftedTexts): MeteoEdits => {
  const isDrafted = text === drafted[field];
  if (!isReading(field)) return tidy({ ...edits, [field]: isDrafted ? undefined : text });
  return tidy({
    ...edits,
    readings: isDrafted ? without(edits.readings, field) : { ...edits.readings, [field]: text },
  });
};

/** A proposed fact as the page prints it now. */
export const factOf = (edits: MeteoEdits, proposal: FactProposal): { kept: boolean; text: string } => {
  const edit = edits.facts?.[proposal.id];
  return { kept: edit?.kept ?? proposal.kept, text: edit?.text ?? proposal.text };
};

/** A fact ticked or not, or put in a person's own words: those are kept when it is unticked. */
export const withFact = (edits: MeteoEdits, proposal: FactProposal, change: Partial<FactEdit>): MeteoEdits => {
  const now = { ...edits.facts?.[proposal.id], ...change };
  const text = now.text === undefined || now.text === proposal.text ? {} : { text: now.text };
  const kept = now.kept ?? proposal.kept;
  const isDrafted = kept === proposal.kept && text.text === undefined;
  const facts = isDrafted ? without(edits.facts, proposal.id) : { ...edits.facts, [proposal.id]: { kept, ...text } };
  return tidy({ ...edits, facts });
};

/** A fact or a planned activity of the person's own. */
export const withAdded = (edits: MeteoEdits, fact: AddedFact): MeteoEdits => ({
  ...edits,
  added: [...(edits.added ?? []), fact],
});

/** The one at a place, in other words; without it for null. */
export const withAddedAt = (edits: MeteoEdits, place: number, text: string | null): MeteoEdits => {
  const added = (edits.added ?? []).flatMap((fact, index) =>
    index !== place ? [fact] : text === null ? [] : [{ ...fact, text }],
  );
  return tidy({ ...edits, added: added.length === 0 ? undefined : added });
};

/** A planned activity printed or not; they all are unless a person says otherwise. */
export const withPlanned = (edits: MeteoEdits, id: string, kept: boolean): MeteoEdits =>
  tidy({ ...edits, planned: kept ? without(edits.planned, id) : { ...edits.planned, [id]: false } });

/** Another level than the computed one; the computed one again takes its reason along. */
export const withWeather = (edits: MeteoEdits, weather: Weather, computed: Weather): MeteoEdits =>
  tidy({ ...edits, weather: weather === computed ? undefined : { weather, reason: edits.weather?.reason ?? '' } });

/** The state that asks for an action: the printed one, or the computed one where that one alone is bad enough. */
export const askingWeather = (computed: Weather, { weather }: MeteoEdits): Weather =>
  weather && needsAction(weather.weather) ? weather.weather : computed;

export const withReason = (edits: MeteoEdits, reason: string): MeteoEdits =>
  edits.weather ? { ...edits, weather: { ...edits.weather, reason } } : edits;

/** All that a person typed, a line each: to be copied while Excel does not answer. */
export const typedTexts = ({
  message,
  weather,
  keyTitle,
  chartTitle,
  readings = {},
  facts = {},
  added = [],
  action,
}: MeteoEdits): string =>
  [
    message,
    weather?.reason,
    keyTitle,
    chartTitle,
    ...Object.values(readings),
    ...Object.values(facts).map(({ text }) => text),
    ...added.map(({ text }) => text),
    action?.text,
    action?.effect,
    action?.role,
  ]
    .filter((text) => text !== undefined && text.trim() !== '')
    .join('\n');

/** The action that bad weather asks for, part by part; one with nothing in it is none. */
export const withAction = (edits: MeteoEdits, change: Partial<ActionEdit>): MeteoEdits => {
  const action = { text: '', role: '', due: null, ...edits.action, ...change };
  const isBlank = action.text.trim() === '' && action.role.trim() === '' && action.due === null;
  return tidy({ ...edits, action: isBlank ? undefined : action });
};
