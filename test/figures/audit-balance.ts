import type { Cell } from '../support/office';
import {
  beside,
  blockUnder,
  fairShares,
  gini,
  lineUnder,
  movedOf,
  placedIn,
  sum,
  tableIn,
  variation,
  type Metric,
  type Placed,
  type Row,
} from './audit';
import type { TrueAccount, TrueBook } from './books';

/** The cells of the sheets that are audited, from A1. */
export interface Cells {
  readonly list: readonly (readonly Cell[])[];
  readonly balance: readonly (readonly Cell[])[];
  readonly plan: readonly (readonly Cell[])[];
}

/** What an account is by its amounts: a customer pays, an active prospect has something open. */
const standingOf = ({ arr, pipeline }: TrueAccount): string =>
  arr > 0 ? 'customer' : pipeline > 0 ? 'active prospect' : 'untouched prospect';

/** The list by its headers, and each account where it stands. */
export function readList(
  truth: TrueBook,
  [headers = [], ...body]: Cells['list'],
): { readonly rows: readonly Row[]; readonly placed: readonly Placed[]; readonly hasOwner: boolean } {
  const rows = body.map((line): Row =>
    Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])),
  );
  return { rows, placed: placedIn(truth, rows), hasOwner: headers.includes('Account Owner') };
}

/**
 * Every figure of Balance against the account rows as they stand.
 * @param designed the accounts that the plan was designed from, where others stand there now
 * @param decimal the mark of the reader who sees the sentences
 */
export function auditBalance(
  truth: TrueBook,
  metrics: readonly Metric[],
  { list: listCells, balance: balanceCells, plan: planCells }: Cells,
  { designed = truth, decimal = '.' }: { readonly designed?: TrueBook; readonly decimal?: string } = {},
): void {
  const { rows, placed, hasOwner } = readList(truth, listCells);
  const list = tableIn(planCells, 'Territory', 'Id');
  const territories = tableIn(balanceCells, 'Territory', 'Owner');
  const headers = Object.keys(territories[0] ?? {});
  const unassigned = lineUnder(balanceCells, headers, 'Unassigned');
  const total = lineUnder(balanceCells, headers, 'Total');
  const names = list.map((row) => String(row['Territory']));
  expect(territories.map((row) => row['Territory'])).toEqual(names);
  const isPlaced = ({ territory }: Placed) => names.includes(territory);
  const isLoose = ({ territory }: Placed) => territory === '' || territory === 'Unassigned';
  const owners = new Set(list.map((row) => String(row['Owner'])));
  const moved = (placed: Placed) =>
    movedOf(
      String(list.find((row) => row['Territory'] === placed.territory)?.['Owner'] ?? ''),
      placed.account.owner,
      owners,
      isPlaced(placed),
      !isPlaced(placed) && !isLoose(placed),
    );

  const headerOf = (m: number, kind: 'value' | 'Target' | '% of fair share') => {
    const label = metrics[m]?.label ?? '';
    if (kind === 'value') return label;
    return m === 0 ? kind : `${label} ${kind.toLowerCase()}`;
  };
  const whalesIn = (name: string) =>
    placed.filter(({ account, territory }) => territory === name && truth.oversized?.includes(account.name));
  const sumOfWhales = (name: string, metric: Metric) =>
    whalesIn(name).length === 0 ? undefined : sum(whalesIn(name).map(({ account }) => metric.of(account)));
  const figures = metrics.map((metric) => {
    const loads = names.map((name) =>
      sum(placed.filter(({ territory }) => territory === name).map(({ account }) => metric.of(account))),
    );
    const targets = fairShares(
      loads,
      truth.seats,
      names.map((name) => sumOfWhales(name, metric)),
    );
    return { metric, loads, targets, indices: loads.map((load, j) => load / (targets[j] ?? NaN)) };
  });
  const inBand = names.map((_, j) =>
    figures.every(({ metric, indices }) => Math.abs((indices[j] ?? NaN) - 1) <= metric.tolerance + 1e-7),
  );

  territories.forEach((row, j) => {
    const mine = placed.filter(({ territory }) => territory === names[j]);
    const owner = String(list[j]?.['Owner'] ?? '');
    const seat = truth.seats[j];
    expect(row['Owner']).toBe(owner);
    expect(row['Manager'] ?? '').toBe(seat?.manager ?? '');
    const held = seat?.hired === undefined ? 'Filled' : 'Ramping';
    expect(row['Status']).toBe(owner === '' ? 'To be hired' : held);
    expect(row['Accounts']).toBe(mine.length);
    figures.forEach(({ loads, targets, indices }, m) => {
      expect(row[headerOf(m, 'value')]).toBeCloseTo(loads[j] ?? NaN, 6);
      expect(row[headerOf(m, 'Target')]).toBeCloseTo(targets[j] ?? NaN, 6);
      expect(row[headerOf(m, '% of fair share')]).toBeCloseTo(indices[j] ?? NaN, 9);
    });
    const whales = whalesIn(String(names[j]));
    expect(row['Oversized accounts']).toBe(truth.oversized === undefined ? undefined : whales.length);
    expect(row['Set apart?']).toBe(truth.oversized && (whales.length > 0 ? 'Yes' : 'No'));
    expect(row['In band?']).toBe(inBand[j] === true ? 'Yes' : 'No');
    expect(row['Capacity share']).toBe(seat?.share);
    for (const { metric } of figures) {
      const header = `Oversized: ${metric.label}`;
      if (headers.includes(header))
        expect(row[header]).toBeCloseTo(sumOfWhales(names[j] ?? '', metric) ?? 0, 6);
    }
    const hours = sum(mine.map(({ account }) => account.hours));
    expect(row['Workload h']).toBe(hours);
    // Where nobody on the team says his hours, there is no column of them.
    if (truth.seats.every(({ capacity }) => capacity === '')) expect(row['Capacity h']).toBeUndefined();
    else {
      expect(row['Capacity h']).toBe(seat?.capacity);
      if (typeof seat?.capacity === 'number') expect(row['Workload %']).toBeCloseTo(hours / seat.capacity, 9);
      else expect(row['Workload %']).toBe('');
    }
    const movedIn = mine.filter((placing) => moved(placing).startsWith('Yes')).length;
    const movedOut = placed.filter(
      (placing) => owner !== '' && placing.account.owner === owner && moved(placing).startsWith('Yes'),
    ).length;
    expect(row['Accounts in']).toBe(hasOwner ? movedIn : undefined);
    expect(row['Accounts out']).toBe(hasOwner ? movedOut : undefined);
    expect(row['Lower limit']).toBeCloseTo(1 - (metrics[0]?.tolerance ?? NaN), 9);
    expect(row['Upper limit']).toBeCloseTo(1 + (metrics[0]?.tolerance ?? NaN), 9);
  });

  // Lines under the table: what is in a territory, what is in none, and both.
  const inPlan = lineUnder(balanceCells, headers, 'Placed');
  expect(inPlan['Accounts']).toBe(placed.filter(isPlaced).length);
  expect(unassigned['Accounts']).toBe(placed.filter(isLoose).length);
  const hoursOf = (some: readonly Placed[]) => sum(some.map(({ account }) => account.hours));
  expect(unassigned['Workload h']).toBe(hoursOf(placed.filter(isLoose)));
  expect(total['Workload h']).toBe(
    hoursOf(placed.filter((placing) => isPlaced(placing) || isLoose(placing))),
  );
  expect(total['Accounts']).toBe(placed.filter((placing) => isPlaced(placing) || isLoose(placing)).length);
  const looseOf = (metric: Metric) => sum(placed.filter(isLoose).map(({ account }) => metric.of(account)));
  figures.forEach(({ metric, loads, targets }, m) => {
    expect(inPlan[headerOf(m, 'value')]).toBeCloseTo(sum(loads), 6);
    expect(Number(unassigned[headerOf(m, 'value')])).toBeCloseTo(looseOf(metric), 6);
    expect(total[headerOf(m, 'value')]).toBeCloseTo(sum(loads) + looseOf(metric), 6);
    expect(inPlan[headerOf(m, 'Target')]).toBeCloseTo(sum(targets), 6);
  });
  /** What a line under the table adds up to, of some of its rows; columns that are not there are not asked for. */
  const expectSums = (line: Row, mine: readonly number[], digits = 6) => {
    const summed = [
      'Accounts',
      'Workload h',
      'Capacity h',
      'Accounts in',
      'Accounts out',
      'Oversized accounts',
    ];
    const more = metrics.flatMap(({ label }) => [label, `Oversized: ${label}`]);
    for (const header of [...summed, ...more].filter((one) => headers.includes(one)))
      expect([header, Number(line[header])]).toEqual([
        header,
        expect.closeTo(sum(mine.map((at) => Number(territories[at]?.[header] ?? 0))), digits),
      ]);
    figures.forEach(({ loads, targets }, m) => {
      const [load, target] = [loads, targets].map((column) => sum(mine.map((at) => column[at] ?? NaN)));
      expect(line[headerOf(m, 'Target')]).toBeCloseTo(target ?? NaN, digits);
      if (line !== inPlan && mine.length > 0)
        expect(line[headerOf(m, '% of fair share')]).toBeCloseTo((load ?? NaN) / (target ?? NaN), 6);
    });
  };
  expectSums(inPlan, [...names.keys()]);

  // Subtotals: each segment and each manager by itself.
  for (const key of ['segment', 'manager'] as const) {
    const groups = [...new Set([...truth.seats.map((seat) => seat[key]), ''])];
    const isParted = truth.seats.some((seat) => seat[key] !== truth.seats[0]?.[key]);
    for (const name of isParted ? groups : []) {
      const line = lineUnder(balanceCells, headers, name === '' ? 'None, or new' : name);
      const mine = truth.seats.flatMap((seat, j) => (seat[key] === name ? [j] : []));
      // What is in no group is what the groups leave of the total, to the sixth digit.
      expectSums(line, mine, name === '' ? 5 : 6);
    }
  }

  // Checks: nothing is lost, and what has a wrong name is counted.
  const astray = placed.filter((placing) => !isPlaced(placing) && !isLoose(placing));
  expect(beside(balanceCells, 'Accounts, less placed, less unassigned')).toBe(astray.length);
  expect(beside(balanceCells, 'Accounts with an unknown territory name')).toBe(astray.length);
  expect(beside(balanceCells, `Territory list, less the ${truth.seats.length} designed`)).toBe(0);
  const { length: then } = designed.accounts;
  expect(beside(balanceCells, `Accounts, less the ${then} designed`)).toBe(placed.length - then);
  /** The accounts that the design itself placed, as far as they are still there: what was deleted since was placed. */
  const designedTo = new Map(placed.map(({ account, row }) => [account.name, row['Designed Territory']]));
  const thenPlaced = designed.accounts.filter(({ name }) => {
    const to = designedTo.get(name);
    return to === undefined || (to !== '' && to !== 'Unassigned');
  });
  metrics.forEach((metric, m) => {
    if (metric.label === 'Accounts') return;
    const lost = sum(astray.map(({ account }) => metric.of(account)));
    expect(beside(balanceCells, `${metric.label}, less placed, less unassigned`)).toBeCloseTo(lost, 2);
    // The bridge: each line from the source to the plan.
    const bridge = blockUnder(balanceCells, `${metric.label}: from list to plan`);
    const now = (label: string) => Number(bridge.get(label)?.[0] ?? 0);
    const truly = sum(placed.map(({ account }) => metric.of(account)));
    expect(
      now('Total of its columns in the list') +
        now('Negative amounts, which count as 0') +
        now('Numbers written as text, as understood') +
        now('Conversion to one currency'),
    ).toBeCloseTo(truly, 6);
    expect(now(`${metric.label} in the plan`)).toBeCloseTo(truly, 6);
    expect(now('Placed in territories')).toBeCloseTo(sum(figures[m]?.loads ?? []), 6);
    expect(now('Unassigned')).toBeCloseTo(looseOf(metric), 6);
    expect(now('Difference')).toBeCloseTo(lost, 2);
    const then = (label: string) => Number(bridge.get(label)?.[1]);
    const all = sum(designed.accounts.map(metric.of));
    expect(then(`${metric.label} in the plan`)).toBeCloseTo(all, 6);
    expect(then('Placed in territories')).toBeCloseTo(sum(thenPlaced.map(metric.of)), 6);
    expect(then('Unassigned')).toBeCloseTo(all - sum(thenPlaced.map(metric.of)), 6);
  });
  const counted = blockUnder(balanceCells, 'Accounts: from list to plan');
  expect(counted.get('Accounts in the list')?.slice(0, 2)).toEqual([placed.length, then]);
  expect(counted.get('Placed in territories')?.slice(0, 2)).toEqual([
    placed.filter(isPlaced).length,
    thenPlaced.length,
  ]);
  expect(counted.get('Unassigned')?.slice(0, 2)).toEqual([
    placed.filter(isLoose).length,
    then - thenPlaced.length,
  ]);
  expect(counted.get('Difference')?.[0]).toBe(astray.length);
  if (metrics.some(({ label }) => label !== 'Accounts')) {
    expect(beside(balanceCells, 'Columns of the list, less the plan')).toBe(0);
    expect(beside(balanceCells, 'Cells no sum understands: design again')).toBe(0);
  }

  // Who moves, by kind, and the way to the columns in and out.
  if (hasOwner) {
    const moves = blockUnder(balanceCells, 'Who moves');
    const count = (test: (word: string) => boolean) =>
      placed.filter((placing) => test(moved(placing))).length;
    const exactly = (word: string) => count((candidate) => candidate === word);
    const kinds = [
      ['1 To another rep', 'Yes'],
      ['2 To an open seat', 'Yes, to open seat'],
      ['3 Their owner is not in the plan', 'Yes, owner not in plan'],
      ['4 To nobody: unassigned', 'Yes, to nobody'],
      ['5 Owner not in the plan, to nobody', 'Yes, owner not in plan, to nobody'],
    ] as const;
    const [first] = metrics.filter(({ label }) => label !== 'Accounts');
    /** How many they are, and what they bring of the first metric that is no number of accounts. */
    const expectMoves = (label: string, test: (word: string) => boolean) => {
      const those = placed.filter((placing) => test(moved(placing)));
      const [accounts, amount] = moves.get(label) ?? [];
      expect([label, accounts]).toEqual([label, those.length]);
      if (first !== undefined)
        expect([label, amount]).toEqual([
          label,
          expect.closeTo(sum(those.map(({ account }) => first.of(account))), 6),
        ]);
    };
    for (const [label, word] of kinds) expectMoves(label, (one) => one === word);
    const changed = count((word) => word.startsWith('Yes'));
    expectMoves('Accounts that change owner', (word) => word.startsWith('Yes'));
    expectMoves('Besides: had no owner, have one now', (word) => word === 'New');
    expectMoves('Besides: stay with their owner', (word) => word === 'No');
    const lines = (...numbers: number[]) => sum(numbers.map((n) => exactly(kinds[n - 1]?.[1] ?? '')));
    expect(moves.get('Accounts in: lines 1, 2 and 3')?.[0]).toBe(lines(1, 2, 3));
    expect(moves.get('Accounts out: lines 1, 2 and 4')?.[0]).toBe(lines(1, 2, 4));
    const kindOf = ({ account }: Placed) => `${standingOf(account)}s`;
    const told = ['customers', 'active prospects', 'untouched prospects'].map((kind) => {
      const those = placed.filter((one) => moved(one).startsWith('Yes') && kindOf(one) === kind);
      const line = moves.get(`Of these: ${kind}`);
      expect(line?.[0]).toBe(those.length);
      if (first !== undefined)
        expect(line?.[1]).toBeCloseTo(sum(those.map(({ account }) => first.of(account))), 6);
      return those.length;
    });
    expect(sum(told)).toBe(changed);
    expect(balanceCells.map(([first]) => String(first))).toContain(
      `Of these ${told[0] ?? ''} are customers, ${told[1] ?? ''} active prospects ` +
        `(open pipeline, or activity within 90 days) and ${told[2] ?? ''} untouched prospects.`,
    );
    const sentence = balanceCells
      .map(([first]) => String(first))
      .find((text) => text.includes('change owner:'));
    expect(sentence).toMatch(new RegExp(`^${changed} of ${placed.length} accounts change owner`));
  }

  // The headline, and spread measures.
  const said = balanceCells.slice(2, 7).map(([line]) => String(line));
  for (const { metric, indices } of figures) {
    // Of two that are equally far from fair the larger is named.
    const off = (index: number) => Math.round(1e9 * Math.abs(index - 1));
    const worst = [...indices].sort((a, b) => off(b) - off(a) || b - a)[0] ?? NaN;
    const within = indices.filter((index) => Math.abs(index - 1) <= metric.tolerance + 1e-7).length;
    const at = names[indices.findIndex((index) => index === worst)] ?? '';
    const tenth = (share: number) => String(Math.round(1000 * share) / 10).replace('.', decimal);
    const shown = `${worst < 1 ? '-' : '+'}${tenth(Math.abs(worst - 1))}%`;
    expect(said).toContain(
      `${within} of ${names.length} territories within ±${tenth(metric.tolerance)}% ` +
        `of their fair share of ${metric.label}; worst ${shown}, ${at}`,
    );
  }
  if (metrics.length > 1)
    expect(said[0]).toBe(
      `${inBand.filter(Boolean).length} of ${names.length} territories are within the limits of all ${metrics.length} metrics`,
    );
  for (const { metric, indices } of figures) {
    const detail = (label: string) => beside(balanceCells, label.replace('{metric}', metric.label));
    expect(detail('{metric}: highest less lowest share')).toBeCloseTo(
      Math.max(...indices) - Math.min(...indices),
      9,
    );
    expect(detail('Variation of {metric} (0 is equal)')).toBeCloseTo(variation(indices), 9);
    expect(detail('Gini of {metric} (0 is equal)')).toBeCloseTo(gini(indices), 9);
  }

  // How good the accounts of a territory are, a factor at a time: of what these books tell, potential by full seat.
  const potential = figures.find(({ metric }) => metric.label === 'Potential');
  const quality = tableIn(balanceCells, 'Territory', 'Potential here');
  expect(quality.map((row) => row['Territory'])).toEqual(names);
  const ofSeat = sum(potential?.loads ?? []) / sum(truth.seats.map(({ share }) => share));
  quality.forEach((row, j) => {
    expect(row['Potential here']).toBeCloseTo(potential?.loads[j] ?? NaN, 6);
    const { share } = truth.seats[j] ?? { share: NaN };
    expect(row['Potential, of mean']).toBeCloseTo((potential?.loads[j] ?? NaN) / share / ofSeat, 9);
  });

  // The account columns.
  // Nothing is accepted before the plan is kept, and then what was designed.
  const isKept = placed.some(({ row }) => (row['Accepted Territory'] ?? '') !== '');
  for (const placing of placed) {
    const { row, territory } = placing;
    const owner = String(list.find((line) => line['Territory'] === territory)?.['Owner'] ?? '');
    expect(row['Territory Owner']).toBe(owner);
    expect(row['Moved?']).toBe(hasOwner ? moved(placing) : 'no data');
    const isNew = !designed.accounts.some(({ name }) => name === placing.account.name);
    if (territory === row['Designed Territory']) expect(row['Reason']).toBe(row['Designed Reason']);
    expect(row['Accepted Territory'] ?? '').toBe(isKept ? row['Designed Territory'] : '');
    const isWhale = truth.oversized?.includes(placing.account.name) === true;
    if (row['Oversized Account'] !== undefined) expect(row['Oversized Account'] !== '').toBe(isWhale);
    const { potential: amount, hours } = placing.account;
    for (const [header, value] of Object.entries({ Potential: amount, 'Workload Hours': hours }))
      if (row[`${header} (read)`] !== undefined)
        expect([header, Number(row[`${header} (read)`])]).toEqual([header, expect.closeTo(value, 6)]);
    expect(row['Holder Before'] ?? '').toBe(hasOwner ? placing.account.owner : '');
    if (!isWhale) expect(row['Lock']).toBe('');
    if (row['Customer or Prospect'] !== undefined && !isNew)
      expect(String(row['Customer or Prospect']).toLowerCase()).toBe(standingOf(placing.account));
    if (territory !== row['Designed Territory'])
      expect(row['Reason']).toBe(
        row['Designed Territory'] === ''
          ? 'Came into the list after the design'
          : `Edited, was ${String(row['Designed Territory'])}`,
      );
  }
  const blank = rows.filter((row) => row['Account Name'] === '');
  for (const row of blank) expect(row['Territory']).toBe('');
}
