/**
 * What intake noticed in the data: one entry a cell or column, worded by `text/`. Nothing is dropped
 * without one.
 */
export type Severity = 'error' | 'warning' | 'note';

export type FindingCode =
  // numbers and cells
  | 'textNumber'
  | 'magnitude'
  | 'range'
  | 'headerUnit'
  | 'scaleUnclear'
  | 'percentScale'
  /** Hours of a column that are times of its format, `[h]:mm`, or of its texts. */
  | 'clockTime'
  | 'ambiguousNumber'
  | 'notANumber'
  /** A date among numbers, which only its format tells; row 0: the column shows dates throughout. */
  | 'dateNotNumber'
  /** A number that its format shows as a date, and that is none of these times; row 0: so the whole column. */
  | 'shownAsDate'
  | 'negative'
  | 'placeholder'
  | 'errorCell'
  | 'notADate'
  | 'ambiguousDate'
  | 'notAFlag'
  | 'mixedCurrency'
  | 'formulaText'
  // identity
  | 'noId'
  | 'duplicateId'
  | 'duplicateName'
  | 'sameIdOtherForm'
  | 'idsDifferByCase'
  | 'unknownParent'
  | 'parentCycle'
  | 'rollUp'
  // places
  | 'paddedPostcode'
  | 'noPlace'
  | 'approximatePlace'
  | 'placeContradiction'
  | 'unknownCountry'
  | 'severalPlaces'
  /** A column of degrees that was left out: its numbers have lost their decimal sign. */
  | 'lostDegrees'
  // mapping and table
  | 'doubtfulColumn'
  | 'blankRows'
  | 'hiddenRows'
  | 'totalsRow'
  | 'headerAgain'
  | 'mojibake'
  /** So many findings of one kind (`params.code`) are not listed one by one: `params.count`. */
  | 'more'
  // people
  | 'departedOwner'
  | 'queueOwner'
  | 'unknownOwner'
  | 'ownerWithoutSeat'
  | 'repWithoutName'
  | 'duplicateRep'
  | 'repIdTwice'
  | 'repNameTwice'
  | 'sharedTerritory'
  | 'openWithoutCover'
  // rules
  | 'unknownLock'
  | 'lockNowhere'
  | 'unknownTerritory'
  | 'unknownCoverage'
  // size
  | 'largeAccount';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Sheet and 1-based row and column of the cell; row 0 speaks of the whole column or table. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** The cell as it stands, and what was made of it (`undefined`: left blank). */
  readonly read: string;
  readonly understood?: string;
  /** Further parameters of the sentence. */
  readonly params?: Readonly<Record<string, string | number>>;
}
