import { problem, type Problem } from '../core/problem';
import { Cancelled } from './conversation';

/** An error of the client, read once; `reached` are the trace messages of the statements that were executed before it. */
export type HostError = { code: string; message: string; location: string; reached: readonly string[] };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads what `context.sync()` threw; null when it is no error of the client but a fault of ours, which is to be thrown
 * again. Recognised by its shape: the client's classes live in another realm when it runs outside a browser.
 */
export const hostError = (thrown: unknown): HostError | null => {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown) || !('debugInfo' in thrown)) return null;
  const info: unknown = thrown.debugInfo;
  const location = typeof info === 'object' && info !== null && 'errorLocation' in info ? textOf(info.errorLocation) : '';
  const message = 'message' in thrown ? textOf(thrown.message) : '';
  const traced: unknown = 'traceMessages' in thrown ? thrown.traceMessages : [];
  return {
    code: textOf(thrown.code) || 'GeneralException',
    message,
    location,
    reached: Array.isArray(traced) ? traced.map(String) : [],
  };
};

/** Stands beside the client's own codes for a conversation that was cancelled. */
const CANCELLED = 'Cancelled';

/** Codes with which Excel refuses a request before it executes any of it: nothing was written. */
const REFUSED_WHOLE = new Set([
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'ConnectionFailure',
  'ServiceNotAvailable',
  'RequestAborted',
  'ActivityLimitReached',
]);

export const refusedWhole = (error: HostError): boolean => REFUSED_WHOLE.has(error.code);

/** The answer is larger than Excel on the web sends (5 MB); a smaller one can be asked for. */
export const answerTooLarge = (error: HostError): boolean => error.code === 'ResponsePayloadSizeLimitExceeded';

/** Nothing was asked of Excel any more. */
export const wasCancelled = (error: HostError): boolean => error.code === CANCELLED;

/** The client's error as a problem that has a sentence. */
export const problemOf = (error: HostError): Problem => {
  switch (error.code) {
    case 'InvalidOperationInCellEditMode':
      return problem('cell-editing', {});
    case 'AccessDenied':
      // Excel gives one code for a protected sheet, a protected structure and a document opened for reading.
      return /read.?only/i.test(error.message) ? problem('read-only', {}) : problem('sheet-protected', {});
    case CANCELLED:
      return problem('cancelled', {});
    case 'ApiNotFound':
      return problem('host-too-old', { needed: error.location || error.message });
    default:
      return problem('host-refused', { code: error.code, message: error.message, location: error.location });
  }
};

/** Runs a conversation with Excel; an error of the client and a cancellation become values, anything else is thrown again. */
export const attempt = async <T>(work: () => Promise<T>): Promise<{ value: T } | { error: HostError }> => {
  try {
    return { value: await work() };
  } catch (thrown) {
    if (thrown instanceof Cancelled) return { error: { code: CANCELLED, message: '', location: '', reached: [] } };
    const error = hostError(thrown);
    if (!error) throw thrown;
    return { error };
  }
};
