import * as v from 'valibot';
import { textHash } from './text-hash';

/** What somebody says to a plan, or to a trade. A word of their own stays as it was typed. */
export const DECISIONS = ['agreed', 'notAgreed'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Between whom accounts trade: since before the plan, or since a change was accepted last. */
export const TRADED_SINCE = ['before', 'accepted'] as const;

const text = v.pipe(v.string(), v.maxLength(1000));
const name = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.number(), v.minValue(1), v.maxValue(2_958_465));

/** What a manager says to the plan. */
const TeamSchema = v.strictObject({
  manager: name,
  said: v.optional(text, ''),
  /** 1900 serial. */
  on: v.optional(day),
  comment: v.optional(text, ''),
  /** Of which plan it was said: the beginning of its result hash. */
  plan: v.optional(name, ''),
  /** What the row counted when it was signed, or written: see `figuresOf`; blank where nobody knows. */
  figures: v.optional(name, ''),
});

/** What two managers say to accounts that go from the one to the other. */
const TradeSchema = v.strictObject({
  from: name,
  to: name,
  gives: v.optional(text, ''),
  takes: v.optional(text, ''),
  comment: v.optional(text, ''),
  /** Of which plan it was said, and what was said of one before. */
  plan: v.optional(name, ''),
  gaveEarlier: v.optional(text, ''),
  tookEarlier: v.optional(text, ''),
  /** What it was said of: see `tradeFigures`; blank where nobody knows. */
  figures: v.optional(name, ''),
});

/** Between the figures of a team that is signed: no country takes that for a day. */
export const FIGURES = ' | ';

/**
 * The number of an account in what is signed: sums of them tell whether accounts are still the same ones where as many have
 * come as went. Those of 25,000 accounts fit into a number that every spreadsheet writes out.
 * @param known what the account is known by
 */
export const signatureNumber = (known: string): number => 1 + ((textHash(known) >>> 0) % 999_983);

/**
 * What a manager signs, as one text: accounts, those that go to other teams, as far as they are counted from before the plan
 * (else they stop going once they are accepted), and the sum of the numbers of the accounts.
 */
export const figuresOf = (
  accounts: number,
  goes: number,
  since: (typeof TRADED_SINCE)[number],
  sum: number,
): string => [accounts, since === 'accepted' ? '' : goes, sum].join(FIGURES);

/** What is signed of a trade: accounts, and the sum of their numbers. */
export const tradeFigures = (accounts: number, sum: number): string => [accounts, sum].join(FIGURES);

/** Whether what was signed still is as it was then, as far as that was kept: an earlier version kept no sums. */
export const isAsSigned = (then: string, now: string): boolean =>
  then === '' || `${now}${FIGURES}`.startsWith(`${then}${FIGURES}`);

/** The round in which managers sign a plan. Nothing of it changes one. */
export const SignOffSettingsSchema = v.strictObject({
  /** As of which day; absent: the day of writing. */
  asAt: v.optional(day),
  /** By when everybody is to have signed; absent: nobody said. */
  due: v.optional(day),
  since: v.optional(v.picklist(TRADED_SINCE), 'before'),
  teams: v.optional(v.array(TeamSchema), []),
  trades: v.optional(v.array(TradeSchema), []),
});

export type SignOffSettings = v.InferOutput<typeof SignOffSettingsSchema>;
export type TeamSaid = SignOffSettings['teams'][number];
export type TradeSaid = SignOffSettings['trades'][number];
export const USUAL_SIGN_OFF: SignOffSettings = v.parse(SignOffSettingsSchema, {});

/** The settings that stand one a row. */
export const SIGN_OFF_SETTINGS = [
  'asAt',
  'due',
  'since',
] as const satisfies readonly (keyof SignOffSettings)[];
export type SignOffSetting = (typeof SIGN_OFF_SETTINGS)[number];
