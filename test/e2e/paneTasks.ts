import type { Page } from 'playwright-core';
import { frameOf } from './paneDriver';
import { scriptSources } from './scriptSources';
import { profileOf, type TraceEvent } from './traceProfile';

/**
 * How long the pane holds its page's main thread.
 *
 * Beside the workbench, the pane shares its main thread with a program that stands in for Excel: the browser's own list of long
 * tasks counts both, and what else the machine does meanwhile. So a trace is recorded instead, and of each of its tasks
 * counts the processor time (`tdur`), less that of what ran for the other page's frame. What a task says no frame of (garbage,
 * compositing, waking promises) counts as the pane's where the pane did anything in it: rather too much than too little.
 */
export type PaneTask = {
  /** Processor time of the pane in its longest task, in milliseconds. */
  longest: number;
  /** How many tasks took more than 50 ms. */
  long: number;
  /** Processor time of the pane in all, in milliseconds. */
  all: number;
  /** Processor time of its thread, with that of the page around it: in all, and in the longest task. */
  around: { all: number; longest: number };
  /** What the longest task was about: functions that take a third of it or more, from the outermost in. */
  functions: readonly string[];
};

/** Above this, by the W3C's definition, a task is long. */
export const LONG_TASK = 50;

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'disabled-by-default-v8.cpu_profiler',
  '__metadata',
];

/** When recording begins, the engine stops in the middle of a script to list all its code: the recorder's time, a quarter of a second. */
const RECORDER = 'V8.InvokeApiInterruptCallbacks';

/** Milliseconds after what was waited for, in which what it leads to is drawn. */
const AFTERMATH = 400;

type Framed = { frame?: string };

/** Frame that an event ran for, where it says one. */
const frameOfEvent = ({ args }: TraceEvent): string | undefined => {
  const { data, beginData } = args as { data?: Framed; beginData?: Framed };
  return data?.frame ?? beginData?.frame;
};

const ends = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** Events that say their frame and stand in no other such event, in order. */
const outermost = (events: readonly TraceEvent[]): TraceEvent[] => {
  const found: TraceEvent[] = [];
  for (const event of events) {
    const last = found.at(-1);
    if (!last || event.ts >= ends(last)) found.push(event);
  }
  return found;
};

const isIn =
  (outer: TraceEvent) =>
  ({ ts }: TraceEvent): boolean =>
    ts >= outer.ts && ts < ends(outer);

/** Processor time of some events, in microseconds. */
const spent = (events: readonly TraceEvent[]): number => events.reduce((sum, { tdur = 0 }) => sum + tdur, 0);

/** The frame of the pane as the browser numbers it. */
const paneFrame = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.detach();
  const pane = frameTree.childFrames?.find(({ frame }) => frame.url.includes('taskpane.html'));
  if (!pane) throw new Error('no pane');
  return pane.frame.id;
};

/** Threads that pages ran on: of those that say a frame, the main ones, since scripts are also compiled beside them. */
const mainThreads = (events: readonly TraceEvent[]): ReadonlySet<string> => {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map((event) => threadOf(event)),
  );
  return new Set(
    events.flatMap((event) => (frameOfEvent(event) !== undefined && main.has(threadOf(event)) ? [threadOf(event)] : [])),
  );
};

/** Does something in the page, and says what the pane's main thread was held for meanwhile. */
export const paneTask = async (page: Page, act: () => Promise<void>): Promise<PaneTask> => {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  await page.waitForTimeout(AFTERMATH);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const pane = await paneFrame(page);
  const threads = mainThreads(traceEvents);
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid} ${tid}`))
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const framed = outermost(events.filter((event) => frameOfEvent(event) !== undefined));
  const profile = profileOf(traceEvents, new Set(events.map(({ pid }) => pid)));
  const scripts = new Set(
    (await frameOf(page).evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).filter((name) =>
      name.endsWith('.js'),
    ),
  );

  const interrupts = outermost(events.filter(({ name }) => name === RECORDER));
  let first = 0;
  const tasks = outermost(events.filter(({ name }) => name === 'RunTask')).map((task) => {
    while (first < framed.length && ends(framed[first] ?? task) <= task.ts) first++;
    const inside: TraceEvent[] = [];
    for (let at = first; at < framed.length; at++) {
      const event = framed[at];
      if (!event || event.ts >= ends(task)) break;
      inside.push(event);
    }
    const isPane = (event: TraceEvent): boolean => frameOfEvent(event) === pane;
    const others = inside.filter((event) => !isPane(event));
    const touched = inside.some(isPane) || (others.length === 0 && profile.ranScript(task.ts, ends(task), scripts));
    const recording = interrupts.filter(isIn(task));
    const own = recording.filter((event) => !others.some((other) => isIn(other)(event)));
    return {
      task,
      milliseconds: touched ? ((task.tdur ?? 0) - spent(others) - spent(own)) / 1000 : 0,
      around: ((task.tdur ?? 0) - spent(recording)) / 1000,
    };
  });
  const longest = tasks.reduce((most, next) => (next.milliseconds > most.milliseconds ? next : most), {
    task: null as TraceEvent | null,
    milliseconds: 0,
  });
  const sources = await scriptSources(page, scripts);
  return {
    longest: longest.milliseconds,
    long: tasks.filter(({ milliseconds }) => milliseconds > LONG_TASK).length,
    all: tasks.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    around: {
      all: tasks.reduce((sum, { around }) => sum + around, 0),
      longest: Math.max(0, ...tasks.map(({ around }) => around)),
    },
    functions: longest.task ? profile.heaviest(longest.task.ts, ends(longest.task), sources) : [],
  };
};
