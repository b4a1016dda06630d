import type { ApiEvent, ApiEventWire, ApiObject, Json } from './apiClass';

/** One event for one handler of office.js: the event's number, whose handlers are meant, and what they are told. */
export type EventMessage = { readonly type: number; readonly target: string; readonly args: Readonly<Record<string, Json>> };

/** Which events the add-in listens to, by number and target. */
export class EventRegistry {
  private readonly registered = new Map<string, number>();

  change(object: ApiObject, wire: ApiEventWire, register: boolean): void {
    const key = keyOf(wire.type, eventTarget(object));
    const count = (this.registered.get(key) ?? 0) + (register ? 1 : -1);
    if (count > 0) this.registered.set(key, count);
    else this.registered.delete(key);
  }

  /** What an event of the model becomes on the wire: one message for each target that listens. */
  messages(event: ApiEvent): EventMessage[] {
    return event.targets
      .filter((target) => this.registered.has(keyOf(event.type, target)))
      .map((target) => ({ type: event.type, target, args: event.args }));
  }
}

const keyOf = (type: number, target: string): string => `${String(type)} ${target}`;

/** Target by which office.js names the document as a whole. */
const WHOLE_DOCUMENT = 'Workbook';

/** The id under which office.js waits for the object's events: its own, or the document's for collections. */
const eventTarget = (object: ApiObject): string => {
  if ('eventTarget' in object) return String(object.eventTarget);
  return 'id' in object ? String(object.id) : WHOLE_DOCUMENT;
};
