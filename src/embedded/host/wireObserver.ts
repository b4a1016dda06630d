import { actionType, type BatchRequest } from '../richapi/wire';

/**
 * What a message on the wire is about. `read` and `write` are batches of `context.sync()`, as office.js itself classes them;
 * `release` is a batch that only gives back references to ranges.
 */
export type MessageKind = 'read' | 'write' | 'release' | 'startup' | 'settings' | 'command' | 'other';

export type WireMessage = {
  readonly direction: 'request' | 'response' | 'event';
  readonly kind: MessageKind;
  /** Length of the JSON in UTF-8: of the batch for reads and writes, of the whole message otherwise. */
  readonly bytes: number;
};

export type WireObserver = (message: WireMessage) => void;

export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/** Bit 0 of a batch's flags: office.js found an action in it that may change the workbook. */
const WRITES = 1;

export const batchKind = (batch: BatchRequest, flags: number): MessageKind => {
  const paths = Object.values(batch.ObjectPaths);
  if (paths.some((path) => path.Name.startsWith('Microsoft.InternalService.'))) return 'startup';
  const releases = batch.Actions.every(
    (action) =>
      action.ActionType === actionType.instantiate ||
      (action.ActionType === actionType.method && action.Name === '_RemoveReference'),
  );
  if (releases && batch.Actions.some((action) => action.ActionType === actionType.method)) return 'release';
  return (flags & WRITES) !== 0 ? 'write' : 'read';
};

/**
 * Counts round trips: give `observe` to `OfficeHost.observe`.
 *
 * What office.js itself adds: a `context.sync()` with nothing pending sends nothing. In `Excel.run` every Range made before a
 * sync is kept by reference, inside the same batch, and at the end of the run one more request releases them all; it is
 * not awaited, and counted here as a `release`. With `new Excel.RequestContext()` and `context.sync()`, or with
 * `range.untrack()` before the sync, nothing is kept and no such request is sent; a Range can then be used until the next
 * sync only and has to be asked for again after it, which costs no round trip.
 */
export class WireCounter {
  reads = 0;
  writes = 0;
  releases = 0;
  /** Largest batch sent and largest answer received, in bytes. */
  largestRequest = 0;
  largestResponse = 0;

  readonly observe: WireObserver = ({ direction, kind, bytes }) => {
    if (direction === 'event') return;
    if (direction === 'response') {
      this.largestResponse = Math.max(this.largestResponse, bytes);
      return;
    }
    this.largestRequest = Math.max(this.largestRequest, bytes);
    if (kind === 'read') this.reads++;
    else if (kind === 'write') this.writes++;
    else if (kind === 'release') this.releases++;
  };

  reset(): void {
    this.reads = this.writes = this.releases = this.largestRequest = this.largestResponse = 0;
  }
}
