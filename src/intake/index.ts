export {
  chooseDefaults,
  largeAccounts,
  type BalanceChoice,
  type CurrencyChoice,
  type Defaults,
  type IncumbentChoice,
  type TerritoryChoice,
} from './defaults';
export { isoDate } from './columnReader';
export { csvCell, decodeText, findDelimiter, parseCsv } from './csv';
export { decideDateStyle, readDateText } from './dates';
export { FindingList } from './findingList';
export { readFlagText } from './flags';
export { idKey } from './identity';
export { locate, lookupFor } from './locate';
export {
  mapAccountColumns,
  mapRepColumns,
  type DoubtfulChoice,
  type FieldChoice,
  type MappingResult,
  type RememberedMapping,
} from './mapping';
export { matchOwners, type OwnerMatch } from './matchOwners';
export { currencyCode } from './currencies';
export { readNumberText, type NumberReading } from './numbers';
export { decideNumberStyle } from './numberStyle';
export { isDepartedOwner, isQueueOwner, ownerCounts } from './owners';
export { emptyPlaces, readAccounts, worksheetColumns, type ReadOptions } from './readAccounts';
export { placeRoster, rosterCountries } from './placeRoster';
export { readRoster, rosterFromOwners } from './readRoster';
export { usualCountry } from './statedPlaces';
export { findTables, type FindOptions, type TableChoice, type TableReason } from './tables';
