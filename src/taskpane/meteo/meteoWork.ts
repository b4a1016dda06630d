import type { MeteoOutcome } from '../../actions/outcome';
import type { Language } from '../../core/meteo/content';
import type { ExpectedMeteo } from '../../core/meteo/changed-meteo';
import type { MeteoEdits } from '../../core/meteo/edits';
import type { HistoryRow } from '../../core/meteo/history';
import type { MeteoMail } from '../../core/meteo/mail';
import type { MeteoPage } from '../../core/meteo/page';
import type { MeteoPreparation } from '../../core/meteo/preparation';
import { done, refused, type Result } from '../../core/problem';
import type { WorkbookPort } from '../../core/sheet/workbook';
import { atOnce, type Steps } from '../../core/steps';
import { faultOf } from '../parts/fault';
import type { Preparation } from '../preparation';
import type { SavedFile } from '../savePdf';
import type { DrawnPage } from './meteoState';

/** The météos of a workbook, and the days that may lie between two. */
export type PastMeteos = { rows: readonly HistoryRow[]; cadence: number };

/** What writing a météo asks of the workbook and of the computer. */
export type MeteoWork = {
  /** Serial of the day it is. */
  today: () => number;
  /** `issued`: the day that the page is made for; null: today. */
  prepare: (correction: boolean, issued: number | null) => Promise<Result<MeteoPreparation>>;
  /** The page with a person's edits and its picture, at once. */
  draw: (preparation: MeteoPreparation, edits: MeteoEdits) => Result<DrawnPage>;
  /** `expected`: what the page was prepared from; null to write it whatever somebody else has written since. */
  generate: (
    edits: MeteoEdits,
    correction: boolean,
    expected: ExpectedMeteo | null,
    issued: number | null,
  ) => Promise<Result<MeteoOutcome>>;
  /** `row`: of a page that was written in the workbook; sent, the file says so as the sheet does. */
  savePdf: (page: MeteoPage, row: HistoryRow | null) => Promise<Result<SavedFile>>;
  mail: (page: MeteoPage) => Promise<Result<MeteoMail>>;
  markSent: (number: number) => Promise<Result<{ sent: number }>>;
  history: () => Promise<Result<PastMeteos>>;
};

type Ready = <Value>(result: Result<Value>) => Promise<Result<Value>>;

/** What the work stands on. */
export type Surroundings = {
  port: WorkbookPort;
  language: Language;
  /** Serial of the day it is. */
  today: () => number;
  now: () => Date;
  preparation: Preparation;
  ready: Ready;
};

const DAYS_BETWEEN = 15;

/** The work over a workbook. Its code comes with the first preparation; the PDF's and the mail's when they are asked for. */
export const meteoWork = async ({ port, language, today, now, preparation, ready }: Surroundings): Promise<MeteoWork> => {
  const [{ prepareMeteo }, { generateMeteo }, { pageOf }, { previewSvg }, { shownOf }] = await Promise.all([
    import('../../actions/prepareMeteo'),
    import('../../actions/generateMeteo'),
    import('../../core/meteo/preparation'),
    import('../../core/meteo/preview'),
    import('./paneWords'),
  ]);
  const answered = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await ready(await work());
    } catch (thrown) {
      return ready(refused(faultOf(thrown)));
    }
  };
  function* drawing(prepared: MeteoPreparation, edits: MeteoEdits): Steps<Result<DrawnPage>> {
    const page = pageOf(prepared, edits);
    yield undefined;
    if (!page.ok) return page;
    const shown = shownOf(prepared, page.value, language);
    return done({ prepared: page.value, picture: previewSvg(page.value.page), shown }, page.problems);
  }
  /** The first drawing is the slowest, for its code has never run: it is made while the page still waits. */
  let first: { of: MeteoPreparation; drawn: Result<DrawnPage> } | null = null;
  return {
    today,
    prepare: (correction, issued) =>
      answered(async () => {
        await preparation.started();
        const prepared = await prepareMeteo(port, {
          language,
          issued: issued ?? today(),
          ...(correction && { correction }),
        });
        if (!prepared.ok) return prepared;
        const drawn = await port.compute(drawing(prepared.value, prepared.value.edits));
        if (drawn.ok) first = { of: prepared.value, drawn };
        return prepared;
      }),
    draw: (prepared, edits) =>
      first?.of === prepared && edits === prepared.edits ? first.drawn : atOnce(drawing(prepared, edits)),
    generate: (edits, correction, expected, issued) =>
      answered(async () => {
        const started = await preparation.started();
        const minutes = Math.max(1, Math.round((now().getTime() - started.getTime()) / 60_000));
        const made = await generateMeteo(port, {
          language,
          issued: issued ?? today(),
          minutes,
          edits,
          ...(correction && { correction }),
          ...(expected && { expected }),
        });
        if (made.ok) await preparation.finished();
        return made;
      }),
    savePdf: (page, row) =>
      answered(async () => {
        const [{ savePdf }, { sentPage }] = await Promise.all([import('../savePdf'), import('../../core/meteo/freeze')]);
        return savePdf(port, row && row.sent !== null ? sentPage(page, row, row.sent) : page, now());
      }),
    mail: (page) =>
      answered(async () => {
        const { meteoMail } = await import('../../core/meteo/mail');
        return done(meteoMail(page.content));
      }),
    markSent: (number) =>
      answered(async () => {
        const { markSent } = await import('../../actions/markSent');
        return markSent(port, { language, number, today: today() });
      }),
    history: () =>
      answered(async () => {
        const [{ readHistory }, { readSettings }, workbook] = await Promise.all([
          import('../../core/meteo/history'),
          import('../../core/client/settings'),
          port.read(),
        ]);
        if (!workbook.ok) return workbook;
        const cadence = readSettings(workbook.value, language)?.cadence ?? DAYS_BETWEEN;
        return done({ rows: readHistory(workbook.value), cadence });
      }),
  };
};
