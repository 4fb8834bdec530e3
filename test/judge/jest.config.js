const { resolve } = require('node:path');
const base = require('../../jest.config.js');

const root = resolve(__dirname, '../..');

/** A second judge of the sheets, LibreOffice: `npm run judge`. Kept out of `npm test`, which needs no office. */
module.exports = {
  rootDir: root,
  testTimeout: 600_000,
  reporters: base.reporters,
  projects: [
    {
      ...base.projects[0],
      rootDir: root,
      displayName: 'judge',
      testMatch: ['<rootDir>/test/judge/**/*.judge.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
