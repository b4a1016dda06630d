import { ApiError } from './apiError';
import type { ApiModel, ApiObject } from './apiClass';
import { EventRegistry } from './eventRegistry';
import { callMember, describe, readMember, writeMember, type Described, type Member } from './members';
import { References } from './references';
import type { Requirements } from './requirements';

/**
 * An add-in's access to a model: every read, write and call passes here, where what is not declared is refused by name and
 * what belongs to a requirement set that the host does not declare raises `ApiNotFound`, as in Excel.
 */
export class ApiSession {
  readonly references = new References();
  readonly events = new EventRegistry();

  constructor(
    readonly model: ApiModel,
    private readonly requirements?: Requirements,
  ) {}

  /** A property that holds another object; null is a null object. */
  navigate(object: ApiObject, wireName: string): ApiObject | null {
    const { api, member } = this.member(object, wireName);
    if (member.kind !== 'navigation') throw ApiError.notImplemented(api.name, member.name);
    return asObject(this.locating(object, member.name, () => readMember(object, member.name)));
  }

  /** A scalar's value, `undefined` where a load of everything must leave it out. */
  read(object: ApiObject, name: string, asked: 'by name' | 'with all'): unknown {
    const { api } = describe(object);
    if (this.requirements?.allows(api.name, name) === false) {
      if (asked === 'with all') return undefined;
      throw apiNotFound(api.name, name);
    }
    return this.locating(object, name, () => readMember(object, name)) ?? null;
  }

  write(object: ApiObject, wireName: string, value: unknown): void {
    const { api, member } = this.member(object, wireName);
    if (member.kind === 'navigation' && isRecord(value)) {
      const child = this.navigate(object, member.name);
      if (child) for (const [name, state] of Object.entries(value)) this.write(child, name, state);
      return;
    }
    if (member.kind !== 'scalar') throw ApiError.notImplemented(api.name, member.name);
    this.locating(object, member.name, () => {
      writeMember(object, member.name, value);
    });
  }

  /** Calls a method, or registers for an event where the wire name says so. */
  call(object: ApiObject, wireName: string, values: readonly unknown[]): unknown {
    const { api, member } = this.member(object, wireName);
    switch (member.kind) {
      case 'event':
        this.events.change(object, member.wire, member.register);
        return null;
      case 'method':
      case 'internalMethod':
        return this.locating(object, member.name, () => callMember(object, member.name, values));
      default:
        throw ApiError.notImplemented(api.name, member.name);
    }
  }

  /** The member that a `load` names, whose absence is the add-in's mistake unless the typings know it. */
  loadable(object: ApiObject, lowerCaseName: string): Member {
    const { api, members } = describe(object);
    const member = members.get(lowerCaseName);
    if (member && (member.kind === 'scalar' || member.kind === 'navigation')) return member;
    const spelling = this.requirements?.spelling(api.name, lowerCaseName);
    if (spelling) throw this.refusal(api.name, spelling);
    throw new ApiError('InvalidArgument', undefined, `${api.name}.load`);
  }

  private member(object: ApiObject, wireName: string): Described & { readonly member: Member } {
    const description = describe(object);
    const { api, members } = description;
    const member = members.get(wireName.toLowerCase());
    if (!member) throw this.refusal(api.name, this.requirements?.spelling(api.name, wireName) ?? memberSpelling(wireName));
    if (member.kind !== 'internalMethod' && this.requirements?.allows(api.name, member.name) === false)
      throw apiNotFound(api.name, member.name);
    return { ...description, member };
  }

  /** An undeclared member is unknown to a host of an older requirement set, and not implemented by this one. */
  private refusal(className: string, name: string): ApiError {
    return this.requirements?.allows(className, name) === false
      ? apiNotFound(className, name)
      : ApiError.notImplemented(className, name);
  }

  /** Names the member in errors that do not say where they come from. */
  private locating<T>(object: ApiObject, name: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof ApiError && error.location === '') error.location = `${describe(object).api.name}.${name}`;
      throw error;
    }
  }
}

const apiNotFound = (className: string, name: string): ApiError => new ApiError('ApiNotFound', undefined, `${className}.${name}`);

/** `PivotTables` as the typings would spell it: `pivotTables`. */
const memberSpelling = (wireName: string): string => wireName.charAt(0).toLowerCase() + wireName.slice(1);

export const asObject = (value: unknown): ApiObject | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') throw new Error(`An API object was expected, not ${typeof value}`);
  return value;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
