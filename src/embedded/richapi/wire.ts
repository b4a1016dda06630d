/**
 * The JSON of one batch, as office.js's `context.sync()` sends it and expects it answered: object paths (how to reach each
 * object from the root) and actions on them, in order.
 */
import { ApiError } from './apiError';
import type { Json } from './apiClass';

export const actionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const pathType = {
  globalObject: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

/** Nested like the arguments: where it is not 0, the argument is the object at that path. */
export type ReferencedPaths = number | readonly ReferencedPaths[] | null;

export type ArgumentInfo = {
  readonly Arguments?: readonly Json[] | null;
  readonly ReferencedObjectPathIds?: readonly ReferencedPaths[] | null;
};

export type QueryInfo = {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
};

export type WireAction = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, Json>>;
};

export type WirePath = {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
};

export type BatchRequest = { readonly Actions: readonly WireAction[]; readonly ObjectPaths: Readonly<Record<string, WirePath>> };

type WireError = {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
};

export type BatchResponse = {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  /** Trace actions that ran: registered event handlers wait for theirs. */
  readonly TraceIds: number[];
  Error?: WireError;
};

/** Reads a batch from its text. @throws ApiError `InvalidRequest` where it is none. */
export const parseBatch = (text: string): BatchRequest => {
  const body: unknown = JSON.parse(text);
  if (isBatch(body)) return body;
  throw new ApiError('InvalidRequest');
};

const isBatch = (body: unknown): body is BatchRequest =>
  typeof body === 'object' &&
  body !== null &&
  'Actions' in body &&
  Array.isArray(body.Actions) &&
  'ObjectPaths' in body &&
  typeof body.ObjectPaths === 'object' &&
  body.ObjectPaths !== null;
