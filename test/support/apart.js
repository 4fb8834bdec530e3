const { resolve } = require('node:path');
const base = require('../../jest.config.js');

const root = resolve(__dirname, '../..');

/**
 * Tests that are kept out of `npm test`, because they need a program that not every machine has.
 * @param {string} name their folder in `test`, and what stands before `.ts` in the names of their files
 * @param {number} testTimeout milliseconds
 */
module.exports = (name, testTimeout) => ({
  rootDir: root,
  testTimeout,
  reporters: base.reporters,
  projects: [
    {
      ...base.projects[0],
      rootDir: root,
      displayName: name,
      testMatch: [`<rootDir>/test/${name}/**/*.${name}.ts`],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
});
