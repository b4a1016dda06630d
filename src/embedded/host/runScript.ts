import vm from 'node:vm';

/** What an Office.js script sees of its host. */
export type ScriptHost = {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
};

export type ScriptOptions = {
  /** Named in error stacks. */
  readonly fileName?: string;
  /** What the script's `console` is; the process's own unless given. */
  readonly console?: Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug'>;
};

const PARAMETERS = ['Excel', 'Office', 'OfficeExtension', 'console'];

/**
 * Runs ordinary Office.js script text as the body of an async function: `await` and `return` may stand at its top level, and
 * `Excel`, `Office`, `OfficeExtension` and `console` are in scope. Runs that the script started without waiting for them
 * are waited for, so that a plain `Excel.run(async (context) => {…})` is complete.
 *
 * Gives what the script returns, else what its last `Excel.run` gave. Rejects with the script's own error:
 * `OfficeExtension.Error` with `code` and `debugInfo` where the host refused something, SyntaxError where it is no script.
 */
export const runScript = async (source: string, host: ScriptHost, options: ScriptOptions = {}): Promise<unknown> => {
  const body: unknown = new vm.Script(`(async (${PARAMETERS.join(', ')}) => {\n${source}\n})`, {
    filename: options.fileName ?? 'script.js',
    lineOffset: -1,
  }).runInThisContext();
  if (typeof body !== 'function') throw new TypeError('A script was expected');
  const runs: Promise<unknown>[] = [];
  const scope = [recordingRuns(host.Excel, runs), host.Office, host.OfficeExtension, options.console ?? console];
  const returned: unknown = await Reflect.apply(body, undefined, scope);
  let lastOfRuns: unknown;
  // A run may start another one; errors stay with the promise that the script has.
  for (const run of runs)
    lastOfRuns = await run.then(
      (result) => result,
      () => undefined,
    );
  return returned === undefined ? lastOfRuns : returned;
};

/** The same namespace, whose `run` also leaves its promise in a list. */
const recordingRuns = (excel: typeof Excel, runs: Promise<unknown>[]): typeof Excel =>
  new Proxy(excel, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (name !== 'run' || typeof member !== 'function') return member;
      return (...values: unknown[]): Promise<unknown> => {
        const run = Promise.resolve(Reflect.apply(member, target, values) as unknown);
        runs.push(run);
        return run.then((result) => result);
      };
    },
  });
