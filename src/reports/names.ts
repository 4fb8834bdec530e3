import { inLayer, type LayerId } from '../plan/layer';

/** Our tables by key, as they are called in the main layer. All begin with `Ef`: intake leaves such tables alone. */
const TABLES = {
  balance: 'EfBalance',
  quality: 'EfQuality',
  territories: 'EfTerritories',
  settings: 'EfSettings',
  metrics: 'EfMetrics',
  texts: 'EfTexts',
  rates: 'EfRates',
  findingKinds: 'EfFindingKinds',
  findings: 'EfFindings',
  topAccounts: 'EfTopAccounts',
  comparePeople: 'EfComparePeople',
  compareMoves: 'EfCompareMoves',
  scenarioToday: 'EfScenarioToday',
  scenarioStanding: 'EfScenarioStanding',
  scenario1: 'EfScenario1',
  scenario2: 'EfScenario2',
  scenario3: 'EfScenario3',
  scenario4: 'EfScenario4',
  scenarioAccounts: 'EfScenarioAccounts',
  quotaSettings: 'EfQuotaSettings',
  quotaLines: 'EfQuotaLines',
  quotaRamps: 'EfQuotaRamps',
  quotaSeats: 'EfQuotaSeats',
  quotaMonths: 'EfQuotaMonths',
  quotaSeatMonths: 'EfQuotaSeatMonths',
  quota: 'EfQuota',
  quotaBridge: 'EfQuotaBridge',
  quotaManagers: 'EfQuotaManagers',
  quotaSegments: 'EfQuotaSegments',
  quotaComponents: 'EfQuotaComponents',
  quotaShared: 'EfQuotaShared',
  quotaByManager: 'EfQuotaByManager',
  quotaBySegment: 'EfQuotaBySegment',
  quotaMoves: 'EfQuotaMoves',
  quotaHeld: 'EfQuotaHeld',
  quotaMoveMonths: 'EfQuotaMoveMonths',
  paySettings: 'EfPaySettings',
  payTiers: 'EfPayTiers',
  payCosts: 'EfPayCosts',
  pay: 'EfPay',
  payTenure: 'EfPayTenure',
  payManagers: 'EfPayManagers',
  paySkills: 'EfPaySkills',
  healthSettings: 'EfHealthSettings',
  healthTerritories: 'EfHealthTerritories',
  attainmentSettings: 'EfAttainmentSettings',
  attainmentPeriods: 'EfAttainmentPeriods',
  attainment: 'EfAttainment',
  credits: 'EfCredits',
  changeLog: 'EfChangeLog',
  refreshChanged: 'EfRefreshChanged',
  refreshAdded: 'EfRefreshAdded',
  refreshGone: 'EfRefreshGone',
  loadFiles: 'EfLoadFiles',
  loadCauses: 'EfLoadCauses',
  loadProblems: 'EfLoadProblems',
  loadCheck: 'EfLoadCheck',
  loadMoves: 'EfLoadMoves',
  loadMovesBack: 'EfLoadMovesBack',
  loadTerritories: 'EfLoadTerritories',
  loadOwners: 'EfLoadOwners',
  loadOwnersBack: 'EfLoadOwnersBack',
  loadDeals: 'EfLoadDeals',
  loadDealsBack: 'EfLoadDealsBack',
  loadContacts: 'EfLoadContacts',
  loadContactsBack: 'EfLoadContactsBack',
  loadTeamOut: 'EfLoadTeamOut',
  loadTeamOutBack: 'EfLoadTeamOutBack',
  loadTeamIn: 'EfLoadTeamIn',
  loadTeamInBack: 'EfLoadTeamInBack',
  loadTeamList: 'EfLoadTeamList',
  loadLeave: 'EfLoadLeave',
  loadLeaveBack: 'EfLoadLeaveBack',
  loadJoin: 'EfLoadJoin',
  loadJoinBack: 'EfLoadJoinBack',
  loadUsersOut: 'EfLoadUsersOut',
  loadUsersOutBack: 'EfLoadUsersOutBack',
  loadUsersIn: 'EfLoadUsersIn',
  loadUsersInBack: 'EfLoadUsersInBack',
  loadRouting: 'EfLoadRouting',
  loadQuotas: 'EfLoadQuotas',
  loadQuotasBack: 'EfLoadQuotasBack',
  loadQuotasNewBack: 'EfLoadQuotasNewBack',
  loadQuotaList: 'EfLoadQuotaList',
  loadZipLists: 'EfLoadZipLists',
  copyTerritories: 'EfCopyTerritories',
  copyAccounts: 'EfCopyAccounts',
  mismatchKinds: 'EfMismatchKinds',
  mismatches: 'EfMismatches',
  mismatchWords: 'EfMismatchWords',
  fixRows: 'EfFixRows',
  fixRowsBack: 'EfFixRowsBack',
  fixAdds: 'EfFixAdds',
  fixAddsBack: 'EfFixAddsBack',
  scoreSettings: 'EfScoreSettings',
  scoreTiers: 'EfScoreTiers',
  scoreFactors: 'EfScoreFactors',
  scorePoints: 'EfScorePoints',
  scoreTexts: 'EfScoreTexts',
  workloadSettings: 'EfWorkloadSettings',
  workloadTiers: 'EfWorkloadTiers',
  workloadSegments: 'EfWorkloadSegments',
  workload: 'EfWorkload',
  segmentSettings: 'EfSegmentSettings',
  segmentGoals: 'EfSegmentGoals',
  segmentRules: 'EfSegmentRules',
  segments: 'EfSegments',
  segmentChannels: 'EfSegmentChannels',
  segmentMarkets: 'EfSegmentMarkets',
  segmentTexts: 'EfSegmentTexts',
  objectiveSettings: 'EfObjectiveSettings',
  objectives: 'EfObjectives',
  openSettings: 'EfOpenSettings',
  openTerritories: 'EfOpenTerritories',
  openPeople: 'EfOpenPeople',
  openSteps: 'EfOpenSteps',
  signOffSettings: 'EfSignOffSettings',
  signOffTeams: 'EfSignOffTeams',
  signOffTrades: 'EfSignOffTrades',
  overlaySettings: 'EfOverlaySettings',
  overlayRoles: 'EfOverlayRoles',
  overlayPods: 'EfOverlayPods',
  overlayPeople: 'EfOverlayPeople',
} as const;
export type TableKey = keyof typeof TABLES;

/** Defined names by key. Drop-downs and conditional formats point to them: they take no structured references. */
const NAMES = { territoryList: 'EfTerritoryList', lockList: 'EfLockList' } as const;

/** What one of our tables is called in a layer, in formulas and in the workbook. */
export const tableName = (layer: LayerId, table: TableKey): string => inLayer(layer, TABLES[table]);

/** A name that the workbook knows in a layer. */
export const definedName = (layer: LayerId, name: keyof typeof NAMES): string => inLayer(layer, NAMES[name]);

/** Defined name of a metric's tolerance; `index` from 0 in the plan's order. */
export const toleranceName = (layer: LayerId, index: number): string =>
  inLayer(layer, `EfTolerance${index + 1}`);

/** Defined name of a cell that holds a setting of quota or pay, of the list of its choices, of all words for these, or of what it was at issue. */
export const quotaName = (
  layer: LayerId,
  setting: string,
  what: '' | 'Choices' | 'Words' | 'AtIssue' | 'Room' = '',
): string => inLayer(layer, `EfQuota_${setting}${what}`);

/** Defined name of a cell that formulas of scores go by: `potential_weight`, `asAt`, `total`, the lists of tiers. */
export const scoreName = (layer: LayerId, what: string): string => inLayer(layer, `EfScore_${what}`);

/** Defined name of the cell that says what a setting of workload counts as. */
export const workloadName = (layer: LayerId, setting: string): string =>
  inLayer(layer, `EfWorkload_${setting}`);

/** Defined name of what segments go by: `names`, `employees_from`, `deadZone`, the folded lists. */
export const segmentName = (layer: LayerId, what: string): string => inLayer(layer, `EfSegment_${what}`);

/** Defined name of what overlays go by: the folded lists, and `people1`, the people of the first role. */
export const overlayName = (layer: LayerId, what: string): string => inLayer(layer, `EfOverlay_${what}`);

/** Defined name of what the drop-downs of sign-offs offer. */
export const signOffName = (layer: LayerId, what: string): string => inLayer(layer, `EfSignOff_${what}`);
