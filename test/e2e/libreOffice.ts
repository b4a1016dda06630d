import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice trusts the values that a file holds unless its profile says otherwise: 0 recalculates on load, always. */
const settings = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;

/** A folder and a LibreOffice profile of a test's own, removed at its end. */
export class LibreOffice {
  private constructor(readonly folder: string) {}

  static async start(locale = 'fr-FR'): Promise<LibreOffice> {
    const folder = await mkdtemp(join(tmpdir(), 'meteo-'));
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings(locale));
    return new LibreOffice(folder);
  }

  /** Converts a file, all of it recalculated, and gives the path of the result. `filter` as `pdf`, or `xlsx:Calc MS Excel 2007 XML`. */
  async convert(file: string, filter: string): Promise<string> {
    const [made = ''] = await this.convertAll([file], filter);
    return made;
  }

  /** Converts files in one run of the program, which takes longer to start than to convert one. */
  async convertAll(files: readonly string[], filter: string): Promise<string[]> {
    const out = join(this.folder, 'converted');
    const profile = `-env:UserInstallation=file://${join(this.folder, 'profile')}`;
    await run('soffice', [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', out, ...files], {
      timeout: 150_000 + 5_000 * files.length,
    });
    return files.map((file) => join(out, `${basename(file, extname(file))}.${filter.split(':')[0] ?? ''}`));
  }

  async end(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Number of pages, and size of one of them (the first unless named) in millimetres, as poppler sees them. */
export const pdfFacts = async (file: string, page = 1): Promise<{ pages: number; width: number; height: number }> => {
  const { stdout } = await run('pdfinfo', ['-f', String(page), '-l', String(page), file]);
  const size = /Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/.exec(stdout);
  const millimetres = (points: string | undefined): number => (Number(points) / 72) * 25.4;
  return { pages: Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]), width: millimetres(size?.[1]), height: millimetres(size?.[2]) };
};

/** The text of a PDF, page after page. */
export const pdfText = async (file: string): Promise<string> => (await run('pdftotext', ['-layout', file, '-'])).stdout;
