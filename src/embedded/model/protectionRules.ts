import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { stylesIn } from './cells';
import type { Session } from './session';

/** A protected sheet refuses changes of locked cells (every cell is locked until its format says otherwise). */
export const requireEditable = (session: Session, sheet: Sheet, area: Area): void => {
  requireWritable(session);
  if (!sheet.protected) return;
  for (const style of stylesIn(sheet, area))
    if (session.book.styles.get(style).protection.locked) throw new ApiError('AccessDenied');
};

/** A protected sheet refuses formats, objects and structure altogether, unless its options allow them. */
export const requireUnprotected = (session: Session, sheet: Sheet): void => {
  requireWritable(session);
  if (sheet.protected) throw new ApiError('AccessDenied');
};

export const requireFormattable = (session: Session, sheet: Sheet): void => {
  requireWritable(session);
  if (sheet.protected && sheet.protectionOptions['allowFormatCells'] !== true) throw new ApiError('AccessDenied');
};

/** A workbook with a protected structure refuses to add, remove, rename, move, hide or show sheets. */
export const requireOpenStructure = (session: Session): void => {
  requireWritable(session);
  if (session.book.structureProtected) throw new ApiError('AccessDenied');
};

export const requireWritable = (session: Session): void => {
  if (session.options.readOnly) throw new ApiError('AccessDenied');
};
