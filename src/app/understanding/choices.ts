import { foldText } from '../../geo';
import { chooseDefaults, matchOwners, worksheetColumns } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { Notice } from '../../plan/design';
import { Failure } from '../../plan/failures';
import type { Finding } from '../../plan/findings';
import type { AccountMapping } from '../../plan/fields';
import { metricWeights, type MetricSpec } from '../../plan/metrics';
import { peopleIn, type Rep, type Roster } from '../../plan/roster';
import type { Locks } from '../../plan/rules/lock';
import { issuedIds } from '../../plan/quota';
import type { Settings } from '../../plan/settings';
import type { TerritoryId } from '../../plan/territory-id';
import { chooseMetrics, moneyAtStake, type MoneyHeaders } from './choose-metrics';
import { chooseSeats, incumbents, type SeatChoice } from './choose-seats';
import { convertMoney, exchangeOf, type Exchange } from './currency';
import { coverageFindings, doubtfulNotices, largeFindings, placeNotices } from './doubts';
import { playsAPart } from './findings-of';
import { standingLocks, type StandingAccounts } from './standing-locks';
import { idsInForce, seatsAsListed } from './seat-words';
import { namedNotices, namedSeats, withNamed } from './named-seats';
import { seatSharing, sharedTerritories } from './shared-seats';
import { standingSeats } from './standing-seats';
import type { AccountList } from './account-list';
import { headerOf } from './header-of';
import type { Book } from './book';
import { openSeatFindings } from './open-seats';
import type { Team } from './team';
import { withWhoStays } from './who-stays';

/** What is planned, and how: each choice is the user's, else the usual one. */
export interface Choices {
  readonly exchange: Exchange;
  readonly metrics: readonly MetricSpec[];
  /** N values for each metric. */
  readonly weights: readonly Float64Array[];
  /** One seat per territory, as the user has it in the territory list; and as it is by the team list. */
  readonly seats: readonly Rep[];
  readonly teamSeats: readonly Rep[];
  /** Their ids: a seat of the plan that stands keeps its own. */
  readonly ids: readonly TerritoryId[];
  /** Active people of the team list who carry no accounts. */
  readonly helpers: readonly Rep[];
  /** Nobody said how many territories: the number is ours. */
  readonly proposed: boolean;
  /** N values: seat of today's holder, −1 none. */
  readonly current: Int32Array;
  /** Name of today's owner of an account; empty for none. */
  readonly holder: (account: number) => string;
  readonly locks: Locks;
  /** Those of them that cells and seats for named accounts say; the others stay by what was said of who stays. */
  readonly cellLocks: Locks;
  /** Seats for named accounts stand apart, or could; undefined where nobody speaks of them. */
  readonly namedApart: boolean | undefined;
  /** What stands in the workbook from the plan before. */
  readonly standing: StandingAccounts;
  /** N values: the money that moves with an account. */
  readonly money: Float64Array | undefined;
  readonly notices: readonly Notice[];
  /** Why no plan can be made of this. */
  readonly blocked: Failure | undefined;
  readonly findings: readonly Finding[];
}

/** Chooses over located accounts; returns them with their amounts in one currency, where rates are known for all. */
export function choose(
  { record, owned }: Book,
  list: AccountList,
  team: Pick<Team, 'roster' | 'ref' | 'source' | 'mapping'>,
  settings: Settings,
): { accounts: Accounts; choices: Choices } {
  const { source, whole, mapping, doubtful } = list;
  const { roster } = team;
  const columns = worksheetColumns(source, mapping);
  const defaults = chooseDefaults(list.accounts);
  const exchange = exchangeOf(defaults.currencies.currencies, settings.fx);
  const accounts = convertMoney(list.accounts, exchange);
  const {
    specs: metrics,
    notices,
    blocked,
  } = chooseMetrics(accounts, defaults, exchange, settings, moneyHeaders(list));
  const weights = metrics.map((metric) => metricWeights(accounts, metric));
  const heldBy = holding(accounts, roster, columns);
  const share = seatSharing(settings.sharedSeats);
  const named = namedSeats(
    (by, among) => chooseSeats(roster, by, accounts.count, heldBy, among, share),
    accounts,
    roster,
    columns,
    settings,
  );
  const { seating } = named;
  const before = record?.territories ?? [];
  const promised = issuedIds(settings.quota);
  const { seats: teamSeats, seatOf, ids } = standingSeats(seating.seats, before, promised);
  const seats = seatsAsListed(teamSeats, ids, roster, settings);
  const { current, holder, findings } = incumbents(accounts, roster, seats, columns, teamSeats);
  const standing = {
    whole,
    owned,
    territories: before.map(({ name }, j) => ({ name, seat: seatOf[j] ?? -1 })),
  };
  const locked = standingLocks(accounts, current, standing, columns);
  const cellLocks = withNamed(locked.locks, accounts, current, seats);
  const { stay } = settings;
  const locks =
    stay === undefined || stay.kinds.length === 0
      ? cellLocks
      : withWhoStays({ accounts, metrics, seats, current, locks: cellLocks, settings }, stay);
  return {
    accounts,
    choices: {
      exchange,
      metrics,
      weights,
      seats,
      teamSeats,
      ids,
      helpers: seating.others,
      proposed: seating.proposed,
      current,
      holder,
      locks,
      cellLocks,
      namedApart: named.holds,
      standing: locked.standing,
      money: moneyAtStake(accounts, metrics),
      notices: [
        ...derivedNotices(list),
        ...notices,
        ...seatNotices(seating, roster, settings),
        ...namedNotices(accounts, seats, seating.waiting, cellLocks),
        ...named.notices,
        ...counted('editsKept', locked.standing.edited.size),
        ...stayNotices(locks, cellLocks, settings),
        ...counted('placedAgain', locked.standing.cleared),
        ...listNotices(idsInForce(settings, { teamSeats, ids })),
        ...ownerNotices(seats, ids),
        ...doubtfulNotices(
          doubtful.filter(({ field }) => playsAPart(field, metrics)),
          source,
        ),
        ...placeNotices(
          accounts,
          roster.source !== 'territories' && current.some((seat) => seat >= 0),
          settings,
        ),
      ],
      blocked: blocked ?? blockedBySeats(seats, accounts, settings, team) ?? emptyMetric(metrics, weights),
      findings: [
        ...findings,
        ...sharedTerritories([...teamSeats, ...seating.without], team),
        ...openSeatFindings(seats, ids, team, settings),
        ...locked.findings,
        ...largeFindings(accounts, metrics, weights, seats.length, columns),
        ...coverageFindings(accounts, columns),
      ],
    },
  };
}

/** How many accounts somebody of the team list has today; looked up only if it is asked. */
function holding(accounts: Accounts, roster: Roster, columns: AccountMapping): (rep: Rep) => number {
  let counts: Map<Rep | undefined, number> | undefined;
  return (rep) => {
    if (roster.source !== 'table') return 0;
    if (counts === undefined) {
      counts = new Map();
      for (const seat of matchOwners(accounts, roster, columns).seat)
        counts.set(roster.reps[seat], (counts.get(roster.reps[seat]) ?? 0) + 1);
    }
    return counts.get(rep) ?? 0;
  };
}

/** Fields that amounts of rows are summed up in. */
const MADE_MONEY = ['openPipeline', 'bookingsYtd', 'arr'] as const;

/** What the rows are, where they are no accounts, and what was made of them. */
function derivedNotices({ derived, accounts }: AccountList): Notice[] {
  if (derived === undefined) return [];
  const { kind, rows, nameless, ended, shared, from, sheet } = derived;
  const params = {
    kind,
    rows,
    nameless,
    ended,
    accounts: accounts.count,
    name: from.table ?? from.sheet,
    sheet: sheet.name,
    money: saidMoney(kind, accounts),
  };
  return [
    { code: 'derived', severity: 'note', params },
    ...(shared === 0
      ? []
      : [
          {
            code: 'sharedHolders',
            severity: 'note' as const,
            params: { count: shared, accounts: accounts.count },
          },
        ]),
  ];
}

/** Whether the sentence tells what became of the amounts; what a contract brought once is no ARR. */
function saidMoney(kind: string, { number }: Accounts): 'yes' | 'no' {
  if (kind === 'subscription') return number.arr === undefined ? 'no' : 'yes';
  return MADE_MONEY.some((field) => number[field] !== undefined) ? 'yes' : 'no';
}

function moneyHeaders(list: AccountList): MoneyHeaders {
  const annualRevenue = headerOf(list, 'annualRevenue');
  return annualRevenue === undefined ? {} : { annualRevenue };
}

function blockedBySeats(
  seats: readonly Rep[],
  accounts: Accounts,
  { territories }: Settings,
  { ref }: Pick<Team, 'ref'>,
): Failure | undefined {
  if (seats.length === 0)
    return accounts.count === 1
      ? new Failure('oneAccount', { name: accounts.sheet })
      : new Failure('noTerritoryCount');
  if (seats.length <= accounts.count) return undefined;
  const params = { territories: seats.length, accounts: accounts.count };
  if (territories !== undefined) return new Failure('tooManyTerritories', params);
  return new Failure('tooManySeats', { ...params, list: ref?.table ?? ref?.sheet ?? 'none' });
}

/** Who has no territory though he stands on the team list, and whose accounts were all one owner's. */
function seatNotices(
  { seats, others, without, waiting }: SeatChoice,
  { single, strewn }: Roster,
  settings: Settings,
): Notice[] {
  const notices: Notice[] = [];
  const carrying = [...seats, ...without, ...waiting].filter(({ tbh }) => !tbh).flatMap(peopleIn).length;
  if (single !== undefined) notices.push({ code: 'singleOwner', severity: 'note', params: { ...single } });
  if (strewn !== undefined)
    notices.push({ code: 'strewnOwners', severity: 'warning', params: { ...strewn } });
  if (others.length > 0)
    notices.push({
      code: 'carrying',
      severity: 'note',
      params: {
        carry: carrying,
        people: others.length + carrying,
      },
    });
  if (without.length > 0 && settings.territories !== undefined)
    notices.push({
      code: 'seatsWithout',
      severity: 'warning',
      params: {
        territories: settings.territories,
        seats: seats.length + without.length,
        names: without
          .slice(0, 5)
          .map(({ name }) => name)
          .join(', '),
        more: Math.max(0, without.length - 5),
      },
    });
  return notices;
}

/** How many accounts stay by what was said, by why. */
function stayNotices({ seat, kind }: Locks, { seat: before }: Locks, { stay }: Settings): Notice[] {
  const counts = new Map<string, number>();
  seat.forEach((j, i) => {
    const why = kind(i) ?? '';
    if (j >= 0 && (before[i] ?? -1) < 0) counts.set(why, (counts.get(why) ?? 0) + 1);
  });
  return [...counts].map(([why, count]) => ({
    code: 'stays',
    severity: 'note',
    params: { why, count, date: stay?.asAt ?? '' },
  }));
}

const counted = (code: string, count: number): Notice[] =>
  count === 0 ? [] : [{ code, severity: 'note', params: { count } }];

/** People who have more than one territory. */
function ownerNotices(seats: readonly Rep[], of: readonly string[]): Notice[] {
  const people = new Map<string, { readonly name: string; readonly ids: string[] }>();
  seats.forEach(({ name, id, tbh }, j) => {
    if (tbh) return;
    // People of one name are told apart by their ids.
    const key = `${foldText(name)}|${id ?? ''}`;
    const person = people.get(key) ?? { name, ids: [] };
    person.ids.push(of[j] ?? '');
    people.set(key, person);
  });
  return [...people.values()]
    .filter(({ ids }) => ids.length > 1)
    .map(({ name, ids }) => ({
      code: 'ownerTwice',
      severity: 'note',
      params: { name, count: ids.length, ids: ids.join(', ') },
    }));
}

/** Seats that are as the user has them on the sheet Territory Plan, not as the team list has them. */
const listNotices = (ids: readonly string[]): Notice[] =>
  ids.length === 0
    ? []
    : [{ code: 'asListed', severity: 'note', params: { count: ids.length, ids: ids.join(', ') } }];

function emptyMetric(metrics: readonly MetricSpec[], weights: readonly Float64Array[]): Failure | undefined {
  const empty = metrics.find((_, m) => weights[m]?.every((weight) => weight === 0));
  return empty === undefined ? undefined : new Failure('metricEmpty', { metric: empty.id });
}
