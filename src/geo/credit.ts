/** To be shown wherever places found by the look-up are shown (the licence asks for it). */
export const PLACES_CREDIT = 'GeoNames, CC BY 4.0; U.S. Census Bureau';
