/**
 * Two kinds of environment: node for everything (the host tests load Univer, which does not finish
 * loading in jsdom), jsdom for the pane's components alone.
 */
const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
/** The formula engine, and what mends it, are loaded once a worker: that takes seconds. */
const outside = Object.fromEntries(
  ['/node_modules/@univerjs/.+\\.js$', '/src/workbench/grid/(mend-univer|quick-[a-z]+|wildcards)\\.ts$'].map(
    (path) => [path, '<rootDir>/test/support/outside-transform.js'],
  ),
);
const common = {
  transform,
  // Packs the place look-ups into node_modules/.cache when they are not there yet.
  globalSetup: '<rootDir>/src/geo/pack/jest-setup.ts',
  setupFiles: ['<rootDir>/test/support/properties.ts', '<rootDir>/test/support/languages.ts'],
  // What of these is not loaded outside ships CommonJS, as rxjs and swc do; what ships ESM only (ml-*, d3-*, …) must be transformed.
  transformIgnorePatterns: ['/node_modules/(rxjs|@swc|@fluentui|exceljs|typescript)/'],
};

// Jest runs tests in a context where every look at a global is slow: hot loops took four times as long.
const oftenUsed = [
  'Array',
  'Boolean',
  'Date',
  'Error',
  'Float64Array',
  'Infinity',
  'Int32Array',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'TypeError',
  'Uint32Array',
  'Uint8Array',
  'WeakMap',
];

module.exports = {
  // Host tests run whole jobs through the real client library; how long they take on a busy machine says nothing.
  testTimeout: 120_000,
  // A worker that has loaded the host holds some 800 MB.
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/tally-reporter.js'],
  projects: [
    {
      ...common,
      transform: { ...outside, ...transform },
      displayName: 'node',
      sandboxInjectedGlobals: oftenUsed,
      testEnvironment: '<rootDir>/test/support/host-environment.js',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/bench/'],
    },
    {
      ...common,
      displayName: 'pane',
      // A module of the components declares a Symbol of its own.
      sandboxInjectedGlobals: ['Math'],
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
