/** An event of a Chromium trace; times in microseconds, `tdur` those of the processor. */
export type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  id?: string;
  args: Record<string, unknown>;
};

type CallFrame = { functionName: string; url?: string; lineNumber?: number; columnNumber?: number };
type ProfileNode = { id: number; parent?: number; callFrame: CallFrame };
type Chunk = {
  data: { startTime?: number; cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] }; timeDeltas?: number[] };
};

/** Where a function stands in the sources: `src/core/detect/detect.ts detect`; null for what is no source of ours. */
export type SourceOf = (frame: CallFrame) => string | null;

/** What the processor was at, moment by moment. */
export type Profile = {
  /** Did any of these scripts run between two moments? */
  ranScript: (from: number, to: number, scripts: ReadonlySet<string>) => boolean;
  /** Functions that take a third of the time between two moments, or more, from the outermost in. */
  heaviest: (from: number, to: number, sourceOf: SourceOf) => readonly string[];
};

type Sample = { at: number; stack: readonly CallFrame[] };

/** The samples of one profile, in order. */
const samplesOf = (chunks: readonly TraceEvent[]): Sample[] => {
  const nodes = new Map<number, ProfileNode>();
  const samples: Sample[] = [];
  let at = 0;
  for (const { name, args } of chunks) {
    const { data } = args as Chunk;
    if (name === 'Profile') at = data.startTime ?? 0;
    for (const node of data.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    for (const [index, id] of (data.cpuProfile?.samples ?? []).entries()) {
      at += data.timeDeltas?.[index] ?? 0;
      const stack: CallFrame[] = [];
      for (let node = nodes.get(id); node; node = node.parent === undefined ? undefined : nodes.get(node.parent))
        stack.unshift(node.callFrame);
      samples.push({ at, stack });
    }
  }
  return samples.sort((one, other) => one.at - other.at);
};

/** The profiles of some processes. */
export const profileOf = (events: readonly TraceEvent[], processes: ReadonlySet<number>): Profile => {
  const chunks = new Map<string, TraceEvent[]>();
  for (const event of events)
    if (processes.has(event.pid) && (event.name === 'Profile' || event.name === 'ProfileChunk'))
      chunks.set(`${event.pid} ${event.id ?? ''}`, [...(chunks.get(`${event.pid} ${event.id ?? ''}`) ?? []), event]);
  const samples = [...chunks.values()].flatMap(samplesOf);
  const between = (from: number, to: number): Sample[] => samples.filter(({ at }) => at >= from && at < to);
  return {
    ranScript: (from, to, scripts) =>
      between(from, to).some(({ stack }) => stack.some(({ url }) => url !== undefined && scripts.has(url))),
    heaviest: (from, to, sourceOf) => {
      const inside = between(from, to).map(({ stack }) => stack.flatMap((frame) => sourceOf(frame) ?? []));
      const counts = new Map<string, { count: number; depth: number }>();
      for (const stack of inside)
        for (const [depth, name] of [...new Set(stack)].entries()) {
          const found = counts.get(name) ?? { count: 0, depth: 0 };
          counts.set(name, { count: found.count + 1, depth: Math.max(found.depth, depth) });
        }
      return [...counts]
        .filter(([, { count }]) => count * 3 >= inside.length)
        .sort(([, one], [, other]) => one.depth - other.depth)
        .map(([name, { count }]) => `${name} ${String(Math.round((100 * count) / inside.length))}\u202f%`);
    },
  };
};
