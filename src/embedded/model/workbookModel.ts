import type { Book } from '../book/book';
import type { ApiModel } from '../richapi/apiClass';
import { Session, type Calculator, type SessionOptions } from './session';
import { Workbook } from './workbook';

/**
 * The objects of a workbook for `richapi` to serve: the root, its events, and recalculation at the end of each batch (unless
 * calculation is manual). `locale` decides the names Excel invents (`Feuil2`, `Tableau1`) and `cultureInfo`, nothing else.
 *
 * ```ts
 * const book = blankBook();
 * const model = workbookModel(book, new Calculation(book), { locale: 'fr-FR' });
 * ```
 */
export const workbookModel = (book: Book, calculator: Calculator, options: Partial<SessionOptions> = {}): ApiModel => {
  return modelOf(new Session(book, calculator, { locale: 'en-US', readOnly: false, ...options }));
};

/** The same of a session that others drive too. */
export const modelOf = (session: Session): ApiModel => ({
  root: new Workbook(session),
  events: session.events,
  endBatch: () => session.endBatch(),
});
