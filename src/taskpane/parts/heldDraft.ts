import type { KeptDrafts, Version } from './keptDrafts';

/** `restored`: clock time of what was taken up again. `other`: what another pane has typed meanwhile, to choose from. */
export type HeldState<Value> = { restored: number | null; other: Version<Value> | null };

/**
 * The draft of one form while it is open: what is typed is kept, what was kept is shown again, and what another pane types is
 * shown where nothing was typed here, and asked about otherwise.
 */
export class HeldDraft<Value> {
  private current: HeldState<Value> = { restored: null, other: null };
  private typed: Value | null = null;
  private started = false;
  private unwatch: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  /** `show` puts a draft on the page. */
  constructor(
    private readonly drafts: KeptDrafts<Value>,
    readonly name: string,
    private readonly show: (value: Value) => void,
  ) {}

  readonly state = (): HeldState<Value> => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up what was kept, and listens to other panes until `stop`. */
  async start(): Promise<void> {
    this.unwatch = this.drafts.watch(this.name, (other) => this.meet(other));
    const kept = await this.drafts.load(this.name);
    this.started = true;
    if (!kept) await this.keep();
    else if (this.typed === null) this.take(kept);
    else if (JSON.stringify(kept.value) === JSON.stringify(this.typed)) this.change({ restored: kept.at });
    // Somebody typed before what was kept was here.
    else this.change({ other: kept });
  }

  stop(): void {
    this.unwatch?.();
    this.unwatch = null;
  }

  /** What stands on the page now; null where that is nothing of a person's. */
  type(value: Value | null): void {
    if (JSON.stringify(value) === JSON.stringify(this.typed)) return;
    this.typed = value;
    if (this.started && !this.current.other) void this.keep();
  }

  async takeOther(): Promise<void> {
    const { other } = this.current;
    if (!other) return;
    await this.drafts.insist(this.name);
    this.take(other);
  }

  async keepMine(): Promise<void> {
    await this.drafts.insist(this.name);
    this.change({ other: null });
    await this.keep();
  }

  /** What was typed is in the workbook, or given up: nothing of it is kept. */
  async drop(): Promise<void> {
    this.typed = null;
    this.change({ restored: null });
    await this.drafts.save(this.name, null);
  }

  private async keep(): Promise<void> {
    const other = await this.drafts.save(this.name, this.typed);
    if (other) this.change({ other });
  }

  private meet(other: Version<Value>): void {
    if (this.typed !== null) this.change({ other });
    else void this.drafts.insist(this.name).then(() => this.take(other));
  }

  private take({ value, at }: Version<Value>): void {
    this.typed = value;
    this.change({ restored: at, other: null });
    this.show(value);
  }

  private change(more: Partial<HeldState<Value>>): void {
    this.current = { ...this.current, ...more };
    for (const listener of this.listeners) listener();
  }
}
