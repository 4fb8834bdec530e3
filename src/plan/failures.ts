/**
 * A refusal or failure of the workbook or of what was asked of it: a code that `text/` words, and its
 * parameters. Where it is thrown the workbook is as it was before, unless the code is `broken`.
 */
export type FailureCode =
  // the workbook
  | 'cellEditMode'
  | 'protectedSheet'
  | 'noRoom'
  | 'sheetEnds'
  | 'noSuchAccount'
  | 'noTerritoryCalled'
  | 'badEvent'
  | 'eventFailed'
  | 'neededTableGone'
  | 'damagedLog'
  | 'changesMoved'
  | 'nothingProposed'
  | 'noSeats'
  | 'sheetTaken'
  | 'mergedCells'
  | 'tooManyToKeep'
  | 'payloadTooLarge'
  | 'hostGone'
  | 'notSupported'
  | 'tableGone'
  | 'sheetHidden'
  | 'headerRowOff'
  | 'nameTaken'
  | 'pendingDecision'
  | 'nothingPending'
  | 'rowsMoved'
  | 'sheetMoved'
  | 'typedMeanwhile'
  | 'broken'
  | 'otherPane'
  | 'protectedBook'
  | 'protectedHidden'
  | 'journalDamaged'
  | 'journalForeign'
  | 'listIsRange'
  | 'adviceOver'
  | 'editRange'
  | 'editColumnGone'
  | 'noShift'
  | 'noVisibleSheet'
  | 'otherList'
  | 'notReverted'
  | 'host'
  // the data
  | 'noTable'
  | 'noSelection'
  | 'noAccounts'
  | 'notAccounts'
  | 'tableNotFound'
  | 'tableChosenGone'
  | 'recordUnreadable'
  | 'ownColumnGone'
  | 'typedColumnGone'
  | 'ownTableGone'
  | 'noStandingPlan'
  | 'changedSinceDesign'
  | 'rowsChanged'
  | 'pastedOver'
  | 'nothingToBalance'
  | 'metricMissing'
  | 'metricEmpty'
  | 'metricTwice'
  | 'metricRowsTwice'
  | 'balancedElsewhere'
  | 'tooManyTerritories'
  | 'noSuchTerritory'
  | 'tooManySeats'
  | 'noTerritoryCount'
  | 'mixedCurrencies'
  | 'badSettings'
  | 'sameTerritoryName'
  | 'badTerritoryName'
  | 'territoryRowGone'
  | 'issuerMissing'
  | 'rowsBeyondNumber'
  // files
  | 'fileNotFound'
  | 'notAWorkbook'
  | 'wouldOverwriteInput'
  | 'badArgument';

export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'Failure';
  }
}
