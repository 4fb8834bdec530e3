import * as v from 'valibot';

/** Why no pay is told: no quota was issued, the account had none, or a seat's pay is not known. */
export const PAY_GAPS = ['notIssued', 'noQuota', 'noRate'] as const;
/** What a loader says of a row: nothing yet, that it took it, that it refused it. */
export const LOAD_RESULTS = ['open', 'loaded', 'failed'] as const;

/**
 * A move of an account that was accepted, or rejected, or something that happened to a seat, as it was then: nothing in it
 * changes afterwards but what became of it in load files.
 */
const LoggedChangeSchema = v.object({
  /** `C0001`, in the order of acceptance. */
  id: v.string(),
  /**
   * Of a seat: `name` is its territory, `from` and `to` who had it and who has it; `account` is blank. Account:
   * something happened to it, and it stayed where it was. Rejected: it never came about.
   */
  kind: v.optional(v.picklist(['seat', 'account', 'rejected'])),
  /** ISO time, and who accepted it, or put it back; blank: nobody said. */
  at: v.string(),
  by: v.string(),
  /** What the account is known by (its id, else its name), and what it is called. */
  account: v.string(),
  name: v.string(),
  /** Names of territories; blank: none. */
  from: v.string(),
  to: v.string(),
  reason: v.string(),
  /** Who approved or rejected it, as the list said when the decision was taken over; absent: nobody was asked. */
  decidedBy: v.optional(v.string()),
  /** Rules that it went against, in words; early logs say nothing of them. */
  against: v.optional(v.string()),
  /** ISO day from which it holds; of a cover the last one up to which it does. */
  effective: v.string(),
  until: v.optional(v.string()),
  /**
   * Quota that the account brings along since quotas were issued: which issue, the ids of both territories (blank: none),
   * and its part of a whole year's quota, by line from 0.
   */
  quota: v.optional(
    v.object({
      issue: v.string(),
      from: v.string(),
      to: v.string(),
      rows: v.array(v.tuple([v.number(), v.number()])),
    }),
  ),
  /**
   * Target variable pay that lies on that quota in a whole year, at the rate of the seat that it leaves and of the one it
   * comes to; null where there is no such seat, or nobody knows, and why. Absent where pay was not written.
   */
  pay: v.optional(
    v.object({
      from: v.nullable(v.number()),
      to: v.nullable(v.number()),
      why: v.optional(v.picklist(PAY_GAPS)),
    }),
  ),
  /** In which load files it was, when that was said, and what a loader answered; absent: in none. */
  loaded: v.optional(
    v.object({
      at: v.string(),
      files: v.array(v.string()),
      result: v.picklist(LOAD_RESULTS),
      error: v.optional(v.string()),
    }),
  ),
  /** What the account had brought in the year by then, where the list says. */
  booked: v.optional(v.number()),
  /** Load ÷ target of the first metric before and after all that was accepted together; null where nobody knows. */
  fromShare: v.nullable(v.tuple([v.number(), v.number()])),
  toShare: v.nullable(v.tuple([v.number(), v.number()])),
});
export type LoggedChange = v.InferOutput<typeof LoggedChangeSchema>;

export const ChangeLogSchema = v.array(LoggedChangeSchema);

/** Number of the next change: one more than the largest there is. */
export function nextNumber(log: readonly LoggedChange[]): number {
  return 1 + Math.max(0, ...log.map(({ id }) => Number(id.slice(1)) || 0));
}

/** Moves of accounts that came about. */
export const ofAccounts = (log: readonly LoggedChange[]): readonly LoggedChange[] =>
  log.filter(({ kind }) => kind === undefined);

export const changeId = (n: number): string => `C${String(n).padStart(4, '0')}`;

/** Whether a later change has taken it back: the same account went the same way home. */
export function isReversed(log: readonly LoggedChange[], n: number): boolean {
  const change = log[n];
  return (
    change !== undefined &&
    change.kind === undefined &&
    log
      .slice(n + 1)
      .some(
        ({ kind, account, from, to }) =>
          kind === undefined && account === change.account && from === change.to && to === change.from,
      )
  );
}
