/** End to end in Chromium: `npm run e2e`. */
module.exports = require('../support/apart')('e2e', 240_000);
