/**
 * The members of a browser's window that office.js touches, for realms that have none: what it needs to find its host, load
 * its own scripts, and post messages. Nothing is drawn.
 */
export type OfficeWindow = Record<string, unknown>;

const PAGE = 'https://localhost/taskpane.html';
/** Where office.js believes it was loaded from: scripts that it asks for below this address come from its folder. */
export const OFFICE_BASE = 'https://localhost/office/';

/** A `<script>` that office.js appends to the page. */
export type ScriptElement = { src: string; onload?: () => void; onerror?: () => void };

export type WindowPorts = {
  /** `window.name`, by which office.js knows its host. */
  readonly name: string;
  readonly loadScript: (script: ScriptElement) => void;
  /** What the add-in's window posts to its parent. */
  readonly post: (text: string) => void;
  readonly language: string;
};

/** Gives a global object what it lacks of a window. Returns how to deliver a message to it, and how to leave no timer behind. */
export const completeWindow = (
  target: OfficeWindow,
  ports: WindowPorts,
): { deliver: (text: string, origin: string) => void; close: () => void } => {
  const events = new EventTarget();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const timing = timerMembers(timers);
  const members: OfficeWindow = {
    ...timing,
    ...pageMembers(ports),
    console,
    performance,
    queueMicrotask,
    structuredClone,
    URL,
    Event,
    MessageEvent: Event,
    TextEncoder,
    TextDecoder,
    addEventListener: (type: string, listener: EventListener) => {
      events.addEventListener(type, listener);
    },
    removeEventListener: (type: string, listener: EventListener) => {
      events.removeEventListener(type, listener);
    },
    dispatchEvent: (event: Event) => events.dispatchEvent(event),
  };
  for (const [name, member] of Object.entries(members)) if (!(name in target)) target[name] = member;
  // An interval of office.js must not keep a process alive, in a realm that has timers of its own either.
  Object.assign(target, { setInterval: timing.setInterval, clearInterval: timing.clearInterval });
  Object.assign(target, { window: target, self: target, top: target, name: ports.name, parent: { postMessage: ports.post } });
  return {
    deliver: (text, origin) => events.dispatchEvent(Object.assign(new Event('message'), { data: text, origin })),
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};

const timerMembers = (timers: Set<ReturnType<typeof setTimeout>>): OfficeWindow => ({
  setTimeout: (run: () => void, delay?: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, delay);
    timers.add(timer);
    return timer;
  },
  clearTimeout: (timer: ReturnType<typeof setTimeout> | undefined) => {
    if (timer) timers.delete(timer);
    clearTimeout(timer);
  },
  setInterval: (run: () => void, delay?: number) => {
    const timer = setInterval(run, delay).unref();
    timers.add(timer);
    return timer;
  },
  clearInterval: (timer: ReturnType<typeof setTimeout> | undefined) => {
    clearInterval(timer);
  },
});

const pageMembers = ({ loadScript, language }: WindowPorts): OfficeWindow => {
  const page = new URL(PAGE);
  const head = { appendChild: loadScript };
  return {
    location: {
      ...Object.fromEntries(urlParts.map((part) => [part, page[part]])),
      replace: () => undefined,
    },
    navigator: { userAgent: 'Node', language },
    history: {},
    opener: null,
    external: {},
    sessionStorage: memoryStorage(),
    localStorage: memoryStorage(),
    open: () => null,
    focus: () => undefined,
    blur: () => undefined,
    document: {
      domain: page.hostname,
      URL: page.href,
      readyState: 'complete',
      body: { appendChild: () => undefined, removeChild: () => undefined },
      addEventListener: () => undefined,
      hasFocus: () => false,
      querySelectorAll: () => [],
      getElementsByTagName: (tag: string) => elements(tag, head),
      createElement: (tag: string) => (tag === 'a' ? anchor(page) : element(tag)),
    },
  };
};

const elements = (tag: string, head: object): object[] => {
  if (tag === 'head') return [head];
  return tag === 'script' ? [{ src: `${OFFICE_BASE}office.js`, getAttribute: () => null }] : [];
};

const element = (tag: string): object => {
  const attributes: Record<string, unknown> = { tagName: tag, style: {} };
  attributes.setAttribute = (name: string, value: unknown) => {
    attributes[name] = value;
  };
  return attributes;
};

const urlParts = ['href', 'origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

/** office.js takes addresses apart by giving them to an `<a>`. */
const anchor = (page: URL): object => {
  const parts: Record<string, string> = {};
  return Object.defineProperty(parts, 'href', {
    set: (value: string) => {
      const url = new URL(value, page);
      for (const part of urlParts) if (part !== 'href') parts[part] = url[part];
    },
    get: () => parts.origin,
  });
};

const memoryStorage = (): object => {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: unknown) => {
      items.set(name, String(value));
    },
    removeItem: (name: string) => {
      items.delete(name);
    },
    clear: () => {
      items.clear();
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
};
