import type { Accounts } from './accounts';
import { numberAt, textAt, type NumberColumn } from './columns';
import type { AccountNumberField } from './fields';

/** What a change of owner costs: a customer is not a name that nobody has called yet. */
export const STANDINGS = ['customer', 'active', 'untouched', 'prospect'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Activity within so many days makes a prospect an active one. */
export const ACTIVE_DAYS = 90;

/** Amounts of which any makes an account a customer, and an active prospect. */
const CUSTOMER_FIELDS = ['arr', 'bookingsYtd', 'wonDeals'] as const satisfies readonly AccountNumberField[];
const ACTIVE_FIELDS = ['openPipeline'] as const satisfies readonly AccountNumberField[];
/** With more words for customers than this the column of types is no evidence. */
const MOST_WORDS = 20;
const CUSTOMER = /^(?:(?:existing|current|active)\s+)?(?:customer|client|kunde|bestandskunde)s?\b/i;

/** What tells customers from prospects in a list. */
export interface Evidence {
  /** A positive number in one of these: a customer. */
  readonly customer: readonly (typeof CUSTOMER_FIELDS)[number][];
  /** Words of the list's column of types that say customer. */
  readonly types: readonly string[];
  /** A positive number in one of these, or a date since the day: an active prospect. */
  readonly active: readonly (typeof ACTIVE_FIELDS)[number][];
  /** The first day, a 1900 serial, on which activity counts; undefined where the list has no such dates. */
  readonly since: number | undefined;
}

/**
 * Days are counted back from the latest activity of the list: it is as old as that, and a plan is the same on another day.
 * @param today 1900 serial: days to come are no activity
 * @returns undefined where nothing in the list tells a customer
 */
export function evidenceIn({ number, text }: Accounts, today = Infinity): Evidence | undefined {
  const says = (field: AccountNumberField): boolean => number[field]?.some((value) => value > 0) === true;
  const customer = CUSTOMER_FIELDS.filter(says);
  const words = (text.type?.pool ?? []).filter((word) => CUSTOMER.test(word.trim()));
  const types = words.length > MOST_WORDS ? [] : words;
  if (customer.length + types.length === 0) return undefined;
  return {
    customer,
    types,
    active: ACTIVE_FIELDS.filter(says),
    since: says('lastActivity') ? Math.min(today, latest(number.lastActivity)) - ACTIVE_DAYS : undefined,
  };
}

const latest = (days: NumberColumn = new Float64Array()): number =>
  days.reduce((most, day) => (day > most ? day : most), 0);

/** The standings that a list can tell: without a sign of activity a prospect is a prospect. */
export const standingsTold = ({ active, since }: Evidence): readonly Standing[] =>
  active.length === 0 && since === undefined ? ['customer', 'prospect'] : ['customer', 'active', 'untouched'];

/** What an account is: the first that is true. */
export function standingOf({ number, text }: Accounts, evidence: Evidence, account: number): Standing {
  const { customer, types, active, since } = evidence;
  const has = (field: AccountNumberField): boolean => (numberAt(number[field], account) ?? 0) > 0;
  if (customer.some(has) || types.includes(textAt(text.type, account) ?? '\0')) return 'customer';
  if (active.some(has)) return 'active';
  if (since !== undefined && (numberAt(number.lastActivity, account) ?? 0) >= since) return 'active';
  return active.length === 0 && since === undefined ? 'prospect' : 'untouched';
}
