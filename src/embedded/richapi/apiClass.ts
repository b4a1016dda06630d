/**
 * How a class of a served object model tells what of it may be reached over the wire. A class carries a static
 * descriptor; whatever the descriptor does not name cannot be read, written or called by an add-in.
 *
 * ```ts
 * export class Worksheet {
 *   static readonly api = {
 *     name: 'Worksheet',
 *     scalars: ['id', 'name', 'visibility', 'showGridlines'],
 *     navigation: ['tables', 'charts'],
 *     methods: ['getRange', 'getUsedRangeOrNullObject', 'delete'],
 *     internalMethods: ['getSheetById'],
 *     events: { onChanged: worksheetEvents.onChanged },
 *     wireNames: { Gridlines: 'showGridlines' },
 *   } satisfies ExcelApi<'Worksheet'>;
 *   get name(): string { … }
 *   set name(value: string) { … }
 *   getRange(address?: string): Range { … }
 * }
 * ```
 *
 * Rules for the classes:
 * - Names are those of the typings (camelCase); the wire's PascalCase is matched whatever its case.
 * - A scalar can be set where the class has a `set` accessor for it; setting any other refuses by name.
 *   `object.set({...})` arrives as one setter call per property, deepest objects through `navigation`.
 * - An argument that the add-in left out arrives as `undefined`; an API object as an instance of its class; anything else
 *   as plain JSON, unchecked: the class checks it and throws `ApiError('InvalidArgument')`.
 * - `null` or `undefined` from a navigation property or from a method whose result is an object means a null object
 *   (`isNullObject`): `getItemOrNullObject` returns null where `getItem` throws `ApiError('ItemNotFound')`.
 * - A method that gives a plain value (`getCount`) returns it; it must be JSON.
 * - Errors that an add-in may meet are thrown as `ApiError`; anything else becomes `GeneralException`.
 * - Instances may be made anew at each access: nothing relies on their identity within or between batches, except
 *   that an object kept by reference (`reference: true`) stays the same instance.
 * - Members are synchronous.
 */
export type ApiClass = {
  /** Class name in the typings, as error locations name it: `Range`. */
  readonly name: string;
  /** Properties that `load` can ask for and that hold plain values. */
  readonly scalars?: readonly string[];
  /** Scalars that `load()` and `load('*')` leave out and that must be asked for by name (costly or rarely wanted). */
  readonly onDemand?: readonly string[];
  /** Properties that hold other API objects, collections included. */
  readonly navigation?: readonly string[];
  /** Methods that may be called. `getItem` must be among them where the add-in addresses items of a collection. */
  readonly methods?: readonly string[];
  /**
   * Methods that only office.js itself calls: their wire name is `_` and the name in PascalCase, so that
   * `validateArraySize` answers `_ValidateArraySize`. They are in no typings.
   */
  readonly internalMethods?: readonly string[];
  /**
   * Events that may be listened to, by the typings' name; the model raises them through its `ApiEvents`. They are told to
   * the target that the object gives as `eventTarget`, else to its `id`, else to `'Workbook'`, the document as a whole.
   */
  readonly events?: Readonly<Record<string, ApiEventWire>>;
  /** Wire names that differ from the typings' name: wire name to member (`Gridlines` sets `showGridlines`). */
  readonly wireNames?: Readonly<Record<string, string>>;
  /** The class has `items` (an array of API objects), which `load('items/…')`, `$top` and `$skip` read. */
  readonly collection?: true;
  /** Objects are kept alive between requests by reference when the add-in tracks them (Range, RangeAreas). */
  readonly reference?: true;
  /**
   * Scalar by which `getItem` of the parent collection finds this object where that is not `id`: `name` for NamedItem,
   * `key` for Setting. Classes with a scalar `id` need not say anything.
   */
  readonly key?: string;
};

/** An event on the wire: `_Register<registration>Event` asks for it, `type` is its number in messages. */
export type ApiEventWire = {
  readonly registration: string;
  readonly type: number;
  /** Registration methods that do not follow `_Register…Event`: `_RegisterEventNameChanged`. */
  readonly method?: string;
};

/** An instance of a class with a descriptor. */
export type ApiObject = object;

/** Anything the wire can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** The served object model as a whole. */
export type ApiModel = {
  /** What object paths start from: the workbook. */
  readonly root: ApiObject;
  /** Where the model raises its events. */
  readonly events: ApiEvents;
  /** Called before the first and after the last action of each batch, the failed one included (deferred recalculation). */
  beginBatch?(): void;
  endBatch?(): void;
};

/**
 * Something happened to the model. `targets` are the ids under which handlers may have been added, the object's own id and
 * its collections' (`'Workbook'` for the workbook-wide ones): each one that listens gets one message.
 */
export type ApiEvent = {
  readonly type: number;
  readonly targets: readonly string[];
  readonly args: Readonly<Record<string, Json>>;
};

/** Where a model raises events and a host listens. Events are handed on after the batch that caused them. */
export class ApiEvents {
  private readonly listeners = new Set<(event: ApiEvent) => void>();

  raise(event: ApiEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Returns the function that stops listening. */
  listen(listener: (event: ApiEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

type Names<T> = Extract<keyof T, string>;
type Client = { readonly context: unknown; readonly isNullObject: boolean };
type Handlers = { readonly add: unknown; readonly remove: unknown };
/** Members of type `any` (`Setting.value`) are scalars: they would pass for everything else too. */
type MembersOf<T, Kind> = { [K in Names<T>]: 0 extends T[K] & 1 ? never : T[K] extends Kind ? K : never }[Names<T>];
type MethodOf<T> = MembersOf<T, (...values: never[]) => unknown>;
type NavigationOf<T> = MembersOf<T, Client>;
type EventOf<T> = MembersOf<T, Handlers>;
type ScalarOf<T> = Exclude<Names<T>, MethodOf<T> | NavigationOf<T> | EventOf<T>>;

/**
 * A descriptor whose every name must exist in class `Name` of a namespace of typings, so that a typo does not compile:
 * `static readonly api = {…} satisfies ApiOf<typeof Excel, 'Range'>`.
 */
export type ApiOf<Namespace, Name extends keyof Namespace & string> = Namespace[Name] extends { prototype: infer T }
  ? Omit<ApiClass, 'name' | 'scalars' | 'onDemand' | 'navigation' | 'methods' | 'events'> & {
      readonly name: Name;
      readonly scalars?: readonly ScalarOf<T>[];
      readonly onDemand?: readonly ScalarOf<T>[];
      readonly navigation?: readonly NavigationOf<T>[];
      readonly methods?: readonly MethodOf<T>[];
      readonly events?: Readonly<Partial<Record<EventOf<T>, ApiEventWire>>>;
    }
  : never;
