import type { FlashContext, KeptPoint } from '../../core/flash/point';
import type { Language } from '../../core/meteo/content';
import { serialOf } from '../../core/period/serial';
import { done, type Result } from '../../core/problem';
import type { WorkbookPort } from '../../core/sheet/workbook';
import type { Watch } from '../../core/watch/watch';

/** A flash point to save: counts by their measure, the action, when it is, and what was there before. */
type FlashToSave = {
  moment: number;
  values: readonly { name: string; value: number }[];
  action: string;
  /** null to write it whatever is there by now. */
  before: Pick<KeptPoint, 'values' | 'action'> | null;
};

/** What the pages of the watch and of flash points ask of the workbook. */
export type WatchActions = {
  read(): Promise<Result<Watch>>;
  /** What the flash point of a moment is made from. */
  flash(moment: number): Promise<Result<FlashContext>>;
  /** Writes it; gives its sheet and its text. */
  save(flash: FlashToSave): Promise<Result<{ sheet: string; text: string }>>;
  /** Serial of the moment it is. */
  now(): number;
};

type Answered = <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>;

const MINUTES = 1440;

/** The watch over a workbook; `answered` makes a result of whatever happens. */
export const watchActions = (
  { port, language, now }: { port: WorkbookPort; language: Language; now: () => Date },
  answered: Answered,
): WatchActions => {
  const moment = (): number => {
    const date = now();
    const day = serialOf({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
    return day + (date.getHours() * 60 + date.getMinutes()) / MINUTES;
  };
  return {
    read: () =>
      answered(async () => {
        const { readWatch } = await import('../../actions/watch');
        return readWatch(port, { language, today: Math.floor(moment()) });
      }),
    flash: (at) =>
      answered(async () => {
        const { readFlash } = await import('../../actions/readFlash');
        const prepared = await readFlash(port, { language, moment: at });
        return prepared.ok ? done(prepared.value.context, prepared.problems) : prepared;
      }),
    save: ({ before, ...flash }) =>
      answered(async () => {
        const { saveFlash } = await import('../../actions/flash');
        const saved = await saveFlash(port, { language, ...flash, ...(before && { before }) });
        return saved.ok ? done({ sheet: saved.value.made[0] ?? '', text: saved.value.text }) : saved;
      }),
    now: moment,
  };
};
