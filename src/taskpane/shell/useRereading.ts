import { useContext, useEffect, useRef } from 'react';
import { Rereading } from '../parts/rereading';
import { RunContext } from '../parts/useRun';
import { systemClock } from '../parts/watchedWorkbook';
import type { Flow } from '../useFlow';

/** The pane follows the workbook: what somebody else changes is read again, quietly. */
export const useRereading = (flow: Flow): void => {
  const context = useContext(RunContext);
  const latest = useRef(flow);
  useEffect(() => {
    latest.current = flow;
  });
  useEffect(() => {
    if (!context?.watch) return undefined;
    const rereading = new Rereading({
      run: context.workbook,
      clock: systemClock,
      isVisible: () => document.visibilityState === 'visible',
      read: () => latest.current.follow(),
      lastRead: () => latest.current.lastRead(),
    });
    let stop: (() => unknown) | null = null;
    let isOver = false;
    const watched = context
      .watch(({ remote }) => rereading.changed(remote))
      .then((found) => {
        if (isOver) void found?.();
        else stop = found;
      });
    // Without a word where Excel does not tell: the pane then looks when somebody comes back to it.
    watched.catch(() => undefined);
    const returned = (): void => rereading.returned(stop !== null);
    window.addEventListener('focus', returned);
    document.addEventListener('visibilitychange', returned);
    return () => {
      isOver = true;
      stop?.();
      rereading.stop();
      window.removeEventListener('focus', returned);
      document.removeEventListener('visibilitychange', returned);
    };
  }, [context]);
};
