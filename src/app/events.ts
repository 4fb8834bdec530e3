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

/** How an event is played: as somebody at the pane would, one action after the other. */
interface Stage {
  /** @throws Failure `eventFailed` with the sentence that the action ended with */
  run<Args extends readonly unknown[]>(action: Action<Args>, ...args: Args): Promise<void>;
  /** The day that it is, ISO. */
  today(): string;
  /** From here on it is that day (ISO). */
  setDay(day: string): void;
}

/** What is said of an event, and what comes of it. */
interface Kind {
  /** @throws Failure `badEvent` */
  read(json: object, number: number): PlanEvent;
}
export type PlanEvent = (stage: Stage) => Promise<void>;

function kind<const Entries extends v.ObjectEntries>(
  entries: Entries,
  play: (stage: Stage, said: v.InferOutput<v.StrictObjectSchema<Entries, undefined>>) => Promise<void>,
): Kind {
  const schema = v.strictObject(entries);
  return {
    read(json, number) {
      const said = valid(schema, json, number);
      return (stage) => play(stage, said);
    },
  };
}

const day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'There is no such day'));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const text = v.string();
const name = v.optional(text, '');
const signed = v.picklist(['agreed', 'notAgreed', '']);

/** Each event of the year by its name: what its file says of it, and what is done. */
const KINDS: Readonly<Record<string, Kind>> = {
  /** From here on it is that day. */
  day: kind({ day }, ({ setDay }, said) => Promise.resolve(setDay(said.day))),

  move: kind({ account: text, to: text }, ({ run }, { account, to }) => run(moveAccount, account, to)),
  schedule: kind(
    { accounts: v.pipe(v.array(text), v.minLength(1)), to: text, from: day, until: v.optional(day) },
    ({ run }, { until, ...said }) => run(scheduleMoves, { ...said, ...(until !== undefined && { until }) }),
  ),
  due: kind({ by: name }, ({ run }, { by }) => run(carryOutDue, by)),
  place: kind({}, ({ run }) => run(placeAccounts)),
  placeStrays: kind({}, ({ run }) => run(placeStrays)),
  rebalance: kind({ most: v.optional(part, 1) }, ({ run }, { most }) => run(rebalance, most)),
  /** One is gone, became part of another, came under another parent, or has another owner in the CRM. */
  account: kind(
    { what: v.picklist(ACCOUNT_EVENTS), account: text, other: name, effective: v.optional(day) },
    ({ run, today }, { what, account, other, effective = today() }) =>
      run(accountEvent, { kind: what, account, other, effective }),
  ),
  /** Accounts that moved stay with their old owner until they renew, or their deal closes. */
  hold: kind({ kind: v.picklist(HOLD_KINDS) }, ({ run }, said) => run(holdDeals, said.kind)),

  join: kind({ territory: text, name: text, start: day }, ({ run }, { territory, ...joiner }) =>
    run(joinOpen, territory, joiner),
  ),
  leave: kind({ territory: text, from: day, to: day, cover: name }, ({ run }, said) => run(takeLeave, said)),
  endLeave: kind({ territory: text }, ({ run }, { territory }) => run(endLeave, territory)),
  cover: kind(
    { territory: text, by: text, future: name, start: v.optional(day) },
    ({ run }, { start = '', ...said }) => run(coverOpen, { ...said, start }),
  ),
  spread: kind({ territory: text }, ({ run }, { territory }) => run(spreadTerritory, territory)),
  merge: kind({ territory: text, into: text }, ({ run }, { territory, into }) =>
    run(mergeTerritories, territory, into),
  ),
  close: kind({ territory: text }, ({ run }, { territory }) => run(closeTerritory, territory)),
  reopen: kind({ territory: text }, ({ run }, { territory }) => run(reopenTerritory, territory)),
  /** As whoever looks at the preview would: it is applied and kept. */
  carve: kind(
    {
      name: text,
      start: day,
      from: v.optional(text),
      accounts: v.optional(part, 0.1),
      customers: v.optional(part, 0.1),
    },
    async ({ run }, { from, ...said }) => {
      await run(carveTerritory, { ...said, ...(from !== undefined && { from }) });
      await run(apply);
      await run(keep);
    },
  ),

  accept: kind(
    { by: name, reason: name, effective: v.optional(day) },
    ({ run, today }, { effective = today(), ...said }) => run(acceptChanges, { ...said, effective }),
  ),
  putBack: kind({}, ({ run }) => run(putBack)),
  /** What is proposed goes to its managers; what one of them says; what they rejected goes back. */
  ask: kind({}, ({ run }) => run(askApproval)),
  decide: kind({ account: text, said: v.picklist([...VERDICTS, '']) }, ({ run }, { account, said }) =>
    run(decideProposal, account, said),
  ),
  putBackRejected: kind({ by: name }, ({ run }, { by }) => run(putBackRejected, by)),
  sign: kind({ manager: text, said: signed, comment: v.optional(text) }, ({ run }, { comment, ...said }) =>
    run(signOff, { ...said, ...(comment !== undefined && { comment }) }),
  ),
  /** One of the two whom accounts go between. */
  trade: kind({ from: text, to: text, side: v.picklist(['gives', 'takes']), said: signed }, ({ run }, said) =>
    run(signOff, said),
  ),
  issue: kind({ by: text }, ({ run }, { by }) => run(issueQuotas, by)),

  refresh: kind({ from: text }, async ({ run }, { from }) => {
    await run(compareExport, from);
    await run(takeExport);
  }),
  /** A table of another system, by name. */
  mismatches: kind({ from: text }, ({ run }, { from }) => run(compareSystem, from)),
  copy: kind({ manager: text }, ({ run }, { manager }) => run(writeCopy, manager)),
  /** A returned copy, and of accounts that the list has moved as well whose territory counts. */
  takeCopy: kind(
    { from: text, decide: v.optional(v.record(text, v.picklist(['mine', 'theirs'])), {}) },
    async ({ run }, { from, decide }) => {
      await run(compareCopy, from);
      for (const [key, whose] of Object.entries(decide)) await run(decideConflict, key, whose);
      await run(takeCopy);
    },
  ),

  verify: kind({}, ({ run }) => run(verify)),
  loads: kind({}, ({ run }) => run(writeLoads)),
  sheet: kind({ key: v.picklist(sheetsToAsk().map(({ key }) => key)) }, ({ run }, { key }) =>
    run(writeSheet, key),
  ),
};

/** What every event says first: what it is. */
const Named = v.looseObject({ event: v.picklist(Object.keys(KINDS)) });

/** What happened, in the order in which it happened. @throws Failure `badEvent` */
export function readEvents(json: unknown): PlanEvent[] {
  const list: unknown[] = Array.isArray(json) ? json : [json];
  return list.map((one, n) => {
    const { event, ...said } = valid(Named, one, n + 1);
    return (KINDS[event] as Kind).read(said, n + 1);
  });
}

/** @param number of the event in its file, from 1. @throws Failure `badEvent` */
function valid<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  number: number,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new Failure('badEvent', { number, message: `${where === '' ? '' : `${where}: `}${issue.message}` });
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
  for (const [n, event] of events.entries()) {
    await event({
      async run(action, ...args) {
        await store.run(action, ...args);
        const { trouble, news } = store.state;
        if (trouble !== undefined) throw new Failure('eventFailed', { number: n + 1, message: trouble });
        if (news !== undefined) said.push(news);
      },
      today: () => clock.now().toISOString().slice(0, 10),
      setDay: (day) => clock.set(day),
    });
  }
  return said;
}
