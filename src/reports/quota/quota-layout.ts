import type { TableKey } from '../names';
import type { TableColumns } from '../sheet';

/** From the left: what is read; then what the solution needs, folded; the last were put there when quotas were issued. */
export const QUOTA_COLUMNS = {
  territory: 'plan.territory',
  rep: 'quota.rep',
  role: 'quota.role',
  manager: 'balance.manager',
  segment: 'plan.segment',
  line: 'quota.line',
  component: 'quota.component',
  start: 'quota.start',
  potential: 'quota.potential',
  shareOf: 'quota.shareOf',
  fullYear: 'quota.fullYear',
  share: 'quota.share',
  calculated: 'quota.calculated',
  override: 'quota.override',
  reason: 'quota.reason',
  final: 'quota.final',
  issued: 'quota.issued',
  moved: 'quota.moved',
  since: 'quota.since',
  perPotential: 'quota.perPotential',
  flag: 'quota.flag',
  floor: 'quota.floor',
  cap: 'quota.cap',
  lastYear: 'quota.lastYear',
  growth: 'quota.growth',
  key: 'quota.key',
  id: 'plan.id',
  order: 'quota.order',
  lastYearIn: 'quota.lastYearIn',
  applies: 'quota.applies',
  capacity: 'quota.capacity',
  history: 'quota.history',
  target: 'quota.target',
  weight: 'quota.weight',
  low: 'quota.low',
  high: 'quota.high',
  counted: 'quota.counted',
  free: 'quota.free',
  corner1: 'quota.corner1',
  corner2: 'quota.corner2',
  placed1: 'quota.placed1',
  placed2: 'quota.placed2',
  reached: 'quota.reached',
  below: 'quota.below',
  rest: 'quota.rest',
  open: 'quota.open',
  rank: 'quota.rank',
  inForce: 'quota.inForce',
  fullInForce: 'quota.fullInForce',
  unloaded: 'quota.unloaded',
  above: 'quota.above',
  aboveThat: 'quota.aboveThat',
  changed: 'quota.changed',
  issuedQuota: 'quota.issuedQuota',
  issuedFull: 'quota.issuedFull',
  issuedShare: 'quota.issuedShare',
  issuedWeight: 'quota.issuedWeight',
  issuedRole: 'quota.issuedRole',
  issuedPotential: 'quota.issuedPotential',
  issuedOverride: 'quota.issuedOverride',
  issuedLow: 'quota.issuedLow',
  issuedHigh: 'quota.issuedHigh',
  slip: 'quota.slip',
  byDates: 'quota.byDates',
  movedNet: 'quota.movedNet',
  goes: 'quota.goes',
  part: 'quota.by.part',
  before: 'quota.by.before',
  upTo: 'quota.by.upTo',
  planPart: 'quota.by.plan',
  poolPart: 'quota.by.pool',
  unallocatedPart: 'quota.by.unallocated',
  notPlaceablePart: 'quota.by.notPlaceable',
  bottomUpPart: 'quota.by.bottomUp',
  overrideOwn: 'quota.by.overrideOwn',
  overridePart: 'quota.by.override',
  roundingOwn: 'quota.by.roundingOwn',
  roundingPart: 'quota.by.rounding',
  between: 'quota.by.between',
  restOf: 'quota.by.restOf',
} as const satisfies TableColumns;

/** The way from the plan number to the quotas, a line of the plan each; behind it the solution, folded. */
export const BRIDGE_COLUMNS = {
  line: 'quota.line',
  label: 'quota.lineLabel',
  plan: 'quota.amount',
  overAssignment: 'quota.overAssignment',
  pool: 'quota.pool',
  notPlaceable: 'quota.notPlaceable',
  bottomUpGap: 'quota.bottomUpGap',
  overrideGap: 'quota.overrideGap',
  rounding: 'quota.rounding',
  final: 'quota.sumFinal',
  difference: 'quota.difference',
  unallocated: 'quota.unallocated',
  hiringSlip: 'quota.hiringSlip',
  seatsGone: 'quota.seatsGone',
  moves: 'quota.moved',
  inForce: 'quota.sumInForce',
  leftOver: 'quota.leftOver',
  unread: 'quota.unread',
  method: 'quota.methodNo',
  overridden: 'quota.overridden',
  shared: 'quota.shared',
  corner: 'quota.corner',
  atCorner: 'quota.atCorner',
  slope: 'quota.slope',
  lambda: 'quota.lambda',
  units: 'quota.units',
  more: 'quota.more',
  component: 'quota.component',
  poolAtIssue: 'quota.poolAtIssue',
  overAtIssue: 'quota.overAtIssue',
  notPlaceableAtIssue: 'quota.notPlaceableAtIssue',
  bottomUpAtIssue: 'quota.bottomUpAtIssue',
  overrideAtIssue: 'quota.overrideAtIssue',
  roundingAtIssue: 'quota.roundingAtIssue',
  sumAtIssue: 'quota.sumAtIssue',
  restOf: 'quota.by.restOf',
} as const satisfies TableColumns;

export const MANAGER_COLUMNS = {
  manager: 'balance.manager',
  seats: 'quota.seats',
  team: 'quota.team',
  quota: 'quota.managerQuota',
  cover: 'quota.cover',
  reportsTo: 'quota.reportsTo',
  level: 'quota.level',
} as const satisfies TableColumns;

export const SEGMENT_COLUMNS = {
  segment: 'plan.segment',
  seats: 'quota.seats',
  potential: 'quota.potential',
  final: 'quota.sumFinal',
  perPotential: 'quota.perPotential',
} as const satisfies TableColumns;

/** The same way for each component: as much of the bridge by line as adds up. */
export const COMPONENT_COLUMNS = {
  component: 'quota.component',
  plan: BRIDGE_COLUMNS.plan,
  overAssignment: BRIDGE_COLUMNS.overAssignment,
  pool: BRIDGE_COLUMNS.pool,
  notPlaceable: BRIDGE_COLUMNS.notPlaceable,
  bottomUpGap: BRIDGE_COLUMNS.bottomUpGap,
  overrideGap: BRIDGE_COLUMNS.overrideGap,
  rounding: BRIDGE_COLUMNS.rounding,
  final: BRIDGE_COLUMNS.final,
  difference: BRIDGE_COLUMNS.difference,
  unallocated: BRIDGE_COLUMNS.unallocated,
  hiringSlip: BRIDGE_COLUMNS.hiringSlip,
  seatsGone: BRIDGE_COLUMNS.seatsGone,
  moves: BRIDGE_COLUMNS.moves,
  inForce: BRIDGE_COLUMNS.inForce,
  leftOver: BRIDGE_COLUMNS.leftOver,
} as const satisfies TableColumns;

/** Reps who share a seat, and what each of them has of its quota. */
export const SHARED_COLUMNS = {
  territory: 'plan.territory',
  rep: 'quota.shared.rep',
  id: 'plan.id',
  split: 'quota.shared.split',
  fullYear: 'quota.shared.fullYear',
  final: 'quota.shared.quota',
  note: 'quota.note',
} as const satisfies TableColumns;

/** The same way for the seats of a manager, or of a segment; what is moved between seats is a step of it. */
const BY_COLUMNS = {
  plan: BRIDGE_COLUMNS.plan,
  overAssignment: BRIDGE_COLUMNS.overAssignment,
  pool: BRIDGE_COLUMNS.pool,
  unallocated: BRIDGE_COLUMNS.unallocated,
  notPlaceable: BRIDGE_COLUMNS.notPlaceable,
  bottomUpGap: BRIDGE_COLUMNS.bottomUpGap,
  overrideGap: BRIDGE_COLUMNS.overrideGap,
  rounding: BRIDGE_COLUMNS.rounding,
  between: 'quota.by.betweenSeats',
  hiringSlip: BRIDGE_COLUMNS.hiringSlip,
  seatsGone: BRIDGE_COLUMNS.seatsGone,
  moves: BRIDGE_COLUMNS.moves,
  final: BRIDGE_COLUMNS.final,
  inForce: BRIDGE_COLUMNS.inForce,
  difference: BRIDGE_COLUMNS.difference,
} as const satisfies TableColumns;
export type ByKey = keyof typeof BY_COLUMNS;
export const BY_MANAGER_COLUMNS = { group: 'balance.manager', ...BY_COLUMNS } as const satisfies TableColumns;
export const BY_SEGMENT_COLUMNS = { group: 'plan.segment', ...BY_COLUMNS } as const satisfies TableColumns;

/** Accounts that moved since quotas were issued, and what of their quota goes along. */
export const MOVE_COLUMNS = {
  no: 'quota.move.no',
  change: 'log.id',
  account: 'page.account',
  fromId: 'quota.move.from',
  toId: 'quota.move.to',
  line: 'quota.line',
  day: 'log.effective',
  full: 'quota.move.full',
  rest: 'quota.move.rest',
  out: 'quota.move.out',
  in: 'quota.move.in',
  outGoes: 'quota.move.outGoes',
  inGoes: 'quota.move.inGoes',
  along: 'quota.move.along',
} as const satisfies TableColumns;

/** Accounts that come in the course of the year, and what of them counts for the seat that they leave. */
export const HELD_COLUMNS = {
  account: 'page.account',
  key: 'compare.key',
  fromId: 'quota.move.from',
  toId: 'quota.move.to',
  lastId: 'quota.held.last',
  day: 'log.effective',
  passed: 'quota.held.passed',
  potential: 'quota.potential',
  history: 'quota.history',
  targets: 'quota.target',
} as const satisfies TableColumns;

export const COLUMNS = {
  quota: QUOTA_COLUMNS,
  quotaHeld: HELD_COLUMNS,
  quotaMoves: MOVE_COLUMNS,
  quotaMoveMonths: { no: 'quota.move.no' },
  quotaBridge: BRIDGE_COLUMNS,
  quotaManagers: MANAGER_COLUMNS,
  quotaSegments: SEGMENT_COLUMNS,
  quotaComponents: COMPONENT_COLUMNS,
  quotaByManager: BY_MANAGER_COLUMNS,
  quotaShared: SHARED_COLUMNS,
  quotaBySegment: BY_SEGMENT_COLUMNS,
} as const satisfies Partial<Record<TableKey, TableColumns>>;

export type QuotaKey = keyof typeof QUOTA_COLUMNS;
export type BridgeKey = keyof typeof BRIDGE_COLUMNS;

/** Columns that are there once quotas are issued. */
const ISSUED_ONLY: ReadonlySet<string> = new Set<QuotaKey | BridgeKey>([
  'since',
  'slip',
  'moved',
  'byDates',
  'movedNet',
  'goes',
  'moves',
  'issuedRole',
  'issuedPotential',
  'issuedOverride',
  'issuedLow',
  'issuedHigh',
  'unallocated',
  'hiringSlip',
  'seatsGone',
  'leftOver',
  'overAtIssue',
  'notPlaceableAtIssue',
  'bottomUpAtIssue',
  'overrideAtIssue',
  'roundingAtIssue',
  'sumAtIssue',
  'unallocatedPart',
]);
const isThere = (isIssued: boolean) => (key: string) => isIssued || !ISSUED_ONLY.has(key);

export const quotaKeys = (isIssued: boolean): QuotaKey[] =>
  (Object.keys(QUOTA_COLUMNS) as QuotaKey[]).filter(isThere(isIssued));
export const bridgeKeys = (isIssued: boolean): BridgeKey[] =>
  (Object.keys(BRIDGE_COLUMNS) as BridgeKey[]).filter(
    (key) => isThere(isIssued)(key) && (isIssued || key !== 'inForce'),
  );

export const componentKeys = (isIssued: boolean): (keyof typeof COMPONENT_COLUMNS)[] =>
  (Object.keys(COMPONENT_COLUMNS) as (keyof typeof COMPONENT_COLUMNS)[]).filter(
    (key) => isThere(isIssued)(key) && (isIssued || key !== 'inForce'),
  );

export const byKeys = (isIssued: boolean): ByKey[] =>
  (Object.keys(BY_COLUMNS) as ByKey[]).filter((key) =>
    key === 'inForce' ? isIssued : key === 'final' ? !isIssued : isThere(isIssued)(key),
  );

/** The last column of the table of quotas that is read, and of the bridge by line. */
export const LAST_SHOWN: QuotaKey = 'growth';
