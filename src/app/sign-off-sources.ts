import type { RunRecord } from '../plan/run-record';
import { USUAL_SIGN_OFF, type SignOffSettings, type TeamSaid, type TradeSaid } from '../plan/sign-off';
import type { ReportContext, StandingContext } from '../reports/context';
import type { SignOffContext } from '../reports/sign-off/context';
import { amountsOf, holderIn } from './compare-sources';
import { managersOf } from './planning-copy-sources';
import type { StandingPlan } from './standing-plan';
import { dateSerial } from './time';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** Accounts that go from one team to another. */
export interface TradeCount {
  readonly from: string;
  readonly to: string;
  readonly accounts: number;
}

/** What of a plan and its list tells between which teams accounts go. */
export interface Between {
  /** Manager of each territory; blank for none. */
  readonly managers: readonly string[];
  readonly territories: RunRecord['territories'];
  /** N values: index of the territory, −1 none. */
  readonly assignment: Int32Array;
  /** Whoever had an account before the plan, and the territory that was accepted last, by name. */
  readonly holder: (account: number) => string;
  readonly accepted: (account: number) => string;
  readonly since: SignOffSettings['since'];
}

/** The trades of a plan, the largest first; of equals, by name. The column of trades says the same by formula. */
export function tradesIn({
  managers,
  territories,
  assignment,
  holder,
  accepted,
  since,
}: Between): TradeCount[] {
  const leads = (of: (territory: RunRecord['territories'][number]) => string): Map<string, string> => {
    const found = new Map<string, string>();
    // Formulas find the first.
    territories.forEach((territory, j) => {
      const key = of(territory).toLowerCase();
      if (key !== '' && !found.has(key)) found.set(key, managers[j] ?? '');
    });
    return found;
  };
  const byOwner = leads(({ owner = '' }) => owner.trim());
  const byName = leads(({ name }) => name);
  const counts = new Map<string, TradeCount>();
  assignment.forEach((j, i) => {
    const from =
      (since === 'accepted'
        ? byName.get(accepted(i).toLowerCase())
        : byOwner.get(holder(i).trim().toLowerCase())) ?? '';
    const to = managers[j] ?? '';
    if (from === '' || to === '' || from.toLowerCase() === to.toLowerCase()) return;
    const key = keyOf({ from, to });
    const before = counts.get(key);
    counts.set(key, {
      from: before?.from ?? from,
      to: before?.to ?? to,
      accounts: (before?.accounts ?? 0) + 1,
    });
  });
  return [...counts.values()].sort(
    (a, b) => b.accounts - a.accounts || (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0),
  );
}

const keyOf = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  JSON.stringify([from.toLowerCase(), to.toLowerCase()]);

/** The plan that is signed, by the beginning of its result hash. */
export const markOf = ({ resultHash }: Pick<RunRecord, 'resultHash'>): string => resultHash.slice(0, 12);

/**
 * What the sheet of sign-offs is made from, over a plan that stands, or is going to.
 * @param assignment N values: index of the territory, −1 none
 * @param columns the names that our columns got, by key
 */
export function signOffContext(
  understanding: Understanding,
  standing: StandingContext | ReportContext,
  assignment: Int32Array,
  columns: Readonly<Record<string, string>>,
  at: Date,
): SignOffContext {
  const { settings } = understanding;
  const { say, record } = standing;
  const now = settings.signOff ?? USUAL_SIGN_OFF;
  const managers = managersOf(understanding, { record });
  const trades = tradesIn({
    managers,
    territories: record.territories,
    assignment,
    holder: 'plan' in standing ? standing.holder : holderIn(understanding),
    accepted: acceptedIn(understanding, standing),
    since: now.since,
  });
  const [amount] = amountsOf(understanding, standing);
  return {
    ...standing,
    now: { ...now, asAt: now.asAt ?? dateSerial(at) },
    teams: teamsOf(managers, now.teams),
    trades: tradesOf(trades, now.trades),
    bare: managers.filter((manager) => manager === '').length,
    tradeHeader: columns['trade'] ?? say('column.trade'),
    amount,
    plan: { mark: markOf(record), day: dateSerial(new Date(record.designedAt)) },
  };
}

function acceptedIn(
  { list, book }: Understanding,
  standing: StandingContext | ReportContext,
): (account: number) => string {
  if ('plan' in standing && standing.accepted !== undefined) return standing.accepted;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  return (i) => accepted.at(list.accounts.sheetRow[i] ?? 0);
}

/** Managers of the plan with what they said; then those who said something and lead nobody any more. */
export function teamsOf(managers: readonly string[], said: readonly TeamSaid[]): TeamSaid[] {
  const of = new Map(said.map((team) => [team.manager.toLowerCase(), team]));
  const here = new Map<string, TeamSaid>();
  for (const manager of managers) {
    const key = manager.toLowerCase();
    if (manager !== '' && !here.has(key))
      here.set(key, { ...(of.get(key) ?? { said: '', comment: '', plan: '' }), manager });
  }
  return [...here.values(), ...said.filter(({ manager }) => !here.has(manager.toLowerCase()))];
}

function tradesOf(counts: readonly TradeCount[], said: readonly TradeSaid[]): TradeSaid[] {
  const of = new Map(said.map((trade) => [keyOf(trade), trade]));
  const here = new Set(counts.map(keyOf));
  return [
    ...counts.map(({ from, to }) => ({
      ...(of.get(keyOf({ from, to })) ?? { gives: '', takes: '', comment: '' }),
      from,
      to,
    })),
    ...said.filter((trade) => !here.has(keyOf(trade))),
  ];
}

export type TeamState = 'signed' | 'earlier' | 'noDay' | 'objects' | 'late' | 'open';
export type TradeState = 'agreed' | 'notAgreed' | 'waits' | 'both';

/** How far the round is: managers who lead a territory, and trades in which there are accounts. */
export interface Signed {
  readonly teams: readonly { readonly manager: string; readonly state: TeamState }[];
  readonly trades: readonly (TradeCount & {
    readonly state: TradeState;
    /** Whoever has not agreed, where the other has. */
    readonly waits: string;
  })[];
}

/**
 * The same as the sheet says by formula, of the plan that stands.
 * @param today 1900 serial: what is open after the due day is late
 */
export function signedIn(
  understanding: Understanding,
  { record, assignment }: Pick<StandingPlan, 'record' | 'assignment'>,
  today: number,
): Signed {
  const now = understanding.settings.signOff ?? USUAL_SIGN_OFF;
  const managers = managersOf(understanding, { record });
  const { list, book } = understanding;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const counts = tradesIn({
    managers,
    territories: record.territories,
    assignment,
    holder: holderIn(understanding),
    accepted: (i) => accepted.at(list.accounts.sheetRow[i] ?? 0),
    since: now.since,
  });
  const designed = dateSerial(new Date(record.designedAt));
  const isOfThis = ({ plan, on = 0 }: TeamSaid) =>
    plan === '' || plan === markOf(record) || Math.floor(on) > designed;
  const stateOf = (team: TeamSaid): TeamState => {
    if (team.said === 'agreed')
      return team.on === undefined ? 'noDay' : isOfThis(team) ? 'signed' : 'earlier';
    if (team.said === 'notAgreed') return 'objects';
    return now.due !== undefined && today > now.due ? 'late' : 'open';
  };
  const said = tradesOf(counts, now.trades);
  return {
    teams: teamsOf(managers, now.teams)
      .slice(0, new Set(managers.filter((name) => name !== '').map((name) => name.toLowerCase())).size)
      .map((team) => ({ manager: team.manager, state: stateOf(team) })),
    trades: counts.map((count, n) => {
      const { gives = '', takes = '' } = said[n] ?? {};
      const words = [gives, takes];
      const state = words.includes('notAgreed')
        ? 'notAgreed'
        : words.every((word) => word === 'agreed')
          ? 'agreed'
          : words.includes('agreed')
            ? 'waits'
            : 'both';
      return {
        ...count,
        state,
        waits: state === 'waits' ? (gives === 'agreed' ? count.to : count.from) : '',
      };
    }),
  };
}
