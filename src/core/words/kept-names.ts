/** Stands for a name while the sentence around it is set, so that names stay as their owner wrote them. */
const token = (index: number): string => String.fromCharCode(0xe000 + index);

/** Facts with each of their texts replaced by a token; the texts in order of their tokens. */
export const tokensFor = <T extends object>(facts: T, names: string[], ourWords: ReadonlySet<string> = new Set()): T =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' && value !== '' && !ourWords.has(key) ? token(names.push(value) - 1) : value,
    ]),
  ) as T;

/** A sentence with its names back in place of their tokens. */
export const withNames = (text: string, names: readonly string[]): string =>
  names.reduce((done, name, index) => done.replaceAll(token(index), () => name), text);
