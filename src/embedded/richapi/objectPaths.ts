import { ApiError } from './apiError';
import type { ApiObject, Json } from './apiClass';
import { asObject, type ApiSession } from './apiSession';
import { pathType, type ArgumentInfo, type ReferencedPaths, type WirePath } from './wire';

/** Classes that an add-in makes itself (`new`), by wire name. */
export type CreatableTypes = Readonly<Record<string, () => ApiObject>>;

/**
 * The objects of one batch. Each path is followed once, when first needed, so that `worksheets.add()` adds one sheet however
 * many actions use what it gave.
 */
export class ObjectPaths {
  private readonly resolved = new Map<number, ApiObject | null>();

  constructor(
    private readonly session: ApiSession,
    private readonly paths: Readonly<Record<string, WirePath>>,
    private readonly creatable: CreatableTypes,
  ) {}

  /** The object at a path; null is a null object, and so is everything below it. */
  object(id: number): ApiObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (!path) throw new ApiError('InvalidObjectPath');
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  /** The arguments of a call: objects where the wire names paths, `undefined` for those left out. */
  values(info: ArgumentInfo | undefined): unknown[] {
    return (info?.Arguments ?? []).map(
      (value, index) => this.value(value, info?.ReferencedObjectPathIds?.[index] ?? 0) ?? undefined,
    );
  }

  /** A value in which `{ _ObjectPathId }` stands for an object. */
  value(value: Json | undefined, referenced: ReferencedPaths = 0): unknown {
    if (typeof referenced === 'number' && referenced !== 0) return this.object(referenced);
    if (isList(value)) {
      const below = isList(referenced) ? referenced : [];
      return value.map((item, index) => this.value(item, below[index] ?? 0));
    }
    if (typeof value === 'object' && value !== null) {
      const path = value._ObjectPathId;
      if (typeof path === 'number') return this.object(path);
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.value(item)]));
    }
    return value;
  }

  private follow(path: WirePath): ApiObject | null {
    const { ObjectPathType: type, Name: name } = path;
    if (type === pathType.globalObject) return this.session.model.root;
    if (type === pathType.nullObject) return null;
    if (type === pathType.referenceId) return this.session.references.get(name);
    if (type === pathType.newObject) return this.create(name);
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    switch (type) {
      case pathType.property:
        return this.session.navigate(parent, name);
      case pathType.method:
        return asObject(this.session.call(parent, name, this.values(path.ArgumentInfo)));
      case pathType.indexer:
        return asObject(this.session.call(parent, 'getItem', this.values(path.ArgumentInfo)));
      default:
        throw new ApiError('InvalidRequest', `Object path type ${String(type)} is unknown`);
    }
  }

  private create(name: string): ApiObject {
    const make = this.creatable[name];
    if (!make) throw new ApiError('NotImplemented', `new ${name}() is not implemented by this host`, name);
    return make();
  }
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
