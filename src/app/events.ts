import * as v from 'valibot';
import { Failure } from '../plan/failures';
import { isDay } from '../plan/settings';
import { VERDICTS } from './approval';
import { HOLD_KINDS } from './deal-holds';
import { sheetsToAsk } from '../reports/registry';
import { ACCOUNT_EVENTS } from './account-event';
import { accountEvent } from './actions/account-event';
import { acceptChanges } from './actions/accept-changes';
import { askApproval } from './actions/ask-approval';
import { decideProposal } from './actions/decide-proposal';
import { putBackRejected } from './actions/put-back-rejected';
import { carryOutDue } from './actions/carry-out-due';
import { apply } from './actions/apply';
import { carveTerritory } from './actions/carve-territory';
import { closeTerritory } from './actions/close-territory';
import { reopenTerritory } from './actions/reopen-territory';
import { compareExport } from './actions/compare-export';
import { compareCopy } from './actions/compare-copy';
import { decideConflict } from './actions/decide-conflict';
import { takeCopy } from './actions/take-copy';
import { writeCopy } from './actions/write-copy';
import { compareSystem } from './actions/compare-system';
import { holdDeals } from './actions/hold-deals';
import { issueQuotas } from './actions/issue-quotas';
import { joinOpen } from './actions/join-open';
import { mergeTerritories } from './actions/merge-territories';
import { keep } from './actions/keep';
import { moveAccount } from './actions/move-account';
import { open } from './actions/open';
import { placeAccounts } from './actions/place-accounts';
import { placeStrays } from './actions/place-strays';
import { putBack } from './actions/put-back';
import { rebalance } from './actions/rebalance';
import { scheduleMoves } from './actions/schedule-moves';
import { signOff } from './actions/sign-off';
import { spreadTerritory } from './actions/spread-territory';
import { coverOpen } from './actions/cover-open';
import { endLeave } from './actions/end-leave';
import { takeLeave } from './actions/take-leave';
import { takeExport } from './actions/take-export';
import { verify } from './actions/verify';
import { writeLoads } from './actions/write-loads';
import { writeSheet } from './actions/write-sheet';
import type { Action } from './action';
import type { Clock } from './ports';
import type { Store } from './store';

const day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'There is no such day'));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const EventSchema = v.variant('event', [
  v.strictObject({ event: v.literal('move'), account: v.string(), to: v.string() }),
  v.strictObject({
    event: v.literal('schedule'),
    accounts: v.pipe(v.array(v.string()), v.minLength(1)),
    to: v.string(),
    from: day,
    until: v.optional(day),
  }),
  v.strictObject({ event: v.literal('join'), territory: v.string(), name: v.string(), start: day }),
  v.strictObject({
    event: v.literal('leave'),
    territory: v.string(),
    from: day,
    to: day,
    cover: v.optional(v.string(), ''),
  }),
  v.strictObject({
    event: v.literal('cover'),
    territory: v.string(),
    by: v.string(),
    future: v.optional(v.string(), ''),
    start: v.optional(day),
  }),
  v.strictObject({
    event: v.literal('carve'),
    name: v.string(),
    start: day,
    from: v.optional(v.string()),
    accounts: v.optional(part, 0.1),
    customers: v.optional(part, 0.1),
  }),
  /** One is gone, became part of another, came under another parent, or has another owner in the CRM. */
  v.strictObject({
    event: v.literal('account'),
    what: v.picklist(ACCOUNT_EVENTS),
    account: v.string(),
    other: v.optional(v.string(), ''),
    effective: v.optional(day),
  }),
  /** Accounts that moved stay with their old owner until they renew, or their deal closes. */
  v.strictObject({ event: v.literal('hold'), kind: v.picklist(HOLD_KINDS) }),
  v.strictObject({ event: v.literal('merge'), territory: v.string(), into: v.string() }),
  v.strictObject({ event: v.literal('close'), territory: v.string() }),
  v.strictObject({ event: v.literal('reopen'), territory: v.string() }),
  v.strictObject({ event: v.literal('endLeave'), territory: v.string() }),
  v.strictObject({ event: v.literal('due'), by: v.optional(v.string(), '') }),
  /** From here on it is that day. */
  v.strictObject({ event: v.literal('day'), day }),
  v.strictObject({ event: v.literal('place') }),
  v.strictObject({ event: v.literal('placeStrays') }),
  v.strictObject({ event: v.literal('spread'), territory: v.string() }),
  v.strictObject({
    event: v.literal('rebalance'),
    most: v.optional(part, 1),
  }),
  v.strictObject({
    event: v.literal('accept'),
    by: v.optional(v.string(), ''),
    reason: v.optional(v.string(), ''),
    effective: v.optional(day),
  }),
  v.strictObject({ event: v.literal('putBack') }),
  /** What is proposed goes to its managers; what one of them says; what they rejected goes back. */
  v.strictObject({ event: v.literal('ask') }),
  v.strictObject({
    event: v.literal('decide'),
    account: v.string(),
    said: v.picklist([...VERDICTS, '']),
  }),
  v.strictObject({ event: v.literal('putBackRejected'), by: v.optional(v.string(), '') }),
  v.strictObject({ event: v.literal('issue'), by: v.string() }),
  v.strictObject({ event: v.literal('refresh'), from: v.string() }),
  /** A table of another system, by name. */
  v.strictObject({ event: v.literal('mismatches'), from: v.string() }),
  v.strictObject({ event: v.literal('copy'), manager: v.string() }),
  /** A returned copy, and of accounts that the list has moved as well whose territory counts. */
  v.strictObject({
    event: v.literal('takeCopy'),
    from: v.string(),
    decide: v.optional(v.record(v.string(), v.picklist(['mine', 'theirs'])), {}),
  }),
  v.strictObject({
    event: v.literal('sign'),
    manager: v.string(),
    said: v.picklist(['agreed', 'notAgreed', '']),
    comment: v.optional(v.string()),
  }),
  /** One of the two whom accounts go between. */
  v.strictObject({
    event: v.literal('trade'),
    from: v.string(),
    to: v.string(),
    side: v.picklist(['gives', 'takes']),
    said: v.picklist(['agreed', 'notAgreed', '']),
  }),
  v.strictObject({ event: v.literal('verify') }),
  v.strictObject({ event: v.literal('loads') }),
  v.strictObject({ event: v.literal('sheet'), key: v.picklist(sheetsToAsk().map(({ key }) => key)) }),
]);
export type PlanEvent = v.InferOutput<typeof EventSchema>;

/** What happened, in the order in which it happened. @throws Failure `badEvent` */
export function readEvents(json: unknown): PlanEvent[] {
  const list: unknown[] = Array.isArray(json) ? json : [json];
  return list.map((one, n) => {
    const parsed = v.safeParse(EventSchema, one);
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    const where = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    throw new Failure('badEvent', {
      number: n + 1,
      message: `${where === '' ? '' : `${where}: `}${issue.message}`,
    });
  });
}

/** A clock that stands still on a day from the moment when somebody says so: a year can be replayed. */
export class ReplayClock implements Clock {
  private day: string | undefined;

  constructor(private readonly clock: Clock) {}

  now(): Date {
    return this.day === undefined ? this.clock.now() : new Date(`${this.day}T12:00:00Z`);
  }

  /** @param day ISO */
  set(day: string): void {
    this.day = day;
  }
}

/**
 * Plays events as somebody at the pane would, one after the other, to a plan that stands and is kept.
 * @param clock that of the store: an acceptance that says no day holds from its own
 * @returns what was said of each
 * @throws Failure `eventFailed` with the sentence of the first that could not be done; those before it are done
 */
export async function play(
  store: Store,
  events: readonly PlanEvent[],
  clock: ReplayClock,
): Promise<string[]> {
  await store.run(open);
  const said: string[] = [];
  const run = async <Args extends readonly unknown[]>(n: number, action: Action<Args>, ...args: Args) => {
    await store.run(action, ...args);
    const { trouble, news } = store.state;
    if (trouble !== undefined) throw new Failure('eventFailed', { number: n + 1, message: trouble });
    if (news !== undefined) said.push(news);
  };
  const one = (n: number, event: PlanEvent): Promise<void> => {
    switch (event.event) {
      case 'move':
        return run(n, moveAccount, event.account, event.to);
      case 'schedule':
        return run(n, scheduleMoves, {
          accounts: event.accounts,
          to: event.to,
          from: event.from,
          ...(event.until === undefined ? {} : { until: event.until }),
        });
      case 'join':
        return run(n, joinOpen, event.territory, { name: event.name, start: event.start });
      case 'leave': {
        const { territory, from, to, cover } = event;
        return run(n, takeLeave, { territory, from, to, cover });
      }
      case 'cover': {
        const { territory, by, future, start = '' } = event;
        return run(n, coverOpen, { territory, by, future, start });
      }
      case 'carve': {
        const { name, start, accounts, customers, from } = event;
        const said = { name, start, accounts, customers, ...(from === undefined ? {} : { from }) };
        // As whoever looks at the preview would: it is applied and kept.
        return run(n, carveTerritory, said)
          .then(() => run(n, apply))
          .then(() => run(n, keep));
      }
      case 'account': {
        const { what: kind, account, other, effective = clock.now().toISOString().slice(0, 10) } = event;
        return run(n, accountEvent, { kind, account, other, effective });
      }
      case 'hold':
        return run(n, holdDeals, event.kind);
      case 'merge':
        return run(n, mergeTerritories, event.territory, event.into);
      case 'close':
        return run(n, closeTerritory, event.territory);
      case 'reopen':
        return run(n, reopenTerritory, event.territory);
      case 'endLeave':
        return run(n, endLeave, event.territory);
      case 'due':
        return run(n, carryOutDue, event.by);
      case 'day':
        clock.set(event.day);
        return Promise.resolve();
      case 'place':
        return run(n, placeAccounts);
      case 'placeStrays':
        return run(n, placeStrays);
      case 'spread':
        return run(n, spreadTerritory, event.territory);
      case 'rebalance':
        return run(n, rebalance, event.most);
      case 'accept':
        return run(n, acceptChanges, {
          by: event.by,
          reason: event.reason,
          effective: event.effective ?? clock.now().toISOString().slice(0, 10),
        });
      case 'issue':
        return run(n, issueQuotas, event.by);
      case 'putBack':
        return run(n, putBack);
      case 'ask':
        return run(n, askApproval);
      case 'decide':
        return run(n, decideProposal, event.account, event.said);
      case 'putBackRejected':
        return run(n, putBackRejected, event.by);
      case 'refresh':
        return run(n, compareExport, event.from).then(() => run(n, takeExport));
      case 'mismatches':
        return run(n, compareSystem, event.from);
      case 'copy':
        return run(n, writeCopy, event.manager);
      case 'takeCopy':
        return Object.entries(event.decide)
          .reduce(
            (before, [key, whose]) => before.then(() => run(n, decideConflict, key, whose)),
            run(n, compareCopy, event.from),
          )
          .then(() => run(n, takeCopy));
      case 'sign': {
        const { manager, said: word, comment } = event;
        return run(n, signOff, { manager, said: word, ...(comment === undefined ? {} : { comment }) });
      }
      case 'trade': {
        const { from, to, side, said: word } = event;
        return run(n, signOff, { from, to, side, said: word });
      }
      case 'verify':
        return run(n, verify);
      case 'loads':
        return run(n, writeLoads);
      case 'sheet':
        return run(n, writeSheet, event.key);
    }
  };
  for (const [n, event] of events.entries()) await one(n, event);
  return said;
}
