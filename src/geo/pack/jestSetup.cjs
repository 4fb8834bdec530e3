'use strict';

const { ensurePacks } = require('./generate.cjs');

/** Jest's globalSetup: packs the place look-ups before the first test asks for them. */
module.exports = () => {
  ensurePacks();
};
