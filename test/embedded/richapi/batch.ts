import { actionType, pathType, type BatchRequest, type WireAction, type WirePath } from '../../../src/embedded/richapi/wire';

type Given = Partial<WireAction>;

/** Builds the batches that office.js would send: path 1 is the root. */
export class Batch {
  private readonly paths: Record<string, WirePath> = { 1: { Id: 1, ObjectPathType: pathType.globalObject, Name: '' } };
  private readonly actions: WireAction[] = [];

  /** Adds a path below another and its number. */
  private path(
    type: number,
    parent: number,
    name: string,
    values: readonly WireValue[] = [],
    references: readonly number[] = [],
  ): number {
    const id = Object.keys(this.paths).length + 1;
    this.paths[String(id)] = {
      Id: id,
      ObjectPathType: type,
      Name: name,
      ParentObjectPathId: parent,
      ArgumentInfo: { Arguments: values, ReferencedObjectPathIds: references },
    };
    return id;
  }
  property(parent: number, name: string): number {
    return this.path(pathType.property, parent, name);
  }
  method(parent: number, name: string, ...values: readonly WireValue[]): number {
    return this.path(pathType.method, parent, name, values);
  }
  item(parent: number, key: string): number {
    return this.path(pathType.indexer, parent, '', [key]);
  }
  kept(reference: string): number {
    return this.path(pathType.referenceId, 0, reference);
  }
  made(type: string): number {
    return this.path(pathType.newObject, 0, type);
  }

  private action(type: number, path: number, given: Given = {}): this {
    this.actions.push({ Id: this.actions.length + 1, ActionType: type, ObjectPathId: path, ...given });
    return this;
  }
  instantiate(path: number): this {
    return this.action(actionType.instantiate, path);
  }
  load(path: number, ...select: readonly string[]): this {
    return this.action(actionType.query, path, { QueryInfo: { Select: select } });
  }
  query(path: number, query: WireAction['QueryInfo']): this {
    return this.action(actionType.query, path, { QueryInfo: query });
  }
  retrieve(path: number, ...select: readonly string[]): this {
    return this.action(actionType.queryAsJson, path, { QueryInfo: { Select: select } });
  }
  call(path: number, name: string, values: readonly WireValue[] = [], references: WireReferences = []): this {
    return this.action(actionType.method, path, {
      Name: name,
      ArgumentInfo: { Arguments: values, ReferencedObjectPathIds: references },
    });
  }
  set(path: number, name: string, value: WireValue): this {
    return this.action(actionType.setProperty, path, { Name: name, ArgumentInfo: { Arguments: [value] } });
  }
  update(path: number, state: WireAction['ObjectState']): this {
    return this.action(actionType.update, path, { ObjectState: state });
  }
  trace(): this {
    return this.action(actionType.trace, 0);
  }
  of(type: number, path: number): this {
    return this.action(type, path);
  }

  get request(): BatchRequest {
    return { Actions: this.actions, ObjectPaths: this.paths };
  }
}

type WireValue = NonNullable<NonNullable<WireAction['ArgumentInfo']>['Arguments']>[number];
type WireReferences = NonNullable<NonNullable<WireAction['ArgumentInfo']>['ReferencedObjectPathIds']>;
