import { accountLabel } from '../plan/accounts';
import type { RunRecord } from '../plan/run-record';
import {
  figuresOf,
  isAsSigned,
  signatureNumber,
  tradeFigures,
  USUAL_SIGN_OFF,
  type SignOffSettings,
  type TeamSaid,
  type TradeSaid,
} from '../plan/sign-off';
import type { ReportContext, StandingContext } from '../reports/context';
import type { SignOffContext } from '../reports/sign-off/context';
import { amountsOf, holderIn } from './compare-sources';
import { inRows } from './account-at';
import { knownBy } from './changes';
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
  /** What is signed of it today. */
  readonly figures: string;
}

/** A round of signatures as it stands: who leads what, what was said, and between which teams accounts go. */
interface Round {
  readonly now: SignOffSettings;
  /** Manager of each territory; blank for none. */
  readonly managers: readonly string[];
  readonly counts: readonly TradeCount[];
  /** What each manager signs today, by his name in small letters. */
  readonly figures: ReadonlyMap<string, string>;
}

/**
 * @param standing a plan that stands, or one that is going to: that knows by itself whose an account was
 * @param assignment N values: index of the territory, −1 none
 */
function roundOf(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: Pick<RunRecord, 'territories'> & Partial<Pick<ReportContext, 'holder' | 'accepted'>>,
  managers: readonly string[],
  assignment: Int32Array,
  numberOf: (account: number) => number,
): Round {
  const now = understanding.settings.signOff ?? USUAL_SIGN_OFF;
  const { territories, holder = holderIn(understanding), accepted = acceptedIn(understanding) } = standing;
  const before = now.since === 'accepted' ? accepted : (i: number) => holder(i).trim();
  const counts = tradesIn(territories, managers, assignment, now.since, before, numberOf);
  return { now, managers, counts, figures: signedFigures(managers, assignment, counts, now.since, numberOf) };
}

/** By managers' names in small letters: accounts in their territories, those that go to other teams, which ones they are. */
function signedFigures(
  managers: readonly string[],
  assignment: Int32Array,
  counts: readonly TradeCount[],
  since: SignOffSettings['since'],
  numberOf: (account: number) => number,
): Map<string, string> {
  const accounts = new Map(managers.map((manager) => [manager.toLowerCase(), 0]));
  const sums = new Map<string, number>();
  assignment.forEach((j, i) => {
    const key = managers[j]?.toLowerCase();
    if (key === undefined) return;
    accounts.set(key, (accounts.get(key) ?? 0) + 1);
    sums.set(key, (sums.get(key) ?? 0) + numberOf(i));
  });
  const goes = new Map<string, number>();
  for (const { from, accounts: count } of counts)
    goes.set(from.toLowerCase(), (goes.get(from.toLowerCase()) ?? 0) + count);
  return new Map(
    [...accounts].map(([key, count]) => [
      key,
      figuresOf(count, goes.get(key) ?? 0, since, sums.get(key) ?? 0),
    ]),
  );
}

/**
 * The trades of a plan, the largest first; of equals, by name. The column of trades says the same by formula.
 * @param before the territory that was accepted last, or whoever had an account before the plan, by name
 */
function tradesIn(
  territories: RunRecord['territories'],
  managers: readonly string[],
  assignment: Int32Array,
  since: SignOffSettings['since'],
  before: (account: number) => string,
  numberOf: (account: number) => number,
): TradeCount[] {
  const leads = (of: (territory: RunRecord['territories'][number]) => string): Map<string, string> => {
    const found = new Map<string, string>();
    // Formulas find the first.
    territories.forEach((territory, j) => {
      const key = of(territory).toLowerCase();
      if (key !== '' && !found.has(key)) found.set(key, managers[j] ?? '');
    });
    return found;
  };
  const leader = leads(since === 'accepted' ? ({ name }) => name : ({ owner = '' }) => owner.trim());
  const counts = new Map<string, { from: string; to: string; accounts: number; sum: number }>();
  assignment.forEach((j, i) => {
    const from = leader.get(before(i).toLowerCase()) ?? '';
    const to = managers[j] ?? '';
    if (from === '' || to === '' || from.toLowerCase() === to.toLowerCase()) return;
    const key = keyOf({ from, to });
    const known = counts.get(key) ?? { from, to, accounts: 0, sum: 0 };
    counts.set(key, { ...known, accounts: known.accounts + 1, sum: known.sum + numberOf(i) });
  });
  return [...counts.values()]
    .sort((a, b) => b.accounts - a.accounts || (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
    .map(({ sum, ...trade }) => ({ ...trade, figures: tradeFigures(trade.accounts, sum) }));
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
  const { say, record } = standing;
  const managers = managersOf(understanding, { record });
  const own =
    'plan' in standing
      ? { holder: standing.holder, ...(standing.accepted && { accepted: standing.accepted }) }
      : {};
  const { accounts } = understanding.list;
  const numberOf = (i: number) => signatureNumber(knownBy(understanding, i, accountLabel(accounts, i)));
  const { now, counts, figures } = roundOf(
    understanding,
    { ...record, ...own },
    managers,
    assignment,
    numberOf,
  );
  const [amount] = amountsOf(understanding, standing);
  return {
    ...standing,
    now: { ...now, asAt: now.asAt ?? dateSerial(at) },
    teams: teamsOf({ managers, now }).map((team) => withFigures(team, figures, markOf(record))),
    trades: tradesOf(counts, now.trades, markOf(record)),
    bare: managers.filter((manager) => manager === '').length,
    tradeHeader: columns['trade'] ?? say('column.trade'),
    mark: { header: columns['mark'] ?? say('column.mark'), cells: inRows(understanding.list, numberOf) },
    amount,
    plan: { mark: markOf(record), day: dateSerial(new Date(record.designedAt)) },
  };
}

/** What was signed stays beside it; what is open, or was said of another plan, is signed as it is now. */
function withFigures(team: TeamSaid, figures: Round['figures'], mark: string): TeamSaid {
  const isOfThis = team.said !== '' && (team.plan === '' || team.plan === mark);
  const now = figures.get(team.manager.toLowerCase()) ?? '';
  return { ...team, figures: (isOfThis ? team.figures : '') || now };
}

/** The territory that was accepted last, by name. */
function acceptedIn({ list, book }: Pick<Understanding, 'book' | 'list'>): (account: number) => string {
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  return (i) => accepted.at(list.accounts.sheetRow[i] ?? 0);
}

/** Managers who lead a territory, in the order of the plan, each once, with what they said; by their names in small letters. */
function leading({ managers, now }: Pick<Round, 'managers' | 'now'>): Map<string, TeamSaid> {
  const of = new Map(now.teams.map((team) => [team.manager.toLowerCase(), team]));
  const here = new Map<string, TeamSaid>();
  for (const manager of managers) {
    const key = manager.toLowerCase();
    if (manager !== '' && !here.has(key))
      here.set(key, { ...(of.get(key) ?? { said: '', comment: '', plan: '', figures: '' }), manager });
  }
  return here;
}

/** Those who lead; then those who said something and lead nobody any more. */
function teamsOf(round: Pick<Round, 'managers' | 'now'>): TeamSaid[] {
  const here = leading(round);
  return [...here.values(), ...round.now.teams.filter(({ manager }) => !here.has(manager.toLowerCase()))];
}

/**
 * What is said of each trade of a plan. What was said of an earlier one stands beside it: it was agreed to other accounts.
 * @param mark of the plan
 */
function tradesOf(counts: readonly TradeCount[], words: readonly TradeSaid[], mark: string): TradeSaid[] {
  const said = words.map((trade): TradeSaid => {
    const { gives, takes, plan, gaveEarlier, tookEarlier } = trade;
    if (plan === '' || plan === mark) return trade;
    const before =
      gives === '' && takes === ''
        ? { gaveEarlier, tookEarlier }
        : { gaveEarlier: gives, tookEarlier: takes };
    return { ...trade, ...before, gives: '', takes: '', plan: mark, figures: '' };
  });
  const of = new Map(said.map((trade) => [keyOf(trade), trade]));
  const here = new Set(counts.map(keyOf));
  const nothing = {
    gives: '',
    takes: '',
    comment: '',
    gaveEarlier: '',
    tookEarlier: '',
    plan: mark,
    figures: '',
  };
  return [
    ...counts.map(({ from, to, figures }) => {
      const trade = of.get(keyOf({ from, to })) ?? nothing;
      const isOpen = trade.gives === '' && trade.takes === '';
      return { ...trade, from, to, figures: (isOpen ? '' : trade.figures) || figures };
    }),
    ...said.filter((trade) => !here.has(keyOf(trade))),
  ];
}

export type TeamState = 'signed' | 'earlier' | 'changed' | 'noDay' | 'objects' | 'late' | 'open';
export type TradeState = 'agreed' | 'notAgreed' | 'changed' | 'waits' | 'both';

/** How far the round is: managers who lead a territory, and trades in which there are accounts. */
export interface Signed {
  readonly teams: readonly {
    readonly manager: string;
    readonly state: TeamState;
    /** What is signed today. */
    readonly figures: string;
  }[];
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
  const managers = managersOf(understanding, { record });
  const { list, book } = understanding;
  const numbers = ourColumn({ whole: list.whole, owned: book.owned }, 'mark');
  const round = roundOf(
    understanding,
    { territories: record.territories },
    managers,
    assignment,
    (i) => Number(numbers.at(list.accounts.sheetRow[i] ?? 0)) || 0,
  );
  const { now, counts } = round;
  const designed = dateSerial(new Date(record.designedAt));
  const isOfThis = ({ plan, on = 0 }: TeamSaid) =>
    plan === '' || plan === markOf(record) || Math.floor(on) > designed;
  const figures = (manager: string) => round.figures.get(manager.toLowerCase()) ?? '';
  const isAsThen = (team: TeamSaid) => isAsSigned(team.figures, figures(team.manager));
  const stateOf = (team: TeamSaid): TeamState => {
    if (team.said === 'agreed')
      return team.on === undefined
        ? 'noDay'
        : isOfThis(team)
          ? isAsThen(team)
            ? 'signed'
            : 'changed'
          : 'earlier';
    if (team.said === 'notAgreed') return 'objects';
    return now.due !== undefined && today > now.due ? 'late' : 'open';
  };
  const said = tradesOf(counts, now.trades, markOf(record));
  return {
    teams: Array.from(leading(round).values(), (team) => ({
      manager: team.manager,
      state: stateOf(team),
      figures: figures(team.manager),
    })),
    trades: counts.map((count, n) => {
      const { gives = '', takes = '', figures: then = '' } = said[n] ?? {};
      const words = [gives, takes];
      const state = words.includes('notAgreed')
        ? 'notAgreed'
        : words.includes('agreed') && !isAsSigned(then, count.figures)
          ? 'changed'
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

/** How many managers and trades are still open. */
export const openIn = ({ teams, trades }: Signed): { readonly open: number; readonly waiting: number } => ({
  open: teams.filter(({ state }) => state !== 'signed').length,
  waiting: trades.filter(({ state }) => state !== 'agreed').length,
});
