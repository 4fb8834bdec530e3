const {
  projects: [node],
  testTimeout,
} = require('../../jest.config.js');

/** The node tests without the pane's: StrykerJS follows coverage test by test in one project only. */
module.exports = { ...node, testTimeout, rootDir: '../..' };
