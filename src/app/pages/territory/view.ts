import { centresOf } from '../../../carve/spread';
import { haversineKm } from '../../../geo/sphere';
import { evidenceIn, standingOf } from '../../../plan/account-standing';
import { accountLabel, townOf } from '../../../plan/accounts';
import { isInBand } from '../../../plan/band';
import { distanceUnit } from '../../../plan/distance';
import { metricWeights } from '../../../plan/metrics';
import { daySerial, isSamePlace, serialDay } from '../../../plan/schedule';
import { currencySign } from '../../../reports/amounts';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { borderAccounts } from '../../border-accounts';
import { changesIn, isAccepted } from '../../changes';
import { isClosedSeat } from '../../closed';
import { openDay, openSeats } from '../../open-seats';
import { managersOf } from '../../planning-copy-sources';
import { ownersIn } from '../../schedule';
import type { StandingPlan } from '../../standing-plan';
import type { PaneState } from '../../state';
import type { Understanding } from '../../understanding/understand';
import { rowOf, type MapPreview } from '../design/map';
import { distanceText } from '../design/preview';
import { moneyName } from '../design/plans';
import { barsOf, standingMap } from '../design/standing';
import type { MetricPreview } from '../design/preview';

/** An account, and the row of the list that a click leads to. */
export interface AccountLine {
  readonly text: string;
  readonly address: string;
}

/** A territory beyond the border. */
export interface NeighbourLine {
  readonly name: string;
  readonly owner: string;
  /** How many accounts lie at the border, on either side. */
  readonly text: string;
  /** Those on this side, the largest first. */
  readonly accounts: readonly AccountLine[];
  readonly more: string | undefined;
}

/** What a territory has of a metric. */
export interface LoadLine {
  readonly label: string;
  readonly share: string;
  readonly text: string;
  readonly isOut: boolean;
}

export interface TerritoryView {
  /** Index among the territories of the plan. */
  readonly at: number;
  readonly name: string;
  /** All of them, in the order of the plan. */
  readonly names: readonly string[];
  /** Who has it, who leads, and whether it waits for somebody. */
  readonly owner: string;
  readonly state: string | undefined;
  /** How many accounts, of which kind, with how much money; where its centre is, and how far they are from it. */
  readonly facts: readonly string[];
  readonly loads: readonly LoadLine[];
  readonly largest: readonly AccountLine[];
  readonly neighbours: readonly NeighbourLine[];
  /** What is proposed and not accepted, in words; undefined for nothing. */
  readonly proposed: string | undefined;
  /** What was accepted, the latest first. */
  readonly history: readonly string[];
  readonly older: string | undefined;
  readonly map: MapPreview | undefined;
  readonly metric: MetricPreview | undefined;
  readonly isClosed: boolean;
}

/** More than these are told by their number. */
const MOST_LARGEST = 5;
const MOST_AT_BORDER = 3;
const MOST_HISTORY = 10;

/**
 * What the page of a territory shows.
 * @param name of the territory; of one that there is not, the first is shown
 * @param today ISO day
 * @returns undefined where no plan stands, or another one is looked at
 */
export function territoryPage(
  state: Pick<PaneState, 'understanding' | 'standing' | 'designed'>,
  name: string,
  say: Say,
  numbers: Numbers,
  today: string,
): TerritoryView | undefined {
  const { understanding, standing, designed } = state;
  if (understanding === undefined || standing === undefined || designed !== undefined) return undefined;
  const { record, assignment, metrics } = standing;
  const { list } = understanding;
  const { accounts } = list;
  const names = record.territories.map((one) => one.name);
  const at = Math.max(0, names.indexOf(name));
  const called = names[at] ?? '';
  const mine = Array.from(assignment.keys()).filter((i) => assignment[i] === at);
  const owners = ownersIn(understanding, record);
  const [metric] = metrics;
  const weight = metric === undefined ? undefined : metricWeights(accounts, metric.spec);
  const byWeight = (a: number, b: number) => (weight?.[b] ?? 0) - (weight?.[a] ?? 0);
  const line = (i: number): AccountLine => {
    const isCounted = metric === undefined || metric.spec.fields.length === 0;
    return {
      text: [
        [accountLabel(accounts, i), townOf(accounts, i)].filter((word) => word !== '').join(', '),
        ...(isCounted ? [] : [`${metricLabel(say, metric.spec)} ${numbers.whole(weight?.[i] ?? 0)}`]),
      ].join(' · '),
      address: rowOf(list, i),
    };
  };
  const history = standing.log.filter(({ kind, name: of, from, to }) =>
    kind === 'seat'
      ? isSamePlace(of, called)
      : kind === undefined && (isSamePlace(from, called) || isSamePlace(to, called)),
  );
  const older = history.length - MOST_HISTORY;
  return {
    at,
    name: called,
    names,
    owner: say('territory.owner', {
      owner: owners[at] === undefined || owners[at] === '' ? 'none' : owners[at],
      manager: managersOf(understanding, standing)[at] || 'none',
    }),
    state: stateOf(understanding, standing, at, say, today),
    facts: [
      countedOf(mine, understanding, record.designedAt, say, numbers),
      ...centreOf(mine, at, understanding, standing, say, numbers),
    ],
    loads: metrics.map(({ spec, load, target, index }) => ({
      label: metricLabel(say, spec),
      share: (target[at] ?? 0) > 0 ? numbers.percent(index[at] ?? 0, 0) : '–',
      text:
        (target[at] ?? 0) > 0
          ? say('territory.load', {
              load: numbers.whole(load[at] ?? 0),
              target: numbers.whole(target[at] ?? 0),
              tolerance: numbers.percent(spec.tolerance, 3),
            })
          : numbers.whole(load[at] ?? 0),
      isOut: !isInBand(load[at] ?? 0, target[at] ?? 0, spec.tolerance),
    })),
    largest: [...mine].sort(byWeight).slice(0, MOST_LARGEST).map(line),
    neighbours: neighboursOf(at, mine, understanding, standing).map(({ territory, here, there }) => ({
      name: names[territory] ?? '',
      owner: owners[territory] ?? '',
      text: say('territory.border', { here: here.length, there }),
      accounts: [...here].sort(byWeight).slice(0, MOST_AT_BORDER).map(line),
      more:
        here.length > MOST_AT_BORDER ? say('year.more', { count: here.length - MOST_AT_BORDER }) : undefined,
    })),
    proposed: proposedOf(called, understanding, standing, say),
    history: [...history]
      .reverse()
      .slice(0, MOST_HISTORY)
      .map((change) => wordChange(change, called, say)),
    older: older > 0 ? say('year.more', { count: older }) : undefined,
    map: standingMap(standing, understanding, say, numbers),
    metric: metric && barsOf(metric, understanding, record.territories, say),
    isClosed: isClosedSeat(understanding, record.territories[at]?.id ?? ''),
  };
}

function stateOf(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  { record }: StandingPlan,
  at: number,
  say: Say,
  today: string,
): string | undefined {
  if (isClosedSeat(understanding, record.territories[at]?.id ?? '')) return say('territory.closed');
  const day = openDay(understanding, record, daySerial(today));
  const seat = openSeats(understanding, record, day).find((one) => one.at === at);
  if (seat === undefined) return undefined;
  return say('territory.waits', {
    state: say(`open.state.${seat.state}`),
    cover: seat.interim === '' ? 'none' : seat.interim,
    future: seat.future === '' ? 'none' : seat.future,
    start: seat.from === undefined ? 'none' : serialDay(seat.from),
  });
}

function countedOf(
  mine: readonly number[],
  { list: { accounts }, choices }: Pick<Understanding, 'list' | 'choices'>,
  designedAt: string,
  say: Say,
  numbers: Numbers,
): string {
  const evidence = evidenceIn(accounts, daySerial(designedAt.slice(0, 10)));
  const customers =
    evidence === undefined
      ? 'none'
      : String(mine.filter((i) => standingOf(accounts, evidence, i) === 'customer').length);
  const { money } = choices;
  const sum = mine.reduce((total, i) => total + Math.max(0, money?.[i] ?? 0), 0);
  const sign = currencySign(choices.exchange.base ?? choices.exchange.currencies[0]);
  return say('territory.accounts', {
    count: mine.length,
    customers,
    money: money === undefined || sum <= 0 ? 'none' : `${sign}${numbers.short(sum)}`,
    what: moneyName(accounts, choices.metrics, say),
  });
}

/** By the account that is nearest to its middle; nothing where no place is known. */
function centreOf(
  mine: readonly number[],
  at: number,
  { list: { accounts } }: Pick<Understanding, 'list'>,
  { assignment, record: { territories } }: StandingPlan,
  say: Say,
  numbers: Numbers,
): string[] {
  const { latitude, longitude } = accounts.places;
  const centre = centresOf(assignment, territories.length, accounts.places)[at];
  if (centre === undefined || Number.isNaN(centre.latitude)) return [];
  const far = mine.flatMap((i) => {
    const place = { latitude: latitude[i] ?? NaN, longitude: longitude[i] ?? NaN };
    return Number.isNaN(place.latitude) ? [] : [{ i, km: haversineKm(place, centre) }];
  });
  const [first, ...rest] = far;
  if (first === undefined) return [];
  const nearest = rest.reduce((least, one) => (one.km < least.km ? one : least), first);
  const mean = far.reduce((sum, { km }) => sum + km, 0) / far.length;
  const town = townOf(accounts, nearest.i);
  return [
    say('territory.centre', {
      place: town === '' ? accountLabel(accounts, nearest.i) : town,
      distance: distanceText(mean, distanceUnit(accounts), say, numbers),
    }),
  ];
}

/** Those with which it shares border accounts, those with most first. */
function neighboursOf(
  at: number,
  mine: readonly number[],
  { list: { accounts } }: Pick<Understanding, 'list'>,
  standing: StandingPlan,
): { readonly territory: number; readonly here: readonly number[]; readonly there: number }[] {
  const { assignment, record } = standing;
  const near = borderAccounts(accounts, standing, (own, j) => j !== own);
  const here = record.territories.map((): number[] => []);
  const there = record.territories.map(() => 0);
  for (const i of mine) here[near.get(i) ?? -1]?.push(i);
  near.forEach((beyond, i) => {
    const own = assignment[i] ?? -1;
    if (beyond === at) there[own] = (there[own] ?? 0) + 1;
  });
  return record.territories
    .flatMap((_, territory) => {
      const found = { territory, here: here[territory] ?? [], there: there[territory] ?? 0 };
      return found.here.length + found.there === 0 ? [] : [found];
    })
    .sort((a, b) => b.here.length + b.there - a.here.length - a.there);
}

function proposedOf(
  name: string,
  understanding: Pick<Understanding, 'book' | 'list'>,
  standing: StandingPlan,
  say: Say,
): string | undefined {
  if (!isAccepted(understanding)) return undefined;
  const changes = changesIn(understanding, standing);
  const comes = changes.filter(({ is }) => isSamePlace(is, name)).length;
  const goes = changes.filter(({ was }) => isSamePlace(was, name)).length;
  return comes + goes === 0 ? undefined : say('territory.proposed', { comes, goes });
}

function wordChange(
  { kind, at, name, from, to, reason, by }: StandingPlan['log'][number],
  territory: string,
  say: Say,
): string {
  const other = isSamePlace(to, territory) ? from : to;
  return say('territory.change', {
    day: at.slice(0, 10),
    what:
      kind === 'seat'
        ? say('territory.seat', { from: from === '' ? 'none' : from, to: to === '' ? 'none' : to })
        : say(isSamePlace(to, territory) ? 'territory.came' : 'territory.went', {
            name,
            other: other === '' ? 'none' : other,
          }),
    reason: reason === '' ? 'none' : reason,
    by: by === '' ? 'none' : by,
  });
}
