export { amountsBeside, type AmountsBeside } from './accounts/amounts-beside';
export { chooseDefaults, ENOUGH, largeAccounts, type Defaults } from './accounts/defaults';
export { rollUp } from './accounts/roll-up';
export { readAccounts, worksheetColumns } from './accounts/read-accounts';
export { isErrorText } from './cells/cell-text';
export { FindingList } from './cells/finding-list';
export { readFlagText } from './cells/flags';
export {
  mapAccountColumns,
  mapRepColumns,
  type MappingResult,
  type RememberedMapping,
} from './columns/mapping';
export { isDateCell } from './columns/dates-among-numbers';
export { headerlessColumns } from './columns/headerless';
export { lostDegrees } from './columns/lost-degrees';
export { underOwnHeaders } from './headers/made-up';
export { rowMeaning, type RowKind } from './headers/row-kind';
export type { TableChoice } from './headers/table-kinds';
export { findTables, listRanges } from './headers/tables';
export { locate, lookupFor } from './places/locate';
export { placeRoster } from './places/place-roster';
export { countryMissing, usualCountry } from './places/stated-places';
export { matchOwners } from './team/match-owners';
export { isQueueOwner } from './team/owners';
export { readRoster, rosterFromOwners, rosterFromTerritories } from './team/read-roster';
