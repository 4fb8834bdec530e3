export { ChunkFormatError } from './chunk';
export { countryName, countryOf } from './countries';
export { PLACES_CREDIT } from './credit';
export { isOneSlipAway, type CityMatch } from './find-city';
export {
  chunkOf,
  loadLookup,
  SMALL_US_PLACES,
  WORLD,
  type CityHit,
  type FetchChunk,
  type Lookup,
  type PlaceHit,
} from './lookup';
export { foldText } from './place-key';
export { COUNTRIES_WITH_REGIONS, regionOf } from './regions';
export {
  EARTH_RADIUS_KM,
  fromSphereKm,
  haversineKm,
  isUsablePoint,
  toSphereKm,
  type GeoPoint,
} from './sphere';
