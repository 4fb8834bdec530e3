/** A second judge of the sheets, LibreOffice: `npm run judge`. */
module.exports = require('../support/apart')('judge', 600_000);
