import * as v from 'valibot';

/** Parts of a plan number that are sold and paid apart from each other. */
export const COMPONENTS = ['new', 'expansion', 'renewal'] as const;
/** What the quotas of a line are shared out by. */
export const METHODS = ['equal', 'potential', 'history', 'blended', 'bottomUp'] as const;
export const PERIODS = ['months', '445'] as const;
export const CALENDARS = ['days', 'months', 'season'] as const;
export const MID_MONTH = ['day', 'this', 'next', 'half'] as const;
export const LEAVE = ['days', 'none'] as const;
export const OVERRIDES = ['leave', 'spread'] as const;
export const MOVES = ['above', 'always', 'never'] as const;
export const TIER_KINDS = ['marginal', 'cliff'] as const;
export const RAMP_RATES = ['kept', 'raised', 'guarantee'] as const;

export type Component = (typeof COMPONENTS)[number];
export type Method = (typeof METHODS)[number];

/** Usual over-assignment of a component: renewals are not sold twice. */
const USUAL_OVER: Readonly<Record<Component, number>> = { new: 0.15, expansion: 0.15, renewal: 0 };
/** Months since the start that a ramp tells; afterwards a rep is fully productive. */
export const RAMP_MONTHS = 12;
/** What stands for "and above" in the tiers of pay. */
export const ABOVE = 1e99;
/** From so many times the quota on a tier has no end. */
export const NO_END = 1e6;
/** Parts of the quota at which pay is told. */
export const ATTAINMENTS = [0.6, 0.8, 1, 1.2, 1.4] as const;

const money = v.pipe(v.number(), v.finite());
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const text = v.pipe(v.string(), v.maxLength(120));
/** 1900 date serial, as cells have it. */
const day = v.pipe(v.number(), v.minValue(1), v.maxValue(2_958_465));

/** The last day on which a fiscal year can begin: dates end with it. */
export const LAST_YEAR = 2_958_100;

const line = v.strictObject({
  component: v.optional(v.picklist(COMPONENTS), 'new'),
  /** Seats of this role and segment; blank: of any. */
  role: v.optional(text, ''),
  segment: v.optional(text, ''),
  amount: notNegative,
  /** Absent: as usual for the component. */
  overAssignment: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(2))),
  method: v.optional(v.picklist(METHODS), 'equal'),
});

/** What is known of a seat besides the territory list. Absent is as the team list has it. */
const seat = v.strictObject({
  role: v.optional(text),
  coveredBy: v.optional(text),
  hired: v.optional(day),
  start: v.optional(day),
  end: v.optional(day),
  leaveFrom: v.optional(day),
  leaveTo: v.optional(day),
  base: v.optional(notNegative),
  variable: v.optional(notNegative),
  /** Cost of a year's travel. */
  travel: v.optional(notNegative),
  /** Units of the plan's currency for one of the rep's own. */
  rate: v.optional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  /** Day of that rate. */
  rateDate: v.optional(day),
  /** Part of last year's quota that was reached; shown, never applied. */
  attained: v.optional(notNegative),
  /** What is nothing, whatever the team list says: its cell was cleared. */
  blank: v.optional(v.record(v.string(), v.literal(true))),
  /** Whose pay and dates these are; absent: the seat's, whoever sits in it. */
  of: v.optional(text),
});

/** What of a seat belongs to a person. */
export const PERSONAL = [
  'hired',
  'start',
  'end',
  'leaveFrom',
  'leaveTo',
  'base',
  'variable',
  'travel',
  'rate',
  'rateDate',
  'attained',
] as const satisfies readonly (keyof v.InferOutput<typeof seat>)[];

/** What is said of a seat's part of one line of the plan, by `T07.1`: territory and line, from 1. */
const row = v.strictObject({
  floor: v.optional(notNegative),
  cap: v.optional(notNegative),
  lastYear: v.optional(notNegative),
  override: v.optional(notNegative),
  reason: v.optional(v.pipe(v.string(), v.maxLength(255))),
  /** The same of last year's quota. */
  blank: v.optional(v.record(v.string(), v.literal(true))),
});

/** A rep of a seat that several share, and his part of its quota: together they have all of it. */
const shareOfSeat = v.strictObject({
  /** Id of its territory, as it is typed: one that is none is told beside it. */
  seat: text,
  rep: text,
  split: v.optional(part),
});

const ramp = v.strictObject({
  /** Blank: of every role that has no ramp of its own. */
  role: v.optional(text, ''),
  /** Absent or blank: of seats of any segment. */
  segment: v.optional(text),
  months: v.pipe(v.array(part), v.length(RAMP_MONTHS)),
});

const tier = v.strictObject({ from: notNegative, to: notNegative, multiplier: notNegative });

/** Why tiers cannot be: they leave a gap, overlap, or end. Undefined if they can. */
export function tierTrouble(
  tiers: readonly v.InferOutput<typeof tier>[],
): 'none' | 'start' | 'order' | 'end' | undefined {
  if (tiers.length === 0) return 'none';
  if (tiers[0]?.from !== 0) return 'start';
  if (tiers.some(({ from, to }, t) => to <= from || (t > 0 && from !== tiers[t - 1]?.to))) return 'order';
  return (tiers.at(-1)?.to ?? 0) >= NO_END ? undefined : 'end';
}

const tiers = v.pipe(
  v.array(tier),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const trouble = tierTrouble(dataset.value);
    if (trouble === undefined) return;
    const received = dataset.value.map(({ from, to }) => `${from}–${to >= NO_END ? '∞' : to}`).join(', ');
    addIssue({ message: `tiers.${trouble}`, received });
  }),
);

/** Conventions as they were when quotas were issued: what is issued goes by them from then on. */
const conventions = v.strictObject({
  /** First day of the fiscal year. */
  fiscalYear: day,
  periods: v.picklist(PERIODS),
  calendar: v.picklist(CALENDARS),
  season: v.array(notNegative),
  midMonth: v.picklist(MID_MONTH),
  leave: v.picklist(LEAVE),
  ramps: v.array(ramp),
  overrides: v.picklist(OVERRIDES),
  unit: notNegative,
  managers: notNegative,
  growth: v.optional(notNegative),
  blendEqual: part,
  blendPotential: part,
  blendHistory: part,
  attainment: notNegative,
});

const issue = v.strictObject({
  by: text,
  /** ISO day. */
  at: v.string(),
  inputHash: v.string(),
  /** Pool of each line, in its order. */
  pools: v.array(money),
  /** Over-assignment of each line, and what of its pool was not given out as it was wanted. */
  lines: v.optional(
    v.array(
      v.strictObject({
        over: v.number(),
        notPlaceable: money,
        bottomUpGap: money,
        overrideGap: money,
        rounding: money,
      }),
    ),
    [],
  ),
  /** Absent in an issue of an earlier version: as they are now. */
  conventions: v.optional(conventions),
  /** By territory: whose it was. */
  seats: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        territory: v.string(),
        owner: v.string(),
        role: v.string(),
        /** Absent in an issue of an earlier version: as it is now. */
        segment: v.optional(v.string()),
      }),
    ),
    {},
  ),
  rows: v.record(
    v.string(),
    v.strictObject({
      fullYear: money,
      quota: money,
      share: v.number(),
      weight: v.number(),
      potential: v.optional(v.number()),
      override: v.optional(notNegative),
      /** Bounds of the full-year quota; no `low` in an issue of an earlier version, no `high` where there was none. */
      low: v.optional(notNegative),
      high: v.optional(notNegative),
    }),
  ),
});

/** What may be set of quota and pay; everything has a default but the plan number itself. */
export const QuotaSettingsSchema = v.strictObject({
  lines: v.optional(v.array(line), []),
  /** First day of the fiscal year; absent: the first January after the plan was designed. */
  fiscalYear: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(LAST_YEAR))),
  periods: v.optional(v.picklist(PERIODS), 'months'),
  calendar: v.optional(v.picklist(CALENDARS), 'days'),
  /** Weights of the twelve months, for the calendar by season. */
  season: v.optional(v.pipe(v.array(notNegative), v.length(12)), Array<number>(12).fill(1)),
  midMonth: v.optional(v.picklist(MID_MONTH), 'day'),
  leave: v.optional(v.picklist(LEAVE), 'days'),
  ramps: v.optional(v.array(ramp), [{ role: '', months: [0.25, 0.5, 0.75, ...Array<number>(9).fill(1)] }]),
  overrides: v.optional(v.picklist(OVERRIDES), 'leave'),
  unit: v.optional(notNegative, 1000),
  managers: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(2)), 0.1),
  /** A quota grows by no more than this over last year's; absent: no limit. */
  growth: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  blendEqual: v.optional(part, 0.5),
  blendPotential: v.optional(part, 0.5),
  blendHistory: v.optional(part, 0),
  /** Whether the quota of accounts that move in the year goes with them, and from what part of a seat's issued quota on. */
  moves: v.optional(v.picklist(MOVES), 'above'),
  moveThreshold: v.optional(part, 0.05),
  tiers: v.optional(tiers, [
    { from: 0, to: 1, multiplier: 1 },
    { from: 1, to: 1.3, multiplier: 1.5 },
    { from: 1.3, to: ABOVE, multiplier: 2 },
  ]),
  tierKind: v.optional(v.picklist(TIER_KINDS), 'marginal'),
  rampRate: v.optional(v.picklist(RAMP_RATES), 'kept'),
  budget: v.optional(notNegative),
  attainment: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(5)), 0.85),
  attrition: v.optional(part, 0),
  ratioLow: v.optional(notNegative, 4),
  ratioHigh: v.optional(notNegative, 6),
  overlayCost: v.optional(notNegative, 0),
  /** Pay of those who lead the seats; absent: as the team list has it. */
  managerCost: v.optional(notNegative),
  /** What differs by more than this is told. */
  notable: v.optional(part, 0.15),
  /** By the id of the territory; of further reps of a seat that several share `T07+2`. */
  seats: v.optional(v.record(v.pipe(v.string(), v.regex(/^T\d{2,}(?:\+\d)?$/, 'territoryId')), seat), {}),
  /** Reps who share a seat: two rows or more a seat. */
  shares: v.optional(v.array(shareOfSeat), []),
  rows: v.optional(v.record(v.pipe(v.string(), v.regex(/^T\d{2,}\.[1-9]\d*$/, 'quotaRow')), row), {}),
  issued: v.optional(issue),
});

export type QuotaSettings = v.InferOutput<typeof QuotaSettingsSchema> & {
  /** Digits of amounts after the point: those of the plan's currency, which knows; never set. Absent: cents. */
  readonly digits?: number;
};
/** What is set where nobody says anything. */
export const USUAL_SETTINGS: QuotaSettings = v.parse(QuotaSettingsSchema, {});
export type QuotaLine = QuotaSettings['lines'][number];
export type QuotaIssue = v.InferOutput<typeof issue>;
export type Conventions = v.InferOutput<typeof conventions>;
export type PayTier = v.InferOutput<typeof tier>;

/** Key of a seat's part of a line; `line` counts from 0. */
export const rowKey = (territory: string, line: number): string => `${territory}.${line + 1}`;

/** Territory and line, from 0, of such a key. */
export function partOf(key: string): { readonly territory: string; readonly line: number } {
  const dot = key.lastIndexOf('.');
  return { territory: key.slice(0, dot), line: Number(key.slice(dot + 1)) - 1 };
}

/** Ids of territories that quotas were issued to, whether they are still there or not. */
export const issuedIds = (quota: Pick<QuotaSettings, 'issued'> | undefined): string[] => [
  ...new Set(Object.keys(quota?.issued?.rows ?? {}).map((key) => partOf(key).territory)),
];

/** Key of what is said of the second rep of a seat, of the third, …; `n` counts from 0. */
export const repKey = (territory: string, n: number): string =>
  n === 0 ? territory : `${territory}+${n + 1}`;

export const overOf = ({ component, overAssignment }: QuotaLine): number =>
  overAssignment ?? USUAL_OVER[component];
