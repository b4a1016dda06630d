import type { LoadedOffice } from './nodeTransport';

/**
 * Notes (ExcelApi 1.18) for the client that npm has, which ends at 1.17: the two classes that the client on Microsoft's
 * servers has besides, made of office.js's own parts. Nothing of the client is changed, and a client that has notes is left
 * as it is.
 */

type ClientObject = OfficeExtension.ClientObject;
type ClassOf<T> = new (context: OfficeExtension.ClientRequestContext, path: unknown) => T;

/** Whether an action may change the workbook, and the flag that goes with it on the wire. */
const WRITES = { operation: 0, flags: 0 } as const;
const READS = { operation: 1, flags: 4 } as const;

/** What office.js builds its own classes with; the typings leave it out. */
type Internals = {
  BatchApiHelper: {
    createPropertyObject<T>(type: ClassOf<T>, parent: ClientObject, name: string, isCollection: boolean, flags: number): T;
    createMethodObject<T>(
      type: ClassOf<T>,
      parent: ClientObject,
      name: string,
      operation: number,
      values: unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      getById: null,
      flags: number,
    ): T;
    createChildItemObject<T>(type: ClassOf<T>, hasIndexer: boolean, parent: ClientObject, item: unknown, index: number): T;
    invokeMethod(
      object: ClientObject,
      name: string,
      operation: number,
      values: unknown[],
      flags: number,
      result: number,
    ): unknown;
    invokeSetProperty(object: ClientObject, name: string, value: unknown, flags: number): void;
  };
  Utility: {
    load<T>(object: T, options: unknown): T;
    fixObjectPathIfNecessary(object: ClientObject, answer: unknown): void;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void;
  };
  ClientObject: ClassOf<ClientObject & { _handleResult(answer: unknown): void; _isNull: boolean }>;
};

const isInternals = (extension: object): extension is Internals => 'BatchApiHelper' in extension && 'Utility' in extension;

const memberOf = (answer: unknown, name: string): unknown =>
  typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[name] : undefined;

const noteClasses = (
  { BatchApiHelper: helper, Utility: utility, ClientObject: base }: Internals,
  excel: LoadedOffice['Excel'],
) => {
  class Note extends base {
    private readonly loaded: Record<string, unknown> = {};

    private scalar(name: string): unknown {
      utility.throwIfNotLoaded(name, this.loaded[name], 'Note', this._isNull);
      return this.loaded[name];
    }
    readonly _className = 'Note';
    get authorName(): unknown {
      return this.scalar('authorName');
    }
    get content(): unknown {
      return this.scalar('content');
    }
    set content(value: unknown) {
      this.loaded['content'] = value;
      helper.invokeSetProperty(this, 'Content', value, WRITES.flags);
    }
    delete(): void {
      helper.invokeMethod(this, 'Delete', WRITES.operation, [], WRITES.flags, 0);
    }
    getLocation(): Excel.Range {
      const range = excel.Range as unknown as ClassOf<Excel.Range>;
      return helper.createMethodObject(range, this, 'GetLocation', READS.operation, [], false, true, null, READS.flags);
    }
    load(options: unknown): this {
      return utility.load(this, options);
    }
    override _handleResult(answer: unknown): void {
      super._handleResult(answer);
      if (answer === null || answer === undefined) return;
      utility.fixObjectPathIfNecessary(this, answer);
      for (const [name, wireName] of [
        ['authorName', 'AuthorName'],
        ['content', 'Content'],
      ] as const) {
        const value = memberOf(answer, wireName);
        if (value !== undefined) this.loaded[name] = value;
      }
    }
  }

  class NoteCollection extends base {
    private loaded: Note[] | undefined;

    private note(method: string, values: unknown[], kind: typeof READS | typeof WRITES): Note {
      const isNew = kind === WRITES;
      return helper.createMethodObject(Note, this, method, kind.operation, values, false, isNew, null, kind.flags);
    }
    readonly _className = 'NoteCollection';
    readonly _isCollection = true;
    get items(): Note[] | undefined {
      utility.throwIfNotLoaded('items', this.loaded, 'NoteCollection', this._isNull);
      return this.loaded;
    }
    add(cellAddress: unknown, content: unknown): Note {
      return this.note('Add', [cellAddress, content], WRITES);
    }
    getItem(key: string): Note {
      return this.note('GetItem', [key], READS);
    }
    getItemOrNullObject(key: string): Note {
      return this.note('GetItemOrNullObject', [key], READS);
    }
    getItemAt(index: number): Note {
      return this.note('GetItemAt', [index], READS);
    }
    getCount(): unknown {
      return helper.invokeMethod(this, 'GetCount', READS.operation, [], READS.flags, 0);
    }
    load(options: unknown): this {
      return utility.load(this, options);
    }
    override _handleResult(answer: unknown): void {
      super._handleResult(answer);
      if (answer === null || answer === undefined) return;
      utility.fixObjectPathIfNecessary(this, answer);
      const items = memberOf(answer, '_Items');
      if (!Array.isArray(items)) return;
      this.loaded = items.map((item: unknown, index) => {
        const note = helper.createChildItemObject(Note, false, this, item, index);
        note._handleResult(item);
        return note;
      });
    }
  }
  return NoteCollection;
};

/** Gives a client that lacks them `Worksheet.notes` and what belongs to it. */
export const addNotes = ({ Excel: excel, OfficeExtension: extension }: Pick<LoadedOffice, 'Excel' | 'OfficeExtension'>): void => {
  const prototype: object = excel.Worksheet.prototype;
  if ('notes' in prototype || !isInternals(extension)) return;
  const { BatchApiHelper: helper } = extension;
  const notes = noteClasses(extension, excel);
  // As in the client's own classes, a property gives the same object each time.
  const known = new WeakMap<ClientObject, InstanceType<typeof notes>>();
  Object.defineProperty(prototype, 'notes', {
    configurable: true,
    get(this: ClientObject) {
      let collection = known.get(this);
      if (!collection) known.set(this, (collection = helper.createPropertyObject(notes, this, 'Notes', true, READS.flags)));
      return collection;
    },
  });
};
