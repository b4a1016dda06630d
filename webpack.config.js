const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

const DEVELOPMENT_URL = 'https://localhost:3000';
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Microsoft's client as published on npm; its licence allows it for development and tests, so it is served and never copied. */
const OFFICE_FOLDER = path.join(__dirname, 'node_modules/@microsoft/office-js/dist');

/**
 * Three pages: the task pane, the ribbon's function file, and the workbench, which shows the pane beside a workbook without
 * Excel. `--env url=https://…` is where they will be served from (manifest.xml is written for it), `--env office=/office/office.js`
 * takes Microsoft's client from node_modules instead of its CDN.
 */
module.exports = (env = {}, { mode = 'production' } = {}) => {
  const production = mode === 'production';
  const url = env.url ?? DEVELOPMENT_URL;
  const office = env.office ?? (production ? OFFICE_CDN : '/office/office.js');
  const page = (name, scriptLoading) =>
    new HtmlPlugin({
      template: `src/${name}/${name}.html`,
      filename: `${name}.html`,
      chunks: [name],
      templateParameters: { office },
      inject: scriptLoading === 'defer',
      scriptLoading,
    });

  return {
    mode,
    // Kept between builds: the second one, of the same sources, takes a few seconds.
    cache: {
      type: 'filesystem',
      cacheDirectory: path.join(__dirname, '.cache/webpack'),
      buildDependencies: { config: [path.join(__dirname, 'webpack.config.js')] },
    },
    // The pane's content security policy allows no evaluated code, so no `eval-` kind.
    devtool: production ? 'source-map' : 'cheap-module-source-map',
    entry: {
      taskpane: './src/taskpane/main.tsx',
      commands: './src/commands/commands.ts',
      workbench: './src/embedded/workbench/main.ts',
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: '[name].[contenthash:8].js',
      clean: true,
      assetModuleFilename: '[name].[contenthash:8][ext]',
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.js'],
      // What unpacks WOFF2 files, of which there are none: it would unfold its dictionary as the PDF's code is loaded.
      alias: { 'brotli/decompress.js': false },
    },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
        { test: /\.ttf$/, type: 'asset/resource' },
      ],
    },
    plugins: [
      page('taskpane', 'defer'),
      // Read before office.js: that takes a pressed button as soon as it has started.
      page('commands', 'blocking'),
      new HtmlPlugin({
        filename: 'index.html',
        template: 'src/embedded/workbench/workbench.html',
        chunks: ['workbench'],
        scriptLoading: 'defer',
      }),
      new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css' }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'assets/[name][ext]' },
          // The font's licence asks to go wherever the font goes.
          { from: 'node_modules/@expo-google-fonts/arimo/LICENSE_FONT', to: 'assets/Arimo-licence.txt', toType: 'file' },
          { from: 'assets/*.xlsx', to: 'assets/[name][ext]', noErrorOnMissing: true },
          { from: 'manifest.xml', transform: (text) => text.toString().replaceAll(DEVELOPMENT_URL, url) },
        ],
      }),
    ],
    performance: { hints: false },
    devServer: {
      server: 'https',
      port: 3000,
      hot: false,
      liveReload: false,
      client: false,
      static: { directory: OFFICE_FOLDER, publicPath: '/office' },
      headers: { 'Access-Control-Allow-Origin': '*' },
    },
  };
};
