import type { UndoReceipt } from './undo';

/** What a host tells: one before each round trip and one after it, and one when the add-in's own work between them begins. */
export type Progress = {
  doing: 'reading' | 'computing' | 'writing';
  /** Sheets that are read or written, of how many; 0 of 0 while their number is not known. */
  done: number;
  total: number;
  /** True while the host has been asked and has not answered; false while the add-in itself works. */
  waiting: boolean;
};

/** An AbortSignal, as far as a host needs it. */
type CancelSignal = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** What is asked of a host beyond the reading and writing itself. */
export type RunOptions = {
  /** Once aborted, what is being read is dropped, and what was written is taken back where that is possible. */
  signal?: CancelSignal;
  onProgress?: (progress: Progress) => void;
  /** Asks each write to remember what it finds, and gives what undoes it; null where it cannot be undone exactly. */
  onWritten?: (receipt: UndoReceipt | null) => void;
};
