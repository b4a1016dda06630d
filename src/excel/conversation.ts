import type { Progress, RunOptions } from '../core/sheet/run';
import type { ExcelClient } from './client';

/** Thrown out of a round trip that was cancelled; `attempt` turns it into a value. */
export class Cancelled extends Error {}

/** Answers when the work does, unless it is cancelled before: then at once, whatever becomes of the work. */
const unlessCancelled = <T>(work: Promise<T>, { signal }: RunOptions): Promise<T> => {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(new Cancelled());
    const settled = (): void => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(settled);
  });
};

/** The round trips of one reading or writing: each is announced, and no reading begins once somebody cancels. */
export class Conversation {
  constructor(
    private readonly client: ExcelClient,
    readonly options: RunOptions,
  ) {}

  get cancelled(): boolean {
    return this.options.signal?.aborted === true;
  }

  context(): Excel.RequestContext {
    return new this.client.Excel.RequestContext();
  }

  /**
   * Asks Excel what the context holds. A reading that is cancelled is dropped at once; a writing is waited for, since what it did
   * has to be taken back, or finished. @throws Cancelled
   */
  async sync(context: Excel.RequestContext, doing: Progress['doing'], done: number, total: number): Promise<void> {
    if (doing === 'reading' && this.cancelled) throw new Cancelled();
    this.options.onProgress?.({ doing, done, total, waiting: true });
    const answered = context.sync();
    await (doing === 'reading' ? unlessCancelled(answered, this.options) : answered);
    this.options.onProgress?.({ doing, done, total, waiting: false });
  }

  /** Says how far it is, between two round trips. */
  progress(doing: Progress['doing'], done: number, total: number): void {
    this.options.onProgress?.({ doing, done, total, waiting: false });
  }
}
