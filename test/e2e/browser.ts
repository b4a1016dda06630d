import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';

const root = join(__dirname, '../..');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export type Workbench = {
  url: string;
  open(options?: { locale?: string; width?: number; height?: number }): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Serves the production build over https, Microsoft's client from node_modules, and a Chromium to open it in. office.js
 * trusts a host page silently only over https and on the add-in's own hostname.
 */
export const startWorkbench = async (): Promise<Workbench> => {
  const configure = require(join(root, 'webpack.config.js')) as (
    env: object,
    argv: object,
  ) => webpack.Configuration & { devServer: WebpackDevServer.Configuration };
  const config = configure({ office: '/office/office.js' }, { mode: 'production' });
  const port = await freePort();
  const compiler = webpack({ ...config, context: root, infrastructureLogging: { level: 'none' } });
  if (!compiler) throw new Error('webpack gave no compiler');
  const server = new WebpackDevServer({ ...config.devServer, port, host: 'localhost' }, compiler);
  const compiled = new Promise<void>((resolve, reject) => {
    compiler.hooks.done.tap('e2e', (stats) => (stats.hasErrors() ? reject(new Error(stats.toString('errors-only'))) : resolve()));
  });
  await server.start();
  await compiled;
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const url = `https://localhost:${port}/`;
  return {
    url,
    open: async ({ locale = 'fr-FR', width = 1280, height = 800 } = {}) => {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        locale,
        viewport: { width, height },
        acceptDownloads: true,
      });
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};
