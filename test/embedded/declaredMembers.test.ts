import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClass } from '../../src/embedded/richapi/apiClass';

const folder = join(__dirname, '../../src/embedded/model');

type Served = { readonly api: ApiClass; readonly prototype: object };

const isServed = (exported: unknown): exported is Served => typeof exported === 'function' && 'api' in exported;

const classes = readdirSync(folder)
  .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(join(folder, file))))
  .filter(isServed);

const named = classes.map((served) => [served.api.name, served] as const);

/** Whether instances have the member: an accessor or method, or a field that the class assigns. */
const has = ({ prototype }: Served, member: string): boolean =>
  member in prototype || new RegExp(`\\b${member}\\b`).test(prototype.constructor.toString());

test('there are classes to look at', () => {
  expect(named.map(([name]) => name)).toEqual(expect.arrayContaining(['Workbook', 'Worksheet', 'Range', 'Chart', 'Table']));
});

test.each(named)('%s has all that it declares', (_name, served) => {
  const { scalars, onDemand, navigation, methods, internalMethods, collection, key } = served.api;
  const declared = [scalars, onDemand, navigation, methods, internalMethods, collection && ['items'], key && [key]].flatMap(
    (names) => names ?? [],
  );
  expect(declared.filter((member) => !has(served, member))).toEqual([]);
});

test.each(named)('%s declares no member twice', (_name, { api }) => {
  const names = [api.scalars, api.onDemand, api.navigation, api.methods].flatMap((list) => list ?? []);
  expect(new Set(names).size).toBe(names.length);
});

test('no two classes serve the same class of Excel', () => {
  const names = named.map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
