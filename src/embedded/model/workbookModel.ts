import type { ApiModel } from '../richapi/apiClass';
import type { Session } from './session';
import { Workbook } from './workbook';

/**
 * The objects of a workbook for `richapi` to serve: the root, its events, and recalculation at the end of each batch (unless
 * calculation is manual). Several hosts may serve one session; its `locale` decides the names Excel invents (`Feuil2`,
 * `Tableau1`) and `cultureInfo`, nothing else.
 *
 * ```ts
 * const book = blankBook();
 * const model = workbookModel(new Session(book, new Calculation(book), { locale: 'fr-FR', readOnly: false }));
 * ```
 */
export const workbookModel = (session: Session): ApiModel => ({
  root: new Workbook(session),
  events: session.events,
  endBatch: () => session.endBatch(),
});
