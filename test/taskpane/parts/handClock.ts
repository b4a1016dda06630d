import type { Clock } from '../../../src/taskpane/parts/watchedWorkbook';

/** A clock that stands until it is moved on. */
export const handClock = (): Clock & { advance: (milliseconds: number) => void } => {
  let time = 0;
  let timers: { at: number; work: () => void }[] = [];
  return {
    now: () => time,
    later: (milliseconds, work) => {
      const timer = { at: time + milliseconds, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (milliseconds) => {
      const end = time + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        time = next.at;
        next.work();
      }
      time = end;
    },
  };
};
