import type { ExpectedMeteo } from '../../core/meteo/changed-meteo';
import type { MeteoEdits } from '../../core/meteo/edits';
import type { MeteoMail } from '../../core/meteo/mail';
import type { MeteoPreparation } from '../../core/meteo/preparation';
import type { Result } from '../../core/problem';
import type { Version } from '../parts/keptDrafts';
import type { Drafts, MeteoDraft } from './drafts';
import {
  initialState,
  reduceMeteo,
  sameEdits,
  type MadePage,
  type MeteoEvent,
  type MeteoState,
  type SectionName,
} from './meteoState';
import type { MeteoWork, PastMeteos } from './meteoWork';

/** Runs something before the next frame is painted. */
type Schedule = (work: () => void) => void;

const expectedOf = ({ number, draft }: MeteoPreparation): ExpectedMeteo => ({
  number,
  row: draft.input.history.find((row) => row.number === number) ?? null,
});

/**
 * A météo being written. It outlives the pages that show it: the preview, the result and the history come and go, what was
 * typed stays; and each change is kept as a draft, so that it outlives the pane as well.
 */
export class MeteoSession {
  private current: MeteoState = initialState;
  private readonly listeners = new Set<() => void>();
  private drawing = false;
  private basis: unknown = null;
  private correction = false;
  /** The page was written here since it was prepared: the workbook's is one's own. */
  private isWritten = false;
  /** Ends the watch over what other panes type for the page. */
  private unwatch: { name: string; end: () => void } | null = null;

  constructor(
    private readonly work: MeteoWork,
    private readonly drafts: Drafts,
    private readonly schedule: Schedule,
  ) {}

  readonly state = (): MeteoState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the workbook unless what was read still stands: `basis` is another value each time the workbook is read anew. */
  open(basis: unknown): void {
    const isSame = this.basis === basis && this.current.reading.kind === 'ready';
    this.basis = basis;
    if (!isSame) void this.prepare(this.correction);
  }

  /** Drafts the météo from the workbook as it is now; what was typed stays. `correction`: of a page that was sent. */
  async prepare(correction: boolean): Promise<void> {
    this.correction = correction;
    if (this.current.reading.kind !== 'ready') this.dispatch({ type: 'reading' });
    const { issued } = this.current;
    const result = await this.work.prepare(correction, issued);
    // Of another day than the one that is wanted by now.
    if (issued !== this.current.issued) return;
    const { reading } = this.current;
    const name = result.ok ? String(result.value.number) : null;
    const isSame = reading.kind === 'ready' && name === String(reading.preparation.number);
    // Read again, what stands on the page goes before what is kept: that one is looked at when it is kept the next time.
    const kept = name === null || isSame ? null : await this.drafts.load(name);
    this.dispatch({ type: 'prepared', result, draft: kept && { ...kept.value, at: kept.at } });
    this.isWritten = false;
    if (name !== null) this.watch(name);
    this.draw();
  }

  readonly today = (): number => this.work.today();

  /** The page of another day, null for today; what was typed stays where it is the same météo. */
  async issue(day: number | null): Promise<void> {
    this.dispatch({ type: 'issued', day: day === this.work.today() ? null : day });
    await this.prepare(this.correction);
  }

  /** The page as somebody else has written it in the workbook; what was typed here goes. */
  async takeWritten(): Promise<void> {
    const { reading } = this.current;
    if (reading.kind === 'ready') await this.drafts.save(String(reading.preparation.number), null);
    this.dispatch({ type: 'cleared' });
    this.dispatch({ type: 'reading' });
    await this.prepare(this.correction);
  }

  /** The page as another pane has typed it; what was typed here goes. */
  async takeOther(): Promise<void> {
    const { other } = this.current;
    if (!other || !this.unwatch) return;
    await this.drafts.insist(this.unwatch.name);
    this.dispatch({ type: 'taken', draft: other });
    this.draw();
  }

  /** The page as it was typed here; what another pane has typed goes. */
  async keepMine(): Promise<void> {
    if (!this.unwatch) return;
    await this.drafts.insist(this.unwatch.name);
    this.dispatch({ type: 'met', other: null });
    await this.keep();
  }

  edit(edits: MeteoEdits): void {
    this.dispatch({ type: 'edited', edits });
    if (this.drawing) return;
    this.drawing = true;
    // Several keys before a frame make one drawing.
    this.schedule(() => {
      this.drawing = false;
      this.draw();
      void this.keep();
    });
  }

  toggle(section: SectionName): void {
    this.dispatch({ type: 'toggled', section });
    void this.keep();
  }

  focused(): void {
    this.dispatch({ type: 'focused' });
  }

  /** As drafted again: what was typed goes. */
  clear(): void {
    const { reading } = this.current;
    this.dispatch({ type: 'cleared' });
    this.draw();
    if (reading.kind === 'ready') void this.drafts.save(String(reading.preparation.number), null);
  }

  /** The dock's message goes with the page it belongs to: that a météo is written is said by the page of its result. */
  leave(page: 'writing' | 'result'): void {
    const { dock } = this.current;
    const belongs = dock.kind === 'done' && dock.act === 'generate' ? 'result' : page;
    if (dock.kind !== 'running' && belongs === page) this.dispatch({ type: 'left' });
  }

  /**
   * Writes the page, or shows what has to be filled in first. Tells which of the two. What somebody else has written since is
   * asked about first, unless one insists.
   */
  async generate(insists = false): Promise<'written' | 'wanting' | 'refused'> {
    const { reading, drawn, edits, refusal, issued, isDating } = this.current;
    if (reading.kind !== 'ready' || !drawn || isDating) return 'refused';
    const [lacking] = drawn.prepared.lacks;
    if (lacking) {
      this.dispatch({ type: 'wanting', requirement: lacking });
      return 'wanting';
    }
    if (refusal) {
      this.dispatch({ type: 'refused', problem: refusal });
      return 'refused';
    }
    this.dispatch({ type: 'started', act: 'generate' });
    const { preparation } = reading;
    const expected = insists || this.isWritten ? null : expectedOf(preparation);
    const result = await this.work.generate(edits, this.correction, expected, issued);
    if (!result.ok) {
      this.dispatch({ type: 'refused', problem: result.problem });
      return 'refused';
    }
    const { page, row } = result.value;
    await this.drafts.save(String(preparation.number), null);
    this.isWritten = true;
    this.dispatch({ type: 'made', made: { page, row, file: null, mailed: false } });
    return 'written';
  }

  /** The PDF of the page that was written; of the page as it is drawn where none was. */
  async savePdf(): Promise<void> {
    const { made, drawn } = this.current;
    const page = made?.page ?? drawn?.prepared.page;
    if (page)
      await this.act(
        'pdf',
        () => this.work.savePdf(page, made?.row ?? null),
        (file) => ({ type: 'saved', file }),
      );
  }

  mail(made: MadePage): Promise<Result<MeteoMail>> {
    return this.work.mail(made.page);
  }

  mailed(): void {
    this.dispatch({ type: 'mailed' });
  }

  async markSent(): Promise<void> {
    const { made } = this.current;
    if (!made) return;
    await this.act(
      'sent',
      () => this.work.markSent(made.row.number),
      ({ sent }) => ({ type: 'sent', day: sent }),
    );
    // What follows is another météo, to be read from a workbook that has changed.
    this.basis = null;
    this.correction = false;
  }

  history(): Promise<Result<PastMeteos>> {
    return this.work.history();
  }

  /** The page was taken back out of the workbook, or its sending was: what it says is read again. */
  undone(): void {
    this.basis = null;
    this.dispatch({ type: 'undone' });
  }

  /** The page that was made of this preparation before the pane was opened, to go on sending it. */
  resume(): void {
    const { reading, drawn, made } = this.current;
    if (made || reading.kind !== 'ready' || !drawn) return;
    const row = reading.preparation.draft.input.history.find(({ number }) => number === reading.preparation.number);
    if (!row) return;
    this.dispatch({ type: 'made', made: { page: drawn.prepared.page, row, file: null, mailed: false } });
    this.dispatch({ type: 'left' });
  }

  private async act<Value>(
    act: 'pdf' | 'sent',
    work: () => Promise<Result<Value>>,
    then: (value: Value) => MeteoEvent,
  ): Promise<void> {
    this.dispatch({ type: 'started', act });
    const result = await work();
    this.dispatch(result.ok ? then(result.value) : { type: 'refused', problem: result.problem });
  }

  private draw(): void {
    const { reading, edits } = this.current;
    if (reading.kind === 'ready') this.dispatch({ type: 'drawn', result: this.work.draw(reading.preparation, edits) });
  }

  /** Keeps what is typed, unless another pane has typed something else since. */
  private async keep(): Promise<void> {
    const { reading, edits, seen } = this.current;
    if (reading.kind !== 'ready') return;
    const name = String(reading.preparation.number);
    const draft = Object.keys(edits).length === 0 && seen.length === 0 ? null : { edits, seen };
    const other = await this.drafts.save(name, draft);
    if (!other) return;
    if (sameEdits(other.value.edits, edits)) {
      // Only which sections were opened: no words are at stake.
      await this.drafts.insist(name);
      await this.drafts.save(name, draft);
    } else this.meet(name, other);
  }

  private watch(name: string): void {
    if (this.unwatch?.name === name) return;
    this.unwatch?.end();
    this.unwatch = { name, end: this.drafts.watch(name, (other) => this.meet(name, other)) };
  }

  /** Another pane has typed something: shown where nothing was typed here, asked about otherwise. */
  private meet(name: string, { value, at }: Version<MeteoDraft>): void {
    const { reading, edits } = this.current;
    if (reading.kind !== 'ready' || String(reading.preparation.number) !== name) return;
    if (sameEdits(value.edits, edits)) {
      void this.drafts.insist(name);
      return;
    }
    this.dispatch({ type: 'met', other: { ...value, at } });
    if (sameEdits(edits, reading.preparation.edits)) void this.takeOther();
  }

  private dispatch(event: MeteoEvent): void {
    this.current = reduceMeteo(this.current, event);
    for (const listener of this.listeners) listener();
  }
}
