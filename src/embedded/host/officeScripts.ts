import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/** Folder of Microsoft's client as it was published. @throws Error where it is not installed. */
const officeFolder = (): string => join(dirname(createRequire(__filename).resolve('@microsoft/office-js/package.json')), 'dist');

type Compiled = { readonly script: vm.Script; readonly cache: string; stale: boolean };

/**
 * The client's scripts, each read and compiled once in a process. V8's code cache is kept in `.cache/` of the project, so that
 * the next process need not compile 2 MB again; without a writable folder everything works the same, slower.
 */
export class OfficeScripts {
  private static readonly compiled = new Map<string, Compiled>();

  constructor(
    private readonly folder: string = officeFolder(),
    private readonly cacheFolder: string = join(folder, '../../../../.cache/office-js'),
  ) {}

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  run(file: string, context: vm.Context): void {
    this.compile(file).script.runInContext(context);
  }

  /** Writes the code cache, with the functions that start-up has compiled; to be called when the client is ready. */
  keepCompiled(): void {
    for (const compiled of OfficeScripts.compiled.values()) {
      if (!compiled.stale) continue;
      compiled.stale = false;
      try {
        mkdirSync(this.cacheFolder, { recursive: true });
        const partial = `${compiled.cache}.${String(process.pid)}`;
        writeFileSync(partial, compiled.script.createCachedData());
        renameSync(partial, compiled.cache);
      } catch {
        // A read-only checkout: the cache only saves time.
        return;
      }
    }
  }

  private compile(file: string): Compiled {
    const path = join(this.folder, file);
    const known = OfficeScripts.compiled.get(path);
    if (known) return known;
    const source = readFileSync(path, 'utf8');
    const cache = join(this.cacheFolder, `${file.replace(/\W/g, '-')}-${String(source.length)}-${process.version}`);
    const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
    const script = new vm.Script(source, { filename: path, ...(cachedData && { cachedData }) });
    const compiled = { script, cache, stale: !cachedData || script.cachedDataRejected === true };
    OfficeScripts.compiled.set(path, compiled);
    return compiled;
  }
}
