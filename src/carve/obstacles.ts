import type { Design, Obstacle } from '../engine/problem';
import { accountLabel } from '../plan/accounts';
import type { Notice } from '../plan/design';
import { metricWeights } from '../plan/metrics';
import { decidedBy } from '../plan/rules/rule';
import type { PlanRules } from '../plan/rules/plan-rules';
import type { Territory } from '../plan/territory';
import { placesBy } from '../plan/together';
import type { CarveInput } from './compile';
import type { Oversized } from './oversized';

type Told = Exclude<Obstacle, { kind: 'ineligible' }>;

/** What the engine could not meet and what its rules forbid, with accounts and territories by name. */
export function noticesOf(
  input: CarveInput,
  design: Design,
  rules: PlanRules,
  territories: readonly Territory[],
  oversized?: Oversized,
): Notice[] {
  return [
    ...rules.eligibility.flatMap(({ notices = [] }) => notices),
    ...nowhere(input, design, rules, territories.length),
    ...familiesCut(input, design),
    ...unitsCut(input, design),
    ...design.obstacles
      .filter((obstacle): obstacle is Told => obstacle.kind !== 'ineligible')
      // Of places that are cut all are told together.
      .filter(({ kind }) => kind !== 'conflict' || input.settings.unit === undefined)
      .map((obstacle) => noticeOf(obstacle, input, rules, territories)),
    ...(oversized === undefined
      ? apartOf(input, design, territories)
      : oversizedOf(input, design, territories, oversized)),
  ];
}

/** Which accounts have a territory for themselves, how even the rest is, and what the figures would be with them. */
function oversizedOf(
  { metrics: [first], settings: { unit } }: Pick<CarveInput, 'metrics' | 'settings'>,
  { worstDeviation, toleranceFloor }: Design,
  territories: readonly Territory[],
  { accounts, isApart, worst, floors }: Oversized,
): Notice[] {
  const names = territories.filter((_, j) => isApart[j] === true).map(({ name }) => name);
  if (first === undefined || names.length === 0) return [];
  const floor = floors[0] ?? 0;
  const floorWith = toleranceFloor[0] ?? 0;
  return [
    {
      code: 'oversized',
      severity: 'note',
      params: {
        accounts: accounts.length,
        count: names.length,
        territories: names.join(', '),
        metric: first.id,
        worst,
        floor: floor > first.tolerance ? floor : 'none',
        worstWith: worstDeviation[0] ?? 0,
        floorWith: floorWith > first.tolerance ? floorWith : 'none',
        ...(unit === undefined ? {} : { unit }),
      },
    },
  ];
}

/** What pins alone fill, and how even the rest is; with it, the plan's own figures say it. */
function apartOf(
  { metrics }: Pick<CarveInput, 'metrics'>,
  { apart }: Pick<Design, 'apart'>,
  territories: readonly Territory[],
): Notice[] {
  const [first] = metrics;
  if (apart === null || first === undefined) return [];
  const floor = apart.toleranceFloor[0] ?? 0;
  return [
    {
      code: 'apart',
      severity: 'note',
      params: {
        territories: territories
          .filter((_, j) => apart.territories[j] === 1)
          .map(({ name }) => name)
          .join(', '),
        metric: first.id,
        worst: apart.worstDeviation[0] ?? 0,
        floor: floor > first.tolerance ? floor : 'none',
      },
    },
  ];
}

/**
 * How many accounts each rule lets go nowhere, and why. The engine counts them by class; classes that differ
 * by other rules are told together. What of the first balanced amount is theirs is said with them.
 */
function nowhere(
  { accounts, metrics }: Pick<CarveInput, 'accounts' | 'metrics'>,
  { assignment }: Design,
  { eligibility }: PlanRules,
  seats: number,
): Notice[] {
  // A mere number of accounts is told anyway.
  const amount = metrics.slice(0, 1).find(({ fields }) => fields.length > 0);
  const weights = amount === undefined ? undefined : metricWeights(accounts, amount);
  const told = new Map<string, Notice>();
  assignment.forEach((territory, i) => {
    const rule = territory < 0 ? decidedBy(eligibility, seats, i, 0) : undefined;
    if (rule === undefined) return;
    const { params: own } = rule.explain(i);
    // Of accounts in the pool each has a rank: they are told together.
    const params = rule.id === 'book' ? {} : own;
    const key = `${rule.id} ${JSON.stringify(params)}`;
    const before = told.get(key)?.params;
    // Who covers an account, and what a book may hold, is the user's own choice; a segment or region without a seat hardly is.
    const isChosen = rule.id === 'coverage' || rule.id === 'book';
    const value = Number(before?.['value'] ?? 0) + (weights?.[i] ?? 0);
    told.set(key, {
      code: `nowhere.${rule.id}`,
      severity: isChosen ? 'note' : 'warning',
      params: {
        ...params,
        accounts: Number(before?.['accounts'] ?? 0) + 1,
        ...(isChosen ? {} : { metric: amount?.id ?? 'none', value }),
      },
    });
  });
  return [...told.values()];
}

/** Families of which seats for named accounts hold a part, and how many accounts of theirs are elsewhere. */
function familiesCut(
  { accounts: { family }, seats, settings }: Pick<CarveInput, 'accounts' | 'seats' | 'settings'>,
  { assignment }: Design,
): Notice[] {
  if (!settings.keepFamilies || settings.unit !== undefined) return [];
  const isNamed = (i: number) => seats[assignment[i] ?? -1]?.named === true;
  const cut = new Set(family.filter((number, i) => number >= 0 && isNamed(i)));
  const apart = family.filter((number, i) => cut.has(number) && (assignment[i] ?? -1) >= 0 && !isNamed(i));
  if (apart.length === 0) return [];
  const params = { accounts: apart.length, families: new Set(apart).size };
  return [{ code: 'namedFamilies', severity: 'warning', params }];
}

/** Places that were to be whole and are not, since a lock or a rule has a part of them elsewhere; and accounts that say none. */
function unitsCut(
  { accounts, settings: { unit } }: Pick<CarveInput, 'accounts' | 'settings'>,
  { assignment }: Design,
): Notice[] {
  if (unit === undefined) return [];
  const { of, names } = placesBy(accounts, unit);
  const at = names.map(() => new Map<number, number>());
  let unknown = 0;
  assignment.forEach((j, i) => {
    if (j < 0) return;
    const own = at[of[i] ?? -1];
    if (own === undefined) unknown++;
    else own.set(j, (own.get(j) ?? 0) + 1);
  });
  const cut = names.flatMap((name, n) =>
    (at[n]?.size ?? 0) > 1 ? [{ name, counts: [...(at[n]?.values() ?? [])] }] : [],
  );
  const apart = cut.reduce(
    (sum, { counts }) => sum + counts.reduce((all, one) => all + one, 0) - Math.max(...counts),
    0,
  );
  return [
    ...(cut.length === 0
      ? []
      : [
          {
            code: 'unitsCut',
            severity: 'warning' as const,
            params: {
              unit,
              units: cut.length,
              names: cut
                .slice(0, NAMED)
                .map(({ name }) => name)
                .join(', '),
              more: Math.max(0, cut.length - NAMED),
              accounts: apart,
            },
          },
        ]),
    ...(unknown === 0
      ? []
      : [{ code: 'unitless', severity: 'note' as const, params: { unit, accounts: unknown } }]),
  ];
}

/** So many are told by name. */
const NAMED = 3;

/** What is too large: the place of an account where that is whole, else the account or its family. */
function placeOr(
  accounts: CarveInput['accounts'],
  { unit }: CarveInput['settings'],
  i: number,
): Notice['params'] {
  const { of, names } = unit === undefined ? { of: [], names: [] } : placesBy(accounts, unit);
  const place = names[of[i] ?? -1];
  return unit === undefined || place === undefined
    ? { account: accountLabel(accounts, i) }
    : { account: place, unit };
}

/** One obstacle, with the accounts and territories by name. */
export function noticeOf(
  obstacle: Told,
  { accounts, metrics, settings }: Pick<CarveInput, 'accounts' | 'metrics' | 'settings'>,
  { cap }: Pick<PlanRules, 'cap'>,
  territories: readonly Territory[],
): Notice {
  const metricId = (m: number) => metrics[m]?.id ?? '';
  const nameOf = (j: number) => territories[j]?.name ?? '';
  const names = (list: Int32Array) => Array.from(list, nameOf).join(', ');
  const notice = (params: Notice['params']): Notice => ({
    code: `obstacle.${obstacle.kind}`,
    severity: 'warning',
    params,
  });
  switch (obstacle.kind) {
    case 'oversized':
      return notice({
        ...placeOr(accounts, settings, obstacle.account),
        row: accounts.sheetRow[obstacle.account] ?? 0,
        metric: metricId(obstacle.metric),
        value: obstacle.value,
        limit: obstacle.limit,
      });
    case 'pinned':
      return notice({
        territory: nameOf(obstacle.territory),
        metric: metricId(obstacle.metric),
        value: obstacle.value,
        limit: obstacle.limit,
      });
    case 'tooMuch':
    case 'tooLittle':
      return notice({
        territories: names(obstacle.territories),
        metric: metricId(obstacle.metric),
        value: obstacle.value,
        limit: obstacle.limit,
      });
    case 'cap':
      return notice(cap.explain(obstacle.name ?? obstacle.by, obstacle.allowed, obstacle.needed).params);
    case 'conflict':
      return notice({
        account: accountLabel(accounts, obstacle.account),
        other: accountLabel(accounts, obstacle.other),
      });
    case 'empty':
      return notice({ territories: obstacle.territories });
  }
}
