export { countryOf } from './countries';
export { PLACES_CREDIT } from './credit';
export { isOneSlipAway } from './find-city';
export { loadLookup, type FetchChunk } from './load';
export { SMALL_US_PLACES, WORLD, type CityHit, type Lookup, type PlaceHit } from './lookup';
export { foldText } from '../exact/fold-text';
export { COUNTRIES_WITH_REGIONS, knowsAllRegions, regionOf } from './regions';
export { haversineKm, isUsablePoint, type GeoPoint } from './sphere';
