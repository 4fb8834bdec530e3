export {
  chooseDefaults,
  largeAccounts,
  type BalanceChoice,
  type CurrencyChoice,
  type Defaults,
  type IncumbentChoice,
  type TerritoryChoice,
} from './team/defaults';
export { isoDate } from './columns/column-reader';
export { csvCell, decodeText, findDelimiter, parseCsv } from './csv';
export { decideDateStyle, readDateText } from './cells/dates';
export { readFlagText } from './cells/flags';
export { idKey } from './cells/identity';
export { locate, lookupFor } from './places/locate';
export {
  mapAccountColumns,
  mapRepColumns,
  type DoubtfulChoice,
  type FieldChoice,
  type MappingResult,
  type RememberedMapping,
} from './columns/mapping';
export { matchOwners, type OwnerMatch } from './team/match-owners';
export { currencyCode } from './cells/currencies';
export { readNumberText, type NumberReading } from './cells/numbers';
export { decideNumberStyle } from './columns/number-style';
export { isDepartedOwner, isQueueOwner, ownerCounts } from './team/owners';
export { emptyPlaces, readAccounts, worksheetColumns, type ReadOptions } from './accounts/read-accounts';
export { placeRoster, rosterCountries } from './places/place-roster';
export { readRoster, rosterFromOwners } from './team/read-roster';
export { usualCountry } from './places/stated-places';
export { findTables, type FindOptions, type TableChoice, type TableReason } from './headers/tables';
