import { ApiError } from './apiError';
import type { ApiClass, ApiEventWire, ApiObject } from './apiClass';

/** What a wire name stands for in a class. */
export type Member =
  | { readonly kind: 'scalar' | 'navigation' | 'method' | 'internalMethod'; readonly name: string }
  | { readonly kind: 'event'; readonly name: string; readonly wire: ApiEventWire; readonly register: boolean };

/** A class's descriptor with its members by wire name. */
export type Described = { readonly api: ApiClass; readonly members: ReadonlyMap<string, Member> };

const described = new WeakMap<object, Described>();

/** The descriptor of the object's class. An object of a class without one is a mistake of the model, not of the add-in. */
export const describe = (object: ApiObject): Described => {
  const maker: object = object.constructor;
  const known = described.get(maker);
  if (known) return known;
  if (!hasDescriptor(maker)) throw new Error(`${object.constructor.name} has no api descriptor`);
  const found = { api: maker.api, members: membersOf(maker.api) };
  described.set(maker, found);
  return found;
};

const hasDescriptor = (maker: object): maker is { api: ApiClass } =>
  'api' in maker && typeof maker.api === 'object' && maker.api !== null && 'name' in maker.api;

const membersOf = (api: ApiClass): Map<string, Member> => {
  const members = new Map<string, Member>();
  const declare = (kind: 'scalar' | 'navigation' | 'method', names: readonly string[] = []): void => {
    for (const name of names) members.set(name.toLowerCase(), { kind, name });
  };
  declare('scalar', api.scalars);
  declare('scalar', api.onDemand);
  declare('navigation', api.navigation);
  declare('method', api.methods);
  for (const name of api.internalMethods ?? []) members.set(`_${name.toLowerCase()}`, { kind: 'internalMethod', name });
  for (const [name, wire] of Object.entries(api.events ?? {})) {
    const method = wire.method ?? `Register${wire.registration}Event`;
    members.set(`_${method.toLowerCase()}`, { kind: 'event', name, wire, register: true });
    members.set(`_un${method.toLowerCase()}`, { kind: 'event', name, wire, register: false });
  }
  for (const [wireName, name] of Object.entries(api.wireNames ?? {})) {
    const target = members.get(name.toLowerCase());
    if (!target) throw new Error(`${api.name}.${wireName} stands for ${name}, which is not declared`);
    members.set(wireName.toLowerCase(), target);
  }
  return members;
};

/** Reads a declared property. */
export const readMember = (object: ApiObject, name: string): unknown => {
  if (!(name in object)) throw new Error(`${describe(object).api.name} declares ${name} and does not have it`);
  return Reflect.get(object, name) as unknown;
};

/** Calls a declared method. */
export const callMember = (object: ApiObject, name: string, values: readonly unknown[]): unknown => {
  const method = readMember(object, name);
  if (typeof method !== 'function') throw new Error(`${describe(object).api.name} declares the method ${name} and has none`);
  return Reflect.apply(method, object, values) as unknown;
};

/** Sets a declared property. @throws ApiError `NotImplemented` where the class has no setter for it. */
export const writeMember = (object: ApiObject, name: string, value: unknown): void => {
  if (!hasSetter(object, name)) {
    const { api } = describe(object);
    throw new ApiError('NotImplemented', `Setting ${api.name}.${name} is not implemented by this host`, `${api.name}.${name}`);
  }
  Reflect.set(object, name, value);
};

const hasSetter = (object: ApiObject, name: string): boolean => {
  for (let holder: object | null = object; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    const property = Object.getOwnPropertyDescriptor(holder, name);
    if (property) return property.set !== undefined;
  }
  return false;
};
