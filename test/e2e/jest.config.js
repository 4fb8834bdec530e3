const base = require('../../jest.config.js');

/** End to end in Chromium: `npm run e2e`. Kept out of `npm test`, which needs no browser. */
module.exports = {
  rootDir: '../..',
  testTimeout: 120_000,
  reporters: base.reporters,
  projects: [
    {
      ...base.projects[0],
      rootDir: '../..',
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
