import type { Result } from '../../core/problem';

/** Does an action, and once more from its reading where a co-author changed meanwhile what it was about to write over. */
export const startingOver = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  const first = await work();
  return !first.ok && first.problem.code === 'changed-while-reading' ? work() : first;
};
