const { resolve } = require('node:path');
const base = require('../../jest.config.js');

const root = resolve(__dirname, '../..');

/** End to end in Chromium: `npm run e2e`. Kept out of `npm test`, which needs no browser. */
module.exports = {
  rootDir: root,
  testTimeout: 240_000,
  reporters: base.reporters,
  projects: [
    {
      ...base.projects[0],
      rootDir: root,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
