// Webpack loads the loader of the place look-ups, which is TypeScript.
require('tsx/cjs');
const path = require('node:path');
const { Compilation } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { LicenseWebpackPlugin } = require('license-webpack-plugin');
const { version } = require('./package.json');

const PLAIN_FIELDS = './src/workbench/grid/plain-fields.cjs';
const plainFields = require(PLAIN_FIELDS);

const DEV_ORIGIN = 'https://localhost:3000';
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Production must load office.js from Microsoft; everything else serves the untouched npm copy. */
const OFFICE_LOCAL = 'office-js/office.js';

const swc = (jsx) => ({
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: jsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
});

/** Modules are joined in development too, as they are for production: what calls across them runs as fast. */
const optimization = {
  concatenateModules: true,
  usedExports: true,
  providedExports: true,
  sideEffects: true,
};

/** No inline script, no eval, no origin but our own and Microsoft's office.js (style tags are Fluent's). */
const csp = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const DATA_PACKAGES = require('./src/geo/pack/shipped.cjs');
const GEONAMES =
  'Place names and coordinates: GeoNames (https://www.geonames.org), licensed under CC BY 4.0\n' +
  '(https://creativecommons.org/licenses/by/4.0/); changed: thinned out and packed.\n';

const folderOf = (name) => path.resolve(__dirname, 'node_modules', name);

/** Names the packages of all modules in a bundle: of those that webpack joins into one the plugin sees but the first. */
class JoinedPackages {
  constructor(packages) {
    this.packages = packages;
  }

  apply(compiler) {
    const name = JoinedPackages.name;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT - 1;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        const known = new Set(this.packages.map((one) => one.name));
        for (const module of compilation.modules) {
          if (compilation.chunkGraph.getNumberOfModuleChunks(module) === 0) continue;
          for (const { resource = '' } of module.modules ?? [module]) {
            const [directory, found] =
              /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(resource) ?? [];
            if (found === undefined || known.has(found)) continue;
            known.add(found);
            this.packages.push({ name: found, directory });
          }
        }
      });
    });
  }
}

/** The notices of everything that ships, beside the bundles. */
const notices = (packages) =>
  new LicenseWebpackPlugin({
    outputFilename: 'THIRD-PARTY-LICENSES.txt',
    perChunkOutput: false,
    addBanner: false,
    // The licence of fft.js stands at the end of what it says of itself.
    // The icons come without it: they are of the same house, under the same terms, as the components beside them.
    licenseFileOverrides: { 'fft.js': 'README.md', '@fluentui/react-icons': '../react-components/LICENSE' },
    additionalModules: packages,
    renderLicenses: (modules) =>
      GEONAMES +
      modules
        .map(({ packageJson: { name, version: found }, licenseId, licenseText }) => {
          if (!licenseText) throw new Error(`${name} ships without the text of its licence.`);
          return `\n${'-'.repeat(78)}\n${name} ${found} (${licenseId})\n\n${licenseText.trim()}\n`;
        })
        .join(''),
  });

/**
 * `webpack --mode production` makes the static site to deploy. Variables:
 * EVENFIELD_ORIGIN — where it will be served from, `https://host[:port][/path]`, for the manifest.
 */
const addin = (env, argv) => {
  const production = argv.mode === 'production';
  const origin = (process.env.EVENFIELD_ORIGIN ?? DEV_ORIGIN).replace(/\/$/, '');
  const packages = DATA_PACKAGES.map((name) => ({ name, directory: folderOf(name) }));
  const office = production ? OFFICE_CDN : OFFICE_LOCAL;

  const page = (name, title) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: `src/${name}/${name}.html`,
      chunks: [name],
      scriptLoading: 'defer',
      templateParameters: { title, office, csp: production ? csp : '' },
      minify: production,
    });

  return {
    name: 'addin',
    mode: production ? 'production' : 'development',
    devtool: production ? false : 'source-map',
    entry: { taskpane: './src/entry/taskpane.tsx', commands: './src/entry/commands.ts' },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: production ? '[name].[contenthash:10].js' : '[name].js',
      chunkFilename: production ? 'chunks/[name].[contenthash:10].js' : 'chunks/[name].js',
      publicPath: 'auto',
      clean: production,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        { test: /\.ts$/, exclude: /node_modules/, use: swc(false) },
        { test: /\.tsx$/, exclude: /node_modules/, use: swc(true) },
        { test: /\.geo$/, type: 'javascript/auto', use: path.resolve(__dirname, 'src/geo/pack/loader.ts') },
      ],
    },
    // Fluent's many small modules are worth caching between builds.
    ...(production ? {} : { optimization }),
    cache: production ? false : { type: 'filesystem', name: 'addin' },
    performance: { hints: false },
    plugins: [
      ...(production ? [new JoinedPackages(packages), notices(packages)] : []),
      page('taskpane', 'Evenfield'),
      page('commands', 'Evenfield commands'),
      new HtmlPlugin({
        filename: 'support.html',
        template: 'src/taskpane/support.html',
        chunks: [],
        templateParameters: { title: 'Evenfield: help', version, csp: production ? csp : '' },
        minify: production,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets', to: 'assets', globOptions: { ignore: ['**/pictures/**'] } },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) =>
              content
                .toString()
                .replaceAll(DEV_ORIGIN, origin)
                .replace(/<Version>[^<]*</, `<Version>${version}.0<`),
          },
          ...(production || env.workbench
            ? []
            : [
                {
                  from: 'node_modules/@microsoft/office-js/dist',
                  to: 'office-js',
                  info: { minimized: true },
                },
              ]),
        ],
      }),
    ],
  };
};

/** The local spreadsheet that hosts the add-in without Excel: served by `npm start`, never deployed. */
const workbench = () => ({
  name: 'workbench',
  // A production build of the spreadsheet takes minutes and serves nobody.
  mode: 'development',
  devtool: false,
  entry: { workbench: './src/entry/workbench.ts' },
  output: {
    path: path.resolve(__dirname, 'dist'),
    filename: '[name].js',
    chunkFilename: 'workbench/[name].js',
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    // What the file libraries ask of Node they do not need in a page.
    fallback: { fs: false, path: false, stream: false, crypto: false },
  },
  module: {
    rules: [
      { test: /\.ts$/, exclude: /node_modules/, use: swc(false) },
      { test: /\.tsx$/, exclude: /node_modules/, use: swc(true) },
      { test: plainFields.file, use: require.resolve(PLAIN_FIELDS) },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.xml$/, type: 'asset/source' },
    ],
  },
  optimization,
  cache: { type: 'filesystem', name: 'workbench' },
  performance: { hints: false },
  plugins: [
    new HtmlPlugin({ filename: 'index.html', template: 'src/workbench/page/page.html', title: 'Workbench' }),
  ],
});

module.exports = (env, argv) => (env.workbench ? [addin(env, argv), workbench()] : addin(env, argv));
