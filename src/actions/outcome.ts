import type { HistoryRow } from '../core/meteo/history';
import type { MeteoPage } from '../core/meteo/page';
import type { Problem } from '../core/problem';

/** What an action did: the sheets it wrote, what it found and left as it was, and what the user should know. */
export type Outcome = { made: readonly string[]; kept: readonly string[]; problems: readonly Problem[] };

/** A météo that was made: its page, for the PDF and the preview, and what the history keeps of it. */
export type MeteoOutcome = Outcome & { page: MeteoPage; row: HistoryRow };

/** A template that was added: the KPIs that come out of its daily rows, key ones make the weather. */
export type TemplateOutcome = Outcome & { kpis: readonly { id: string; label: string; key: boolean }[] };
