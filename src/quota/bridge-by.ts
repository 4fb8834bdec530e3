import { bridgeOf, total, type Bridge } from './bridge';
import type { Quotas, SeatQuota } from './quotas';
import { CENTS, roundTo } from './round';

/** The bridge of some seats. What floors, caps and overrides move between seats is a step of its own: 0 in all. */
export interface PartBridge extends Bridge {
  readonly name: string;
  readonly betweenSeats: number;
}

type Step =
  | 'plan'
  | 'pool'
  | 'unallocated'
  | 'notPlaceable'
  | 'bottomUpGap'
  | 'overrideGap'
  | 'rounding'
  | 'hiringSlip'
  | 'moves'
  | 'final';
type Steps = Readonly<Record<Step | 'betweenSeats', number>>;

/** What was issued of a seat's part, as far as its bridge asks for it. */
interface IssuedPart {
  readonly quota: number;
  readonly fullYear: number;
  readonly share: number;
  readonly weight: number;
  readonly override?: number | undefined;
}

interface Rules {
  readonly overrides: 'leave' | 'spread';
  readonly digits?: number | undefined;
  /** By the keys of rows; undefined until quotas are issued. */
  readonly issued?: Readonly<Record<string, IssuedPart>> | undefined;
}

/** A row as the bridge sees it: what it was shared out by, and what came of it. */
interface Row {
  readonly share: number;
  readonly weight: number;
  readonly calculated: number;
  readonly override: number | undefined;
  readonly given: number;
  readonly isIn: boolean;
}

/**
 * The bridge of a line seat by seat, to the cent: the pool by what it is shared out by, then what bounds and overrides move
 * between seats, then what happened to each. A step is the same over all seats as it is over the line; where seats are
 * gone since the issue, less what was theirs.
 * @returns in the order of the rows of the line
 */
function stepsOf(
  line: Bridge,
  rows: readonly SeatQuota[],
  { overrides, digits = CENTS, issued }: Rules,
): Steps[] {
  const seen = rows.map((row): Row => {
    const at = issued?.[row.key];
    if (issued === undefined) return { ...row, given: row.final, isIn: row.applies };
    if (at === undefined)
      return { share: 0, weight: 0, calculated: 0, override: undefined, given: 0, isIn: false };
    return { ...at, calculated: at.fullYear * at.share, override: at.override, given: at.quota, isIn: true };
  });
  const issuedHere = total(seen.map(({ given }) => given));
  const gone = issued === undefined ? 0 : line.seatsGone;
  const left = gone === 0 || issuedHere + gone === 0 ? 1 : issuedHere / (issuedHere + gone);
  const parts = partsOfLine(seen).map((part) => part * left);
  const byPart = (amount: number) => telescoped(parts, (sum) => roundTo(amount * roundTo(sum, 9), digits));
  const byOwn = (amount: number, isIn: (row: Row) => boolean, of: (row: Row) => number) => {
    const own = seen.map((row) => (isIn(row) ? of(row) : 0));
    const cents = telescoped(own, (sum) => roundTo(sum, digits));
    const last = seen.reduce((found, row, k) => (isIn(row) ? k : found), -1);
    // What rounding leaves over is the last one's.
    return cents.map((cent, k) =>
      k === last && gone === 0
        ? roundTo(
            cent +
              amount -
              roundTo(
                own.reduce((a, b) => a + b, 0),
                digits,
              ),
            digits,
          )
        : cent,
    );
  };
  const isOver = ({ isIn, override }: Row) => isIn && override !== undefined;
  const overridden = seen.reduce((sum, row) => sum + (isOver(row) ? (row.override ?? 0) : 0), 0);
  const plan = byPart(line.plan);
  const pool = byPart(line.pool);
  const unallocated = byPart(line.unallocated);
  const notPlaceable = byPart(line.notPlaceable);
  const bottomUpGap = byPart(line.bottomUpGap);
  const overrideGap = byOwn(line.overrideGap, isOver, ({ override = 0, calculated }) =>
    overrides === 'leave'
      ? override - calculated
      : overridden === 0
        ? 0
        : (line.overrideGap * override) / overridden,
  );
  const rounding = byOwn(
    line.rounding,
    (row) => row.isIn && row.override === undefined,
    ({ calculated, given }) => calculated - given,
  );
  return rows.map((row, k): Steps => {
    const at = (steps: readonly number[]) => steps[k] ?? 0;
    const steps = {
      plan: at(plan),
      pool: at(pool),
      unallocated: at(unallocated),
      notPlaceable: at(notPlaceable),
      bottomUpGap: at(bottomUpGap),
      overrideGap: at(overrideGap),
      rounding: at(rounding),
      hiringSlip: row.slip,
      moves: row.moved,
      final: row.inForce,
    };
    const { unallocated: u, notPlaceable: n, bottomUpGap: b, overrideGap: o, rounding: r } = steps;
    const walked = [steps.pool, -u, -n, b, o, -r, -row.slip, row.moved];
    return { ...steps, betweenSeats: total([row.inForce, ...walked.map((step) => -step)]) };
  });
}

/** What of a line each of its seats has: as it is shared out; by weight alone where nobody is there; else equally. */
function partsOfLine(rows: readonly Row[]): number[] {
  const ways: readonly ((row: Row) => number)[] = [
    ({ share, weight }) => share * weight,
    ({ weight }) => weight,
    () => 1,
  ];
  for (const way of ways) {
    const own = rows.map((row) => (row.isIn ? way(row) : 0));
    const all = own.reduce((sum, one) => sum + one, 0);
    if (all > 0) return own.map((one) => one / all);
  }
  return rows.map(() => 0);
}

/** Differences of a running sum that is rounded: together they are what the whole is. */
function telescoped(own: readonly number[], level: (sum: number) => number): number[] {
  let sum = 0;
  return own.map((one) => {
    const before = level(sum);
    sum += one;
    return total([level(sum), -before]);
  });
}

/**
 * The bridge by groups of seats, each closing to the cent, together the bridge of all.
 * @param names of the groups, in their order; the last has what no seat has
 * @param groupOf name of the group of a row
 * @param restOf name of the group that has what of a line no seat has
 */
export function bridgesBy(
  { rows, lines }: Pick<Quotas, 'rows' | 'lines'>,
  rules: Rules,
  names: readonly string[],
  groupOf: (row: SeatQuota) => string,
  restOf: (line: number) => string,
): PartBridge[] {
  const found = lines.map((line, n) => {
    const mine = rows.filter((row) => row.line === n).sort((a, b) => a.seat - b.seat);
    const steps = stepsOf(line, mine, rules);
    return { line, n, mine, steps };
  });
  return names.map((name): PartBridge => {
    const sum = (key: Step) =>
      total(
        found.flatMap(({ line, n, mine, steps }) => {
          const own = steps.flatMap((step, k) => {
            const row = mine[k];
            return row !== undefined && groupOf(row) === name ? [step[key]] : [];
          });
          return restOf(n) === name ? [...own, line[key], ...steps.map((step) => -step[key])] : own;
        }),
      );
    const betweenSeats = total(
      found.flatMap(({ n, mine, steps }) => {
        const own = steps.flatMap((step, k) => {
          const row = mine[k];
          return row !== undefined && groupOf(row) === name ? [step.betweenSeats] : [];
        });
        return restOf(n) === name ? [...own, ...steps.map((step) => -step.betweenSeats)] : own;
      }),
    );
    const seatsGone = total(found.flatMap(({ line, n }) => (restOf(n) === name ? [line.seatsGone] : [])));
    const bridge = bridgeOf((key) => {
      if (key === 'overAssignment') return total([sum('pool'), -sum('plan')]);
      return key === 'seatsGone' ? seatsGone : sum(key);
    });
    return { name, ...bridge, betweenSeats, difference: total([bridge.difference, betweenSeats]) };
  });
}
