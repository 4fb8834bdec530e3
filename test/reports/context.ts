import type { CompareContext } from '../../src/reports/compare/context';
import { USUAL_OPEN } from '../../src/plan/open';
import { USUAL_SEGMENTS } from '../../src/plan/segments';
import { USUAL_WORKLOAD } from '../../src/plan/workload';
import type { ObjectivesContext } from '../../src/reports/objectives/context';
import type { OpenContext } from '../../src/reports/open/context';
import type { PlanBeside, ScenariosContext } from '../../src/reports/scenarios/context';
import type { OverlaysContext } from '../../src/reports/overlays/context';
import type { SegmentsContext } from '../../src/reports/segments/context';
import type { SignOffContext } from '../../src/reports/sign-off/context';
import type { WorkloadContext } from '../../src/reports/workload/context';
import { buildSheet, sourcesOf, type SheetModule } from '../../src/reports/sheet';
import type { SheetSpec } from '../../src/reports/spec';
import type { Accounts } from '../../src/plan/accounts';
import { territoryId } from '../../src/plan/territory-id';
import { TextColumnBuilder } from '../../src/plan/columns';
import type { PlanResult } from '../../src/plan/design';
import { MAIN_LAYER, type LayerId } from '../../src/plan/layer';
import type { MetricSpec } from '../../src/plan/metrics';
import { defaultSettings } from '../../src/plan/settings';
import type { Territory } from '../../src/plan/territory';
import type { ReportContext, StandingContext } from '../../src/reports/context';
import { FILES, type LoadFile } from '../../src/loads/file';
import type { LogContext } from '../../src/reports/change-log';
import type { CopyContext } from '../../src/reports/planning-copy';
import type { MismatchContext } from '../../src/reports/mismatches';
import type { RefreshContext } from '../../src/reports/refresh';
import type { AttainmentContext } from '../../src/reports/attainment/context';
import type { HealthContext } from '../../src/reports/health/context';
import type { LoadsContext } from '../../src/reports/loads/context';
import type { ScoreContext, ScoreFactor } from '../../src/reports/score/context';
import type { QuotaContext } from '../../src/reports/quota/context';
import { QuotaSettingsSchema } from '../../src/plan/quota';
import { speak, type Language } from '../../src/text/say';
import { parse } from 'valibot';

/** A plan of six accounts in two territories, one account unassigned, with one blank row in the table. */
export function smallContext(change: Partial<ReportContext> = {}): ReportContext {
  const say = speak('en');
  const count = 6;
  const territories = ['Denver', 'Boise'].map((place, j): Territory => ({
    id: territoryId(j, 2),
    name: `${territoryId(j, 2)} ${place}`,
    seat: j,
    owner: ['Ana Ruiz', ''][j] ?? '',
    manager: 'Lee',
    segment: '',
    status: j === 0 ? 'filled' : 'tbh',
    share: 1,
  }));
  const spec: MetricSpec = { id: 'potential', fields: ['potential'], tolerance: 0.1 };
  const plan: PlanResult = {
    territories,
    assignment: Int32Array.of(0, 0, 1, 1, 0, -1),
    reason: (i) =>
      i === 5 ? { code: 'ineligible' } : { code: 'nearest', km: 12.3, next: 'T02', extraKm: 40 },
    metrics: [
      {
        spec,
        load: Float64Array.of(300, 310),
        target: Float64Array.of(305, 305),
        worstDeviation: 5 / 305,
        floor: 0,
        worstTerritory: 1,
        cv: 0.016,
      },
    ],
    withinTolerance: true,
    placed: 5,
    unassigned: 1,
    meanKm: 12,
    p90Km: 20,
    meanKmUnbalanced: 11,
    cost: 100,
    bound: 99,
    gap: 100 / 99 - 1,
    centres: territories.map(() => ({ latitude: 40, longitude: -100 })),
    moved: { accounts: 1, money: 10 },
    current: Int32Array.of(0, 0, 0, 1, 0, -1),
    notices: [],
  };
  const none = new Float64Array(count).fill(NaN);
  const accounts: Accounts = {
    count,
    sheet: 'CRM export',
    sheetRow: Int32Array.of(2, 3, 4, 6, 7, 8),
    text: {},
    number: {},
    places: {
      latitude: none,
      longitude: none,
      method: new Uint8Array(count),
      country: new TextColumnBuilder(count).build(),
      region: new TextColumnBuilder(count).build(),
    },
    family: new Int32Array(count).fill(-1),
  };
  const used = change.plan ?? plan;
  return {
    layer: MAIN_LAYER,
    say,
    plan,
    metrics: used.metrics.map((metric) => metric.spec),
    record: {
      schema: 1,
      version: '0.1.0',
      seed: 1,
      inputHash: 'in',
      resultHash: 'out',
      designedAt: '2026-11-22T00:00:00.000Z',
      settings: defaultSettings,
      metrics: [],
      accounts: count,
      territories: territories.map(({ id, name, owner, manager, share }) => ({
        id,
        name,
        owner,
        manager,
        share,
      })),
      figures: {},
    },
    accounts,
    table: 'Accounts',
    bodyRows: 7,
    rowOf: Int32Array.of(0, 1, 2, 4, 5, 6),
    keyHeader: 'Account ID',
    nameHeader: 'Account Name',
    ownerHeader: 'Account Owner',
    workloadHeader: undefined,
    metricHeaders: [['Potential [$]']],
    column: {
      territory: 'Territory',
      owner: 'Territory Owner',
      moved: 'Moved?',
      lock: 'Lock',
      reason: 'Reason',
      designed: 'Designed Territory',
      designedReason: 'Designed Reason',
      accepted: 'Accepted Territory',
      holder: 'Holder Before',
    },
    balance: new Map(['manager', 'in', 'out'].map((key) => [key, undefined])),
    accepted: undefined,
    standings: undefined,
    lockCells: undefined,
    holder: (i) => (i < 5 ? 'Ana Ruiz' : ''),
    currency: 'USD',
    metricSources: [[{ source: 'Potential [$]', read: undefined }]],
    pool: undefined,
    oversized: undefined,
    qualities: {
      standing: undefined,
      sums: { potential: 'Potential [$]' },
      former: undefined,
      risk: undefined,
      score: undefined,
    },
    unassignedOf: () => 0,
    readColumns: [],
    pods: [],
    rates: [],
    ...change,
  };
}

/** Quotas over such a plan: a million, for a seat that is filled and one that is to be. */
export function smallQuota(standing: ReportContext): QuotaContext {
  const quota = parse(QuotaSettingsSchema, { lines: [{ amount: 1_000_000 }] });
  return {
    ...standing,
    quota,
    year: 46388,
    lines: quota.lines,
    managerCost: 0,
    usualYear: 46388,
    leaders: [{ name: 'Lee', reportsTo: '' }],
    usualManagerCost: 0,
    held: [],
    potentialAt: 0,
    seats: standing.record.territories.map(({ id, name, owner = '' }) => ({
      id,
      territory: name,
      owner,
      role: 'Account Executive',
      segment: '',
      coveredBy: '',
      capacity: 1,
      currency: '',
      rate: 1,
      manager: 'Lee',
      status: owner === '' ? 'tbh' : 'filled',
    })),
    parts: standing.record.territories.map((_, seat) => ({ line: 0, seat, applies: true })),
    moves: [],
    potential: { header: 'Potential', label: 'Potential' },
    history: undefined,
    targets: undefined,
    workload: undefined,
    fairShare: '% of fair share',
    hasCurrencies: false,
    shared: ['Ana Ruiz', 'Ben Ito'].map((rep, nth) => ({ seat: 0, nth, rep, split: 0.5 })),
    seconds: [],
    skills: [{ seat: 0, skill: 'Retail', industry: 'Retail' }],
    skillsSaid: 'Retail counts.',
    industry: 'Industry',
    money: '"$"#,##0',
    moneyToTheCent: '"$"#,##0.00',
    digits: 2,
  };
}

/** The plan of `smallContext` beside a day on which two people held everything. */
export const smallCompare = (context: StandingContext): CompareContext => ({
  ...context,
  keyHeader: context.keyHeader ?? 'Account Name',
  people: ['Ana', 'Ben'],
  amounts: [{ header: 'Potential', label: 'Potential', format: '#,##0' }],
  renewal: 'Renewal',
  renewalUnread: undefined,
  standings: { header: 'Standing', told: ['customer', 'prospect'] },
  moves: [{ key: 'A1', decision: 'Agreed', comment: '' }],
  unlisted: 0,
  stays: 0,
  lost: 0,
});

/** A row in every file there is, and one problem. */
export const smallLoads = (context: StandingContext): LoadsContext => ({
  ...context,
  pack: {
    target: 'salesforce',
    effective: '2027-01-01',
    accounts: 6,
    changed: 1,
    unchanged: 5,
    files: FILES.map((key): LoadFile => ({
      key,
      object: 'Account',
      operation: 'update',
      header: ['Id', 'OwnerId'],
      rows: [['001', '005']],
    })),
    problems: [{ file: 'owners', code: 'noId', blocks: true, parameters: {}, row: 3, account: 'A' }],
    outcomes: [],
  },
  loaded: [{ name: 'T01 Denver', owner: 'Ana Ruiz', accounts: 3 }],
  at: '2026-11-22T12:00:00Z',
});

/** One change. */
export const smallLog = ({ layer, say }: StandingContext): LogContext => ({
  layer,
  say,
  metric: 'Potential',
  log: [
    {
      id: 'C0001',
      at: '2026-11-22T12:00:00Z',
      by: 'Eva',
      account: 'A1',
      name: 'Acme',
      from: 'T01 Denver',
      to: 'T02 Boise',
      reason: '',
      effective: '2027-01-01',
      fromShare: [1.1, 1],
      toShare: null,
    },
  ],
  notes: new Map(),
  at: '2026-11-22T12:00:00Z',
});

/** An open territory that somebody covers, in a list that has all that the sheet may look at. */
export const smallOpen = (context: StandingContext): OpenContext => ({
  ...context,
  now: { ...USUAL_OPEN, day: 46_388 },
  usual: { ...USUAL_OPEN, day: 46_388 },
  lines: [{ id: 'T02', owner: '', state: 'open', interim: 'Ana Ruiz', future: 'Eva', from: 46_419 }],
  people: ['Ana Ruiz'],
  hasQuotaPlan: false,
  standing: 'Standing',
  arr: 'ARR',
  pipeline: 'Pipeline',
  renewal: 'Renewal',
  money: '#,##0',
});

/** One manager who has signed, and a trade that waits. */
export const smallSignOff = (context: StandingContext): SignOffContext => ({
  ...context,
  now: { asAt: 46_388, due: 46_400, since: 'before', teams: [], trades: [] },
  teams: [{ manager: 'Lee', said: 'agreed', on: 46_387, comment: '', plan: '', figures: '' }],
  trades: [
    {
      from: 'Lee',
      to: 'Kim',
      gives: 'agreed',
      takes: '',
      comment: '',
      gaveEarlier: '',
      tookEarlier: '',
      plan: '',
      figures: '',
    },
  ],
  bare: 0,
  tradeHeader: 'Team Trade',
  mark: { header: 'Signature Number', cells: [101, 102] },
  amount: { header: 'ARR', label: 'ARR today', format: '#,##0' },
  plan: { mark: 'abc', day: 46_380 },
});

/** Quotas, and a list that has all that objectives may look at. */
export const smallObjectives = (context: StandingContext): ObjectivesContext => ({
  ...context,
  now: { pipeline: 3, retained: 0.9, calls: 10, days: 90 },
  usual: { pipeline: 3, retained: 0.9, calls: 10, days: 365 },
  hasQuota: true,
  booked: 'Bookings',
  pipeline: 'Pipeline',
  arr: { header: 'ARR', before: Float64Array.of(100, 200) },
  calls: { tier: 'Tier', best: 'A', activities: 'Activities (90d)' },
  money: '#,##0',
  asAt: '2026-11-22T12:00:00Z',
});

/** A list that has everything the sheet may look at. */
export const smallHealth = (context: StandingContext): HealthContext => ({
  ...context,
  tier: 'Tier',
  atRisk: { header: 'Churn Risk', words: ['high'] },
  helpers: undefined,
  activity: 'Last Activity',
  renewal: 'Renewal',
  deals: { won: 'Won', lost: 'Lost' },
  satisfaction: 'CSAT',
  arr: { header: 'ARR', format: '#,##0' },
  standing: 'Standing',
  designedWorst: 0.04,
  designedOut: 1,
  typed: new Map(),
  at: '2026-11-22T12:00:00Z',
});

export const smallAttainment = (context: StandingContext): AttainmentContext => ({
  ...context,
  booked: {
    from: 'table',
    name: 'Bookings',
    credits: [
      {
        deal: 'D1',
        account: 'A',
        closed: 46_400,
        amount: 100,
        split: 0.5,
        rep: 'Ana',
        id: 'T01',
        why: 'named',
      },
    ],
    unread: 0,
    amounts: 'Bookings[Amount]',
    total: 100,
  },
  hasQuota: true,
  money: '#,##0',
  typed: new Map(),
  at: '2026-11-22T12:00:00Z',
});
/** A factor of each kind, with a text among the numbers. */
export function smallScore(context: StandingContext): ScoreContext {
  const factor = (
    id: ScoreFactor['id'],
    kind: ScoreFactor['kind'],
    usual: Partial<ScoreFactor['now']>,
    more: Partial<ScoreFactor> = {},
  ): ScoreFactor => {
    const now = {
      weight: 10,
      low: '',
      high: '',
      halfLife: '',
      other: '',
      product: '',
      ...usual,
    } as const;
    return {
      id,
      kind,
      source: `Their ${id}`,
      header: `${id} (points)`,
      now,
      usual: now,
      reading: { signed: false, texts: new Map(), way: undefined, currency: undefined },
      values: [],
      frozen: undefined,
      ...more,
    };
  };
  return {
    layer: context.layer,
    say: context.say,
    record: context.record,
    table: context.table,
    keyHeader: context.keyHeader,
    factors: [
      factor(
        'potential',
        'number',
        { low: 0, high: 100 },
        {
          reading: {
            signed: false,
            texts: new Map([['18.3 MM', 18_300_000]]),
            way: { marks: ['$'], decimal: '.', group: ',' },
            currency: 'Currency',
          },
        },
      ),
      factor('lastActivity', 'date', { halfLife: 90 }),
      factor('industry', 'list', { other: 0.5 }, { values: [{ value: 'Retail', points: 0.8 }] }),
      factor('complement', 'product', { product: 'Cloud' }),
    ],
    tiers: [
      { name: 'A', from: 70 },
      { name: 'B', from: 0 },
    ],
    asAt: 46_000,
    usualAsAt: 46_000,
    missing: ['growth'],
    unusable: ['decisionMaker'],
    headers: { score: 'ICP Score', share: 'Score Data', tier: 'Tier' },
    values: undefined,
    inRows: () => [],
  };
}

/** Two tiers and all others, two segments and accounts without one. */
export const smallWorkload = (context: StandingContext): WorkloadContext => ({
  layer: context.layer,
  say: context.say,
  record: context.record,
  table: context.table,
  keyHeader: context.keyHeader,
  column: context.column,
  now: USUAL_WORKLOAD,
  tiers: [
    { name: 'A', calls: 24, minutes: 60 },
    { name: 'B*', calls: 12, minutes: 45 },
    { name: '*', calls: 6, minutes: 30 },
  ],
  tierHeader: 'Tier',
  segmentHeader: 'Segment',
  segments: ['SMB', ''],
  potential: { headers: ['Potential [$]'], label: 'Potential' },
  money: '"$"#,##0',
  asAt: '2026-11-22T12:00:00Z',
  isKept: false,
  km: new Float64Array(),
  territoryOf: () => '',
  headers: {
    hours: 'Workload Hrs',
    travel: 'Travel km',
    travelFor: 'Travel To',
    travelHours: 'Travel Hrs',
    travelNote: 'Travel Note',
  },
  values: undefined,
  inRows: () => [],
});

/** Two rules over a size and a word, every figure that there may be. */
export const smallSegments = (context: StandingContext): SegmentsContext => ({
  layer: context.layer,
  say: context.say,
  record: context.record,
  table: context.table,
  keyHeader: context.keyHeader,
  now: USUAL_SEGMENTS,
  rules: [
    { name: 'Enterprise', from: { employees: 1000 }, below: {}, is: {} },
    { name: 'Shops', from: {}, below: { employees: 1000 }, is: { industry: 'Retail; Food' } },
  ],
  goals: [{ goal: 'More shops', measure: 'customers', segment: 'Shops', target: 12 }],
  sizes: [
    {
      field: 'employees',
      number: {
        source: 'Employees',
        reading: {
          signed: false,
          texts: new Map([['1 K', 1000]]),
          way: { marks: [], decimal: '.', group: ',' },
          currency: undefined,
        },
      },
    },
  ],
  words: [{ field: 'industry', source: 'Industry', listed: ['retail', 'food'] }],
  unreadable: ['potential'],
  own: undefined,
  headers: {
    segment: 'Segment',
    segmentRule: 'Segment by Rule',
    segmentKept: 'Kept Segment',
    segmentFamily: 'Family Segment',
    segmentWords: 'Rules Met by Words',
    segmentNote: 'Segment Note',
  },
  figures: {
    standing: 'Standing',
    sums: {
      potential: 'Potential [$]',
      arr: 'ARR',
      bookingsYtd: 'Bookings',
      wonDeals: 'Won',
      lostDeals: 'Lost',
      growth: 'Growth',
    },
    former: { header: 'Type', words: ['Former*'] },
    risk: { header: 'Churn Risk', words: ['High'] },
    score: 'ICP Score',
  },
  channel: { header: 'Lead Source', listed: ['Web', ''] },
  market: { field: 'industry', header: 'Industry', listed: ['Retail', 'Food'] },
  markets: ['industry'],
  effort: {
    hours: 'Workload Hrs',
    travelHours: 'Travel Hrs',
    territory: context.column.territory,
    hasPay: true,
  },
  money: '"$"#,##0',
  asAt: '2026-11-22T12:00:00Z',
  values: undefined,
  kept: () => '',
  family: () => '',
  inRows: () => [],
});

/** One role with two people, one that keeps to a vertical, one that nobody has. */
export const smallOverlays = (context: StandingContext): OverlaysContext => {
  const role = {
    usualRatio: 4,
    ratio: 4,
    by: 'count',
    usualBy: 'count',
    vertical: undefined,
    industries: [],
    people: [],
    pods: context.record.territories.map(() => ''),
    strangers: [],
  } as const;
  return {
    layer: context.layer,
    say: context.say,
    record: context.record,
    table: context.table,
    column: context.column,
    tolerance: 0.2,
    lines: [
      {
        ...role,
        key: 'se',
        kind: 'se',
        people: [
          { name: 'Sol Day', leader: '', share: 1 },
          { name: 'Sue Ng', leader: '', share: 0.5 },
        ],
      },
      { ...role, key: 'sdr', kind: 'sdr' },
      {
        ...role,
        key: 'expert-retail',
        kind: 'expert',
        vertical: 'Retail',
        industries: ['Retail'],
        people: [{ name: 'Eve Roe', leader: '', share: 1 }],
      },
    ],
    measures: [
      { key: 'seats', header: undefined },
      { key: 'count', header: undefined },
      { key: 'potential', header: 'Potential [$]' },
    ],
    industryHeader: 'Industry',
  };
};

export const smallRefresh = ({ layer, say }: Pick<StandingContext, 'layer' | 'say'>): RefreshContext => ({
  layer,
  say,
  name: 'December',
  changed: [{ id: 'A1', label: 'Acme', header: 'Potential', before: 1, after: 2 }],
  added: [{ id: 'A3', label: 'Cog' }],
  gone: [{ id: 'A2', label: 'Bolt' }],
  notes: [],
  at: '2026-11-22T12:00:00Z',
});

/** Another system's table of three rows: one says another owner, for one account there is no row. */
export const smallMismatches = (context: StandingContext): MismatchContext => ({
  ...context,
  name: 'Routing',
  join: 'id',
  system: {
    sheet: 'Routing',
    headerRow: 1,
    rows: 3,
    keyLetter: 'A',
    key: 'Routing[Account]',
    owner: 'Routing[Owner]',
    ownerLetter: 'B',
  },
  listKey: 'Id',
  agree: 2,
  silent: 0,
  lines: [
    { ...mismatch, code: 'owner', row: 2, fix: 'Set Ana' },
    { ...mismatch, code: 'gap', fix: 'Add Ana' },
  ],
  words: [{ territory: 'T01 North', owner: 'Ana', word: 'Ana' }],
  files: [{ key: 'fixes', header: ['Account', 'Owner'], rows: [['1', 'Ana']] }],
  at: '2026-11-22T12:00:00Z',
});
const mismatch = {
  key: 1,
  isUnique: true,
  listKey: 1,
  account: 'Acme',
  about: 'owner',
  territory: 'T01 North',
} as const;

/** Today, the plan in the workbook and all the saved plans that there is room for. */
export function smallScenarios(context: StandingContext): ScenariosContext {
  const { territories } = context.record;
  const beside = (kind: PlanBeside['kind'], name = ''): PlanBeside => ({
    kind,
    name,
    savedAt: '2026-11-20T00:00:00Z',
    territories: territories.map(({ name: called, owner = '' }) => ({ name: called, owner, share: 1 })),
    balances: 'Potential',
    isPooled: false,
    meanDistance: 12,
    at: kind === 'saved' ? ['', ''] : [],
  });
  return {
    ...context,
    plans: [
      beside('today'),
      beside('standing'),
      ...['A', 'B', 'C', 'D'].map((name) => beside('saved', name)),
    ],
    keys: ['A1', 'A2'],
    isBlind: false,
    left: 1,
    amountFormat: '#,##0',
    unit: 'km',
  };
}

/** A team of one territory with one account, and a neighbour of whom nothing is in the copy. */
export const smallCopy = ({ layer, say }: Pick<StandingContext, 'layer' | 'say'>): CopyContext => ({
  layer,
  say,
  manager: 'Kim',
  at: '2026-11-22T12:00:00Z',
  metrics: [{ key: 'potential', label: 'Potential', tolerance: 0.05 }],
  hasQuotas: true,
  territories: [
    { name: 'T01 North', owner: 'Ana', isTeam: true, elsewhere: 0, values: [0], targets: [5], quota: 100 },
    {
      name: 'T02 South',
      owner: 'Ben',
      isTeam: false,
      elsewhere: 1,
      values: [5],
      targets: [5],
      quota: undefined,
    },
  ],
  accounts: [
    {
      key: 1,
      name: 'Acme',
      place: 'Reno, NV',
      owner: 'Ana',
      values: [5],
      territory: 'T01 North',
      border: 'T02 South',
    },
  ],
});

/** An account that has moved since quotas were issued: its table is there only then. */
const MOVED: Partial<QuotaContext> = {
  held: [{ account: 0, key: 'A', label: 'A', from: 0, to: 1, last: 1, day: 46_500 }],
  moves: [{ id: 'C0001', label: 'A', line: 0, from: 0, to: 1, fullYear: 100, day: 46_000 }],
};

/** Any sheet, of something small. */
export const buildSmall = (
  module: SheetModule,
  layer: LayerId = MAIN_LAYER,
  language: Language = 'en',
  moved: Partial<QuotaContext> = MOVED,
): Promise<SheetSpec> => {
  const said = speak(language);
  const context = smallContext({ layer, workloadHeader: 'Hours', say: said });
  return buildSheet(
    module,
    sourcesOf({
      plan: () => context,
      standing: () => context,
      quota: () => ({ ...smallQuota(context), ...moved }),
      compare: () => smallCompare(context),
      loads: () => smallLoads(context),
      findings: () => ({
        layer,
        say: said,
        table: 'Export',
        accounts: 1,
        at: '2026-11-22T12:00:00Z',
        kinds: [{ kind: 'Blank', severity: 'note', count: 1 }],
        lines: [{ kind: 'Blank', severity: 'note', read: '', understood: '', meaning: '' }],
      }),
      copy: () => smallCopy(context),
      log: () => smallLog(context),
      mismatches: () => smallMismatches(context),
      refresh: () => smallRefresh(context),
      health: () => smallHealth(context),
      attainment: () => smallAttainment(context),
      score: () => smallScore(context),
      workload: () => smallWorkload(context),
      segments: () => smallSegments(context),
      overlays: () => smallOverlays(context),
      objectives: () => smallObjectives(context),
      open: () => smallOpen(context),
      signOff: () => smallSignOff(context),
      scenarios: () => smallScenarios(context),
    }),
  );
};
