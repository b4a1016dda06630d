import { useCallback, useEffect, useState, type ComponentType } from 'react';
import type { Problem } from '../../core/problem';
import { faultOf } from '../parts/fault';
import { PAGES, type PageProps } from '../parts/page';
import type { PageName } from './navigation';

export type ShownPage = { name: PageName; component: ComponentType<PageProps> };

/**
 * The page to show: the one asked for once its code is here, the one before it until then, so that nothing flashes. A page
 * whose code cannot be fetched leaves a problem.
 */
export const usePage = (name: PageName): { shown: ShownPage | null; problem: Problem | null; again: () => void } => {
  const [shown, setShown] = useState<ShownPage | null>(null);
  const [failed, setFailed] = useState<{ name: PageName; problem: Problem } | null>(null);
  const load = useCallback(() => {
    PAGES[name]().then(
      (component) => {
        setFailed(null);
        setShown({ name, component });
      },
      (thrown: unknown) => setFailed({ name, problem: faultOf(thrown) }),
    );
  }, [name]);
  useEffect(load, [load]);
  return { shown, problem: failed?.name === name ? failed.problem : null, again: load };
};
