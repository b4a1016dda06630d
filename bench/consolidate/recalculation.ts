import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice recalculates a file when it loads it: always (0) or never (1). */
const settings = (mode: 0 | 1): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${String(mode)}</value></prop></item>
</oor:items>`;

/**
 * Seconds of processor time that LibreOffice takes to open a file and give its first sheet as text, in a profile of its own.
 * What else runs on the machine does not count.
 */
class Opening {
  private constructor(
    private readonly folder: string,
    private readonly profile: string,
  ) {}

  static async prepare(folder: string, mode: 0 | 1): Promise<Opening> {
    const profile = join(folder, `profile-${String(mode)}`);
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings(mode));
    return new Opening(folder, profile);
  }

  async seconds(file: string): Promise<number> {
    const office = `soffice -env:UserInstallation=file://${this.profile} --headless --norestore --convert-to csv --outdir '${this.folder}' '${file}'`;
    // The shell's own count of what its children used: user and system, minutes and seconds.
    const { stdout } = await run('sh', ['-c', `${office} >/dev/null 2>&1; times`], { timeout: 600_000 });
    const children = stdout.trim().split('\n').at(-1) ?? '';
    return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
      0,
    );
  }
}

export type Recalculation = { load: number; recalculation: number };

/**
 * What a full recalculation of each file costs LibreOffice: the time to open it recalculated, less the time to open it with
 * the values it holds; the best of some rounds, in which the files take turns.
 */
export const recalculations = async (
  files: Readonly<Record<string, Uint8Array>>,
  rounds: number,
): Promise<Record<string, Recalculation>> => {
  const folder = await mkdtemp(join(tmpdir(), 'meteo-bench-'));
  try {
    const [always, never] = [await Opening.prepare(folder, 0), await Opening.prepare(folder, 1)];
    const best: Record<string, { load: number; whole: number }> = {};
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, bytes]): Promise<[string, string]> => {
        const path = join(folder, `${name}.xlsx`);
        await writeFile(path, bytes);
        return [name, path];
      }),
    );
    // The first start of a profile sets it up.
    for (const opening of [always, never]) await opening.seconds(paths[0]?.[1] ?? '');
    for (let round = 0; round < rounds; round++)
      for (const [name, path] of paths) {
        const before = best[name] ?? { load: Infinity, whole: Infinity };
        best[name] = {
          load: Math.min(before.load, await never.seconds(path)),
          whole: Math.min(before.whole, await always.seconds(path)),
        };
      }
    return Object.fromEntries(
      Object.entries(best).map(([name, { load, whole }]) => [name, { load, recalculation: whole - load }]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
