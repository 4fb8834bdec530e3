const { TestEnvironment } = require('jest-environment-node');

/** Node, and a door for modules that test files share (`outside-transform.js`). */
module.exports = class HostEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadOutside = (path) => {
      if (path.endsWith('.ts')) require('tsx/cjs');
      return require(path);
    };
  }
};
