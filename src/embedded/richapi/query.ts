import type { QueryInfo } from './wire';

/** What a `load` asks for of an object: all its scalars, and members by lower-case name. */
export type Query = {
  readonly all: boolean;
  readonly members: ReadonlyMap<string, Query>;
  readonly top?: number;
  readonly skip?: number;
};

type Draft = { all: boolean; readonly members: Map<string, Draft> };

const draft = (): Draft => ({ all: false, members: new Map() });

/**
 * The tree of a `load`: `['format/fill/color', 'values']` asks `values` of the object, and `color` of its format's fill.
 * Nothing or `*` asks all scalars; a name with nothing below it asks all scalars where it turns out to be an object.
 */
export const parseQuery = (info: QueryInfo = {}): Query => {
  const root = draft();
  for (const path of info.Select ?? []) add(root, path, false);
  for (const path of info.Expand ?? []) add(root, path, true);
  if (!info.Select?.length) root.all = true;
  for (const member of root.members.values()) completeLeaves(member);
  return { ...root, ...(info.Top !== undefined && { top: info.Top }), ...(info.Skip !== undefined && { skip: info.Skip }) };
};

const add = (root: Draft, path: string, expanded: boolean): void => {
  let at = root;
  for (const part of path.split('/')) {
    const name = part.trim().toLowerCase();
    if (name === '*' || name === '') {
      at.all = true;
      return;
    }
    const next = at.members.get(name) ?? draft();
    at.members.set(name, next);
    at = next;
  }
  if (expanded) at.all = true;
};

const completeLeaves = (query: Draft): void => {
  if (query.members.size === 0) query.all = true;
  for (const member of query.members.values()) completeLeaves(member);
};

/** The part of a collection's query that is about its items: `items/name` and `name` both ask the name of each item. */
export const itemQuery = (query: Query, ownScalars: ReadonlySet<string>): Query | undefined => {
  const named = query.members.get('items');
  const members = new Map(named?.members);
  for (const [name, member] of query.members) if (name !== 'items' && !ownScalars.has(name)) members.set(name, member);
  const all = query.all || named?.all === true;
  return all || members.size > 0 ? { all, members } : undefined;
};
