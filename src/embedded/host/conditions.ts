import type { ApiError } from '../richapi/apiError';

/** Excel on the web refuses batches and answers above 5 MB (learn.microsoft.com, "Resource limits and performance"). */
export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Circumstances an add-in meets in Excel, to be set on a host: none of them holds at first. */
export class Conditions {
  /** The user is typing in a cell: every batch fails with `InvalidOperationInCellEditMode`. */
  cellEditing = false;
  /** Milliseconds before the host looks at a request. */
  delay = 0;
  /** Bytes above which batches and answers are refused; null is no limit. */
  payloadLimit: number | null = null;

  private refusal: { remaining: number; readonly error: ApiError } | null = null;

  /** Refuses the n-th action from now on (1 is the next one), once. Actions are instantiations, loads, calls, assignments. */
  refuseAction(nth: number, error: ApiError): void {
    this.refusal = { remaining: nth, error };
  }

  /** To be called before each action. @throws ApiError where it is the one to refuse. */
  beforeAction(): void {
    if (!this.refusal || --this.refusal.remaining > 0) return;
    const { error } = this.refusal;
    this.refusal = null;
    throw error;
  }
}
