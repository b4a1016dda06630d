/** What belongs where something else was found: `known` where the key means nothing, `choice` where only some words do. */
export type Expected = 'text' | 'number' | 'true-false' | 'object' | 'list' | 'known' | 'choice';

/** The first place of a JSON value that is not what it has to be: `facts["record.in_offered"].kept`, empty for the whole. */
export type ShapeFault = { key: string; expected: Expected; choices?: readonly string[] };

/** Says where a value stops being what it has to be; null where it is. */
export type Check = (value: unknown) => ShapeFault | null;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const must = (holds: boolean, expected: Expected, choices?: readonly string[]): ShapeFault | null =>
  holds ? null : { key: '', expected, ...(choices && { choices }) };

/** The fault as seen from one level further up: `kept` under `facts` is `facts.kept`. */
const under = (name: string, fault: ShapeFault | null): ShapeFault | null => {
  if (!fault) return null;
  const rest = fault.key === '' || fault.key.startsWith('[') ? fault.key : `.${fault.key}`;
  return { ...fault, key: `${/^[a-z]\w*$/i.test(name) ? name : `[${JSON.stringify(name)}]`}${rest}` };
};

const first = (faults: readonly (() => ShapeFault | null)[]): ShapeFault | null => {
  for (const look of faults) {
    const fault = look();
    if (fault) return fault;
  }
  return null;
};

export const text: Check = (value) => must(typeof value === 'string', 'text');
export const number: Check = (value) => must(typeof value === 'number' && Number.isFinite(value), 'number');
export const truth: Check = (value) => must(typeof value === 'boolean', 'true-false');

/** One of a few words. */
export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    must(
      words.some((word) => word === value),
      'choice',
      words,
    );

/** The value, or nothing at all. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

/** The value, or null. */
export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

/** An object whose keys are free, or among a few. */
export const record =
  (check: Check, keys?: readonly string[]): Check =>
  (value) => {
    if (!isFields(value)) return must(false, 'object');
    return first(
      Object.entries(value).map(([name, field]) => () => {
        const isKnown = keys === undefined || keys.includes(name);
        return under(name, isKnown ? check(field) : must(false, 'known', keys));
      }),
    );
  };

/** A list of alike things. */
export const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return must(false, 'list');
    const items: readonly unknown[] = value;
    return first(
      items.map((item, index) => () => {
        const fault = check(item);
        const rest = fault?.key === '' || fault?.key.startsWith('[') === true ? fault.key : `.${fault?.key ?? ''}`;
        return fault && { ...fault, key: `[${String(index)}]${rest}` };
      }),
    );
  };

/** An object of these fields; `closed`: no others may stand beside them. */
export const shape =
  (fields: Readonly<Record<string, Check>>, closed = false): Check =>
  (value) => {
    if (!isFields(value)) return must(false, 'object');
    const known = Object.keys(fields);
    return first([
      ...Object.keys(value).map(
        (name) => () => (closed && !known.includes(name) ? under(name, must(false, 'known', known)) : null),
      ),
      ...Object.entries(fields).map(
        ([name, check]) =>
          () =>
            under(name, check(value[name])),
      ),
    ]);
  };
