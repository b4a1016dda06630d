import { asObject, type ApiSession } from './apiSession';
import type { ApiClass, ApiObject } from './apiClass';
import { describe, readMember } from './members';
import { itemQuery, type Query } from './query';

/** How names are spelled in an answer: PascalCase for `load`, the typings' own for `retrieve`. */
export type Spelling = { readonly member: (name: string) => string; readonly items: string };

export const wireSpelling: Spelling = { member: (name) => name.charAt(0).toUpperCase() + name.slice(1), items: '_Items' };
export const jsonSpelling: Spelling = { member: (name) => name, items: 'items' };

type Answer = Record<string, unknown>;

/**
 * What tells office.js how to address an object from now on: `Id` or `_Id` where the parent's `getItem` finds it by that,
 * `_ReferenceId` where it is kept. An empty answer leaves its path as it is.
 */
export const identity = (session: ApiSession, object: ApiObject): Answer => {
  const { api } = describe(object);
  const answer: Answer = {};
  if (api.key !== undefined) answer._Id = readMember(object, api.key);
  else if (api.scalars?.includes('id')) answer.Id = readMember(object, 'id');
  const reference = session.references.idOf(object);
  if (reference !== undefined) answer._ReferenceId = reference;
  return answer;
};

/** By what `getItem` finds an item of a `retrieve`; office.js leaves names with an underscore out of the plain result. */
const jsonIdentity = (item: ApiObject): Answer => {
  const { key, scalars } = describe(item).api;
  const member = key ?? (scalars?.includes('id') ? 'id' : undefined);
  return member === undefined ? {} : { _Id: readMember(item, member) };
};

/** The answer to a `load` of an object or a collection. */
export const load = (session: ApiSession, object: ApiObject, query: Query, spelling: Spelling): Answer => {
  const { api } = describe(object);
  const answer = spelling === wireSpelling ? identity(session, object) : {};
  if (api.collection) return { ...answer, ...loadCollection(session, object, query, spelling) };
  if (query.all) loadAll(session, object, api, spelling, answer);
  for (const [name, below] of query.members) {
    if (name.startsWith('_')) continue;
    loadMember(session, object, name, below, spelling, answer);
  }
  return answer;
};

const loadAll = (session: ApiSession, object: ApiObject, api: ApiClass, spelling: Spelling, answer: Answer): void => {
  for (const name of api.scalars ?? []) {
    const value = session.read(object, name, 'with all');
    if (value !== undefined) answer[spelling.member(name)] = value;
  }
};

const loadMember = (
  session: ApiSession,
  object: ApiObject,
  lowerCaseName: string,
  below: Query,
  spelling: Spelling,
  answer: Answer,
): void => {
  const member = session.loadable(object, lowerCaseName);
  if (member.kind === 'scalar') {
    answer[spelling.member(member.name)] = session.read(object, member.name, 'by name');
    return;
  }
  const child = session.navigate(object, member.name);
  answer[spelling.member(member.name)] = child && load(session, child, below, spelling);
};

const loadCollection = (session: ApiSession, collection: ApiObject, query: Query, spelling: Spelling): Answer => {
  const { api } = describe(collection);
  const answer: Answer = {};
  const scalars = new Set((api.scalars ?? []).map((name) => name.toLowerCase()));
  if (query.all) loadAll(session, collection, api, spelling, answer);
  for (const [name, below] of query.members)
    if (scalars.has(name)) loadMember(session, collection, name, below, spelling, answer);
  const ofItems = itemQuery(query, scalars);
  if (!ofItems) return answer;
  const skip = query.skip ?? 0;
  const items = itemsOf(collection).slice(skip, query.top === undefined ? undefined : skip + query.top);
  answer[spelling.items] = items.map((item, index) => ({
    ...(spelling === wireSpelling ? { _Index: skip + index } : jsonIdentity(item)),
    ...load(session, item, ofItems, spelling),
  }));
  return answer;
};

const itemsOf = (collection: ApiObject): ApiObject[] => {
  const items = readMember(collection, 'items');
  if (!Array.isArray(items)) throw new Error(`${describe(collection).api.name}.items is no array`);
  return items.map((item: unknown) => {
    const object = asObject(item);
    if (!object) throw new Error(`${describe(collection).api.name}.items holds a null`);
    return object;
  });
};
