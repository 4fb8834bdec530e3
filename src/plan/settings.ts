import * as v from 'valibot';
import { ACCOUNT_FIELDS, REP_FIELDS } from './fields';
import { metricFields, metricKey } from './metrics';
import { ObjectivesSettingsSchema } from './objectives';
import { OpenSettingsSchema } from './open';
import { OverlaysSettingsSchema } from './overlays';
import { QuotaSettingsSchema } from './quota';
import { STAY_KINDS } from './rules/stays';
import { ScoreSettingsSchema } from './score';
import { SegmentsSettingsSchema } from './segments';
import { SignOffSettingsSchema } from './sign-off';
import { saidOf, TERRITORY_ID } from './territory-id';
import { UNITS } from './together';
import { WorkloadSettingsSchema } from './workload';

/** Version of every JSON form that we store or read. Raise it with a migration in `migrateSettings`. */
const SETTINGS_SCHEMA = 1;

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A table or a sheet by name; of a sheet perhaps only these cells (`B4:H200`), headers first. */
const place = v.strictObject({
  sheet: v.optional(v.string()),
  table: v.optional(v.string()),
  range: v.optional(v.pipe(v.string(), v.regex(/^\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+$/))),
});

/** Headers by field. A field that we do not know is a typo, and must not be ignored. */
const columnsOf = (fields: object) =>
  v.record(
    v.pipe(
      v.string(),
      v.check((field) => Object.hasOwn(fields, field), 'unknownField'),
    ),
    v.string(),
  );

/** What is said of territories, by their ids. */
const byTerritory = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.record(v.pipe(v.string(), v.regex(TERRITORY_ID, 'territoryId')), entry);

/** What the user typed in a row of the territory list. Absent is as it comes: from the team list, or blank. */
const territoryWords = v.strictObject({
  /** Blank makes the seat an open one. */
  owner: v.optional(v.pipe(v.string(), v.maxLength(120))),
  manager: v.optional(v.pipe(v.string(), v.maxLength(120))),
  /** 0 closes the territory: it has no target, and nothing goes there. */
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  capacityHours: v.optional(v.pipe(v.number(), v.minValue(0))),
  objective: v.optional(v.string()),
  measure: v.optional(v.string()),
  support: v.optional(v.string()),
});

/** ISO 3166 alpha-2. */
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'));
const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'currency'));

/** Where a rate of exchange comes from: its day as the cell has it, and who gave it. */
const rateOrigin = v.strictObject({
  date: v.optional(v.union([v.number(), v.string()])),
  source: v.optional(v.union([v.string(), v.number()])),
});

const metric = v.strictObject({
  metric: v.pipe(
    v.string(),
    v.check((id) => metricFields(id) !== undefined, 'unknownMetric'),
  ),
  tolerance: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
});

/** What a plan is to be best at. RULES of the field: the names of the choices that are offered. */
export const AIMS = ['recommended', 'tightest', 'fewest', 'compact'] as const;
export type Aim = (typeof AIMS)[number];

/** What accounts may have in common, where nothing says where they are. */
export const ALIKE = ['region', 'segment', 'industry', 'type', 'size'] as const;
export type Alike = (typeof ALIKE)[number];

/** The features of `region+industry`; undefined where one is none, or stands twice. */
export function featuresIn(alike: string): Alike[] | undefined {
  const words = alike.split('+');
  const features = ALIKE.filter((feature) => words.includes(feature));
  return features.length === words.length ? features : undefined;
}

/** At most these parts of the customers' money and of the active accounts (all, where activity is not told) leave an owner who stays, in the plan that is recommended. */
export const RECOMMENDED = { money: 0.1, accounts: 0.2 } as const;

/** What a move may cost, by what an account is. */
export const MOVE_CLASSES = ['customers', 'active', 'untouched'] as const;
export type MoveClass = (typeof MOVE_CLASSES)[number];
/** How much it counts to leave an account with its owner, unless somebody says otherwise: 1 is all that continuity asks for. */
export const WEIGHTS: Readonly<Record<MoveClass, number>> = { customers: 1, active: 0.5, untouched: 0.1 };

/** The calendar has such a day. */
export const isDay = (iso: string): boolean => {
  const [year = NaN, month = NaN, day = NaN] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
};

/** A text is such a day: `2027-02-01`. */
export const isIsoDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text);

/** At most so many accounts, and hours a year. */
const bookLimit = {
  accounts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  hours: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(100_000))),
};

/** What the user may set; everything has a default, `{}` is a complete settings file. */
export const SettingsSchema = v.strictObject({
  schema: v.optional(v.literal(SETTINGS_SCHEMA), SETTINGS_SCHEMA),
  planName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)), 'Territory plan'),
  language: v.optional(v.picklist(['en', 'de']), 'en'),
  /** Metrics in order of importance; empty: the usual choice for the data at hand. */
  balance: v.optional(
    v.pipe(
      v.array(metric),
      v.check(
        (list) => new Set(list.map(({ metric: id }) => metricKey(id))).size === list.length,
        'metricTwice',
      ),
    ),
    [],
  ),
  /** Number of territories; absent: as many as the team has seats. */
  territories: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295)), 1),
  /** What the plan is to be best at; absent: as continuity, caps and tolerances are set. */
  aim: v.optional(v.picklist(AIMS)),
  effort: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(10)), 1),
  /** 0 … 1: how much to leave accounts with their owner when the plan is carved. A little costs no distance. */
  continuity: v.optional(fraction, 0.1),
  /** 0 … 1: part of the compactness that may be spent on fair shares inside the tolerance of the first metric. */
  evenness: v.optional(fraction, 0.0125),
  /** Hard limits on disruption as fractions; absent: none. */
  cap: v.optional(
    v.strictObject({
      accounts: v.optional(fraction, 1),
      money: v.optional(fraction, 1),
      customers: v.optional(fraction),
      active: v.optional(fraction),
      untouched: v.optional(fraction),
    }),
  ),
  /** 0 … 1: how much of the continuity holds for customers, active prospects and untouched ones. */
  moveWeights: v.optional(
    v.strictObject({
      customers: v.optional(fraction),
      active: v.optional(fraction),
      untouched: v.optional(fraction),
    }),
  ),
  /** Accounts that stay with an owner who stays, by why; days are counted from the one that is named. */
  stay: v.optional(
    v.strictObject({
      kinds: v.array(v.picklist(STAY_KINDS)),
      asAt: v.pipe(
        v.string(),
        v.isoDate('isoDate'),
        v.check((day) => isDay(day), 'isoDate'),
      ),
    }),
  ),
  /** At most so many accounts, and hours a year, a seat; the team list may say otherwise of one. What is beyond goes to the pool. */
  book: v.optional(
    v.strictObject({
      ...bookLimit,
      /** Of those whose role is called so, before what holds for all. */
      roles: v.optional(v.record(v.string(), v.strictObject(bookLimit))),
    }),
  ),
  /** Keep accounts of one parent together. */
  keepFamilies: v.optional(v.boolean(), true),
  /** What a territory has whole or not at all. Absent: an account, or its family. */
  unit: v.optional(v.picklist(UNITS)),
  /** Each territory in one piece, where tolerances and limits allow it. */
  connected: v.optional(v.boolean()),
  /** Where nothing says where accounts are: those that have this in common go together. Absent: nothing. */
  alike: v.optional(
    v.pipe(
      v.string(),
      v.check((word) => featuresIn(word) !== undefined, 'alike'),
    ),
  ),
  /** Keep each account inside the segment of its rep. Absent: where team and list speak of the same segments. */
  bySegment: v.optional(v.boolean()),
  /** The same for states, countries and regions. */
  byRegion: v.optional(v.boolean()),
  /** Accounts of an industry that seats are skilled in go to these. */
  bySkill: v.optional(v.boolean()),
  /** Seats for named accounts stand outside the balance. Absent: where roles and the list both speak of them. */
  namedSeats: v.optional(v.boolean()),
  /** Rows of the team list that name one territory are one seat, which these people share. Absent: a seat each. */
  sharedSeats: v.optional(v.boolean()),
  /** Units of the plan's currency for one unit of each other (`{"EUR": 1.08}`), for tables in several. */
  fx: v.optional(v.record(currency, v.pipe(v.number(), v.gtValue(0)))),
  /** Day and source of those rates, by currency. */
  fxFrom: v.optional(v.record(currency, rateOrigin)),
  includeHiddenRows: v.optional(v.boolean(), true),
  /** The country of addresses that say none. Absent: that of most, as far as they tell. */
  country: v.optional(country),
  /** Header names the user chose for a field, over what is recognised. */
  accountColumns: v.optional(columnsOf(ACCOUNT_FIELDS), {}),
  repColumns: v.optional(columnsOf(REP_FIELDS), {}),
  accounts: v.optional(place),
  reps: v.optional(place),
  /** Names the user gave to territories, by id. */
  territoryNames: v.optional(byTerritory(v.string()), {}),
  /** What the user typed in the territory list besides, by id. */
  territoryList: v.optional(byTerritory(territoryWords)),
  /** The day from which the plan holds, ISO; absent: nobody said. */
  effectiveFrom: v.optional(v.pipe(v.string(), v.isoDate('isoDate'), v.check(isDay, 'isoDate'))),
  /** What is proposed in the year waits for its manager's approval. Nothing of it changes a plan. */
  approval: v.optional(v.boolean()),
  /** Quota and pay. Nothing of it changes a plan. */
  quota: v.optional(QuotaSettingsSchema),
  /** What accounts are scored by. A plan changes with it only where the score is balanced, and then by the scores themselves. */
  score: v.optional(ScoreSettingsSchema),
  /** The work that accounts make: the same holds of its hours. */
  workload: v.optional(WorkloadSettingsSchema),
  /** Rules of segments and goals: a plan depends on them by the segments themselves. */
  segments: v.optional(SegmentsSettingsSchema),
  /** Who helps which territory. Nothing of it changes a plan. */
  overlays: v.optional(OverlaysSettingsSchema),
  /** What territories are to reach. Nothing of it changes a plan. */
  objectives: v.optional(ObjectivesSettingsSchema),
  /** What holds of territories without an owner. Nothing of it changes a plan. */
  open: v.optional(OpenSettingsSchema),
  /** Who signs a plan. Nothing of it changes one. */
  signOff: v.optional(SignOffSettingsSchema),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Settings beside the plan, most of them of sheets: nothing of them changes one. */
export const BESIDE_PLAN = [
  'approval',
  'quota',
  'score',
  'workload',
  'segments',
  'overlays',
  'objectives',
  'open',
  'signOff',
] as const satisfies readonly (keyof Settings)[];
export type TerritoryWords = v.InferOutput<typeof territoryWords>;

/** The words of a territory. @param id its id in the plan */
export const wordsFor = ({ territoryList }: Pick<Settings, 'territoryList'>, id: string): TerritoryWords =>
  saidOf(territoryList ?? {}, id) ?? {};

export interface SettingsProblem {
  /** Dotted path of the setting, and what stood there. */
  readonly path: string;
  readonly received: string;
  readonly expected: string;
  /** The bound, or the words to choose from, where what was expected has one. */
  readonly limit?: string;
}

/** What our own checks expect, as codes that stand beside valibot's. */
const EXPECTED: Readonly<Record<string, string>> = {
  unknownMetric: 'metric',
  metricTwice: 'metricTwice',
  alike: 'alike',
  unknownField: 'field',
  isoDate: 'date',
  territoryId: 'territoryId',
  currency: 'currency',
  quotaRow: 'quotaRow',
  unknownFactor: 'field',
  tiersNone: 'tiersNone',
  'tiers.none': 'tiersNone',
  'tiers.start': 'tiersStart',
  'tiers.order': 'tiersOrder',
  'tiers.end': 'tiersEnd',
};

/** Bounds as codes, beside which the bound itself is told. */
const BOUNDS: Readonly<Record<string, string>> = {
  min_value: 'atLeast',
  max_value: 'atMost',
  gt_value: 'above',
  max_length: 'letters',
  length: 'many',
};

function expectedOf(issue: v.InferIssue<typeof SettingsSchema>): Pick<SettingsProblem, 'expected' | 'limit'> {
  const bound = BOUNDS[issue.type];
  if (bound !== undefined && 'requirement' in issue)
    return { expected: bound, limit: String(issue.requirement) };
  // valibot has the words in quotes, between bars.
  if (issue.type === 'picklist')
    return { expected: 'oneOf', limit: (issue.expected ?? '').replace(/[()"]/g, '').split(' | ').join(', ') };
  if (issue.type === 'integer') return { expected: 'integer' };
  return { expected: EXPECTED[issue.message] ?? issue.expected ?? issue.message };
}

/** Checks settings read from a file or the workbook. Unknown keys are errors: a typo must not be ignored. */
export function parseSettings(
  input: unknown,
): { ok: true; settings: Settings } | { ok: false; problems: SettingsProblem[] } {
  const result = v.safeParse(SettingsSchema, input);
  if (result.success) return { ok: true, settings: result.output };
  return {
    ok: false,
    problems: result.issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      received: issue.received,
      ...expectedOf(issue),
    })),
  };
}

export const defaultSettings: Settings = v.parse(SettingsSchema, {});
