import { ApiError } from '../richapi/apiError';

/** Refuses what was asked for by a name, an id or a number that nothing has: `this.getItemOrNullObject(key) ?? notFound()`. */
export const notFound = (): never => {
  throw new ApiError('ItemNotFound');
};
