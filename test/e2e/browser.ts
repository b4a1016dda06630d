import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const root = join(__dirname, '../..');

/** Building the pages takes half a minute on an idle machine. */
export const START_TIMEOUT = 400_000;

const CHROMIUM_OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

/** Serves the production build in a process of its own; resolves when it has been compiled. */
const serve = async (port: number): Promise<() => void> => {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  // One build a test file: a change of the sources in the middle of a run would reload the pages under test.
  const once = ['--watch-options-ignored', '**'];
  const options = ['serve', '--mode', 'production', '--env', 'office=/office/office.js', '--port', String(port), ...once];
  const server = spawn(process.execPath, [webpack, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/compiled (successfully|with \d+ warning)/.test(said)) resolve();
      if (/compiled with \d+ error/.test(said)) reject(new Error(said));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => {
      reject(new Error(said));
    });
  });
  return () => {
    server.removeAllListeners('exit');
    server.kill();
  };
};

export type Workbench = {
  url: string;
  open(options?: { locale?: string; width?: number; height?: number }): Promise<Page>;
  close(): Promise<void>;
};

/**
 * The browser page over https, Microsoft's client from node_modules, and a Chromium to open it in. office.js trusts a host
 * page silently only over https and on the add-in's own hostname.
 */
export const startWorkbench = async (): Promise<Workbench> => {
  const port = await freePort();
  const stop = await serve(port);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM_OPTIONS });
  return {
    url: `https://localhost:${String(port)}/`,
    open: async ({ locale = 'fr-FR', width = 1280, height = 800 } = {}) => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale, viewport: { width, height } });
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      stop();
    },
  };
};
