import type { Progress, RunOptions } from '../core/sheet/run';
import type { Steps } from '../core/steps';
import type { ExcelClient } from './client';
import { pagePace, Turns, type Pace } from './compute';

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

/**
 * The round trips of one reading or writing: each is announced, and none begins once somebody cancels, unless something has
 * been written already. What is prepared for them and made of their answers is done in slices.
 */
export class Conversation {
  private readonly turns: Turns;
  /** Something has been asked to be written. */
  private written = false;

  constructor(
    private readonly client: ExcelClient,
    readonly options: RunOptions,
    pace: Pace = pagePace,
  ) {
    this.turns = new Turns(pace);
  }

  get cancelled(): boolean {
    return this.options.signal?.aborted === true;
  }

  context(): Excel.RequestContext {
    return new this.client.Excel.RequestContext();
  }

  /** Lets the page have its turn, where 12 ms are over since the last. */
  pause(): Promise<void> {
    return this.turns.next();
  }

  /** Does work to its end in slices; that of a writing that has begun is not to be dropped. */
  during<Value>(work: Steps<Value>): Promise<Value> {
    return this.turns.during(work);
  }

  /**
   * Asks Excel what the context holds. A reading that is cancelled is dropped at once; a writing is waited for, since what it did
   * has to be taken back, or finished. The page has its turn before and after: office.js writes a request and reads an answer
   * in one go each. @throws Cancelled
   */
  async sync(context: Excel.RequestContext, doing: Progress['doing'], done: number, total: number): Promise<void> {
    await this.turns.take();
    if (this.cancelled && !this.written) throw new Cancelled();
    this.written ||= doing === 'writing';
    this.options.onProgress?.({ doing, done, total, waiting: true });
    const answered = context.sync();
    await (doing === 'reading' ? unlessCancelled(answered, this.options) : answered);
    await this.turns.take();
    this.options.onProgress?.({ doing, done, total, waiting: false });
  }

  /** Says how far it is, between two round trips. */
  progress(doing: Progress['doing'], done: number, total: number): void {
    this.options.onProgress?.({ doing, done, total, waiting: false });
  }
}
