import { ATTAINMENTS, type PayTier, type QuotaSettings } from '../plan/quota';
import { sumOf } from './calendar';
import { CENTS, roundTo } from './round';

/**
 * Variable pay at an attainment (1 is all of the quota), as a multiple of the target variable. Marginal: each tier pays
 * for its own part. Cliff: the tier that is reached pays for all of it; a tier includes its upper end.
 */
export function payoutAt(
  attainment: number,
  tiers: readonly PayTier[],
  kind: QuotaSettings['tierKind'],
): number {
  if (attainment <= 0) return 0;
  if (kind === 'cliff') {
    const tier = tiers.find(({ from, to }) => attainment > from && attainment <= to);
    return attainment * (tier?.multiplier ?? 0);
  }
  return tiers.reduce(
    (sum, { from, to, multiplier }) => sum + Math.max(0, Math.min(attainment, to) - from) * multiplier,
    0,
  );
}

/** Heads that a plan needs, whole. @param quota of a full head, in currency units */
export const headsNeeded = (plan: number, attainment: number, quota: number): number =>
  Math.ceil(roundTo(plan / attainment / quota, 6));

/** A seat as pay needs it. Money in currency units. */
export interface PaySeat {
  readonly isOpen: boolean;
  /** Relative to a full one. */
  readonly capacity: number;
  /** Of a full year; absent: not known. */
  readonly base?: number | undefined;
  readonly variable?: number | undefined;
  readonly travel?: number | undefined;
  /** Of all lines together: for a full year, and deployed. */
  readonly fullYear: number;
  readonly final: number;
  /** Parts of the year, 0 … 1: deployed, there without ramp, employed by days. */
  readonly share: number;
  readonly active: number;
  readonly present: number;
  /** Part of its potential that fits the skills of its rep; undefined where nobody knows. */
  readonly fit?: number | undefined;
}

/** What a seat is paid; nothing of it where base or target variable is not known. */
export interface SeatPay {
  readonly ote: number;
  /** Variable ÷ full-year quota, and full-year quota ÷ OTE; undefined where there is nothing to divide by. */
  readonly rate: number | undefined;
  readonly ratio: number | undefined;
  /** Target variable of the year: of the time there, as ramp counts. */
  readonly variable: number;
  /** Variable pay of the year at 60, 80, 100, 120, 140 %. */
  readonly payouts: readonly number[];
  /** Base and target variable of the year. */
  readonly cash: number;
  /** OTE, travel, and its share of overlays. */
  readonly total: number;
}

/** What pay costs where every quota is reached to the same part. */
export interface CostAt {
  readonly attainment: number;
  /** Variable pay as a multiple of the target variable. */
  readonly multiple: number;
  readonly payout: number;
  readonly cash: number;
  /** With managers and overlays. */
  readonly cost: number;
  readonly sold: number;
  readonly ofSold: number | undefined;
  /** Comp budget less cash; undefined without a budget. */
  readonly left: number | undefined;
}

export interface PayFigures {
  /** In the order of the seats; undefined where pay is not known. */
  readonly seats: readonly (SeatPay | undefined)[];
  /** At 60, 80, 100, 120, 140 %. */
  readonly costs: readonly CostAt[];
  /** Where the plan is just made; undefined without quotas. */
  readonly atPlan: CostAt | undefined;
  readonly atExpected: CostAt;
  /** What quotas bring in at the expected attainment and attrition: of seats that are filled, and of all. */
  readonly capacity: { readonly filled: number; readonly all: number };
  /** Heads that the plan needs; undefined without a full quota to go by. */
  readonly heads: number | undefined;
  /** Ramp × capacity × what fits the skills, of each seat; undefined where nobody is there. */
  readonly capability: readonly (number | undefined)[];
}

type PaySettings = Pick<
  QuotaSettings,
  'tiers' | 'tierKind' | 'rampRate' | 'budget' | 'attainment' | 'attrition' | 'overlayCost' | 'digits'
>;

/** What pay follows from quotas. @param plan sum of the plan's lines @param managerCost pay of those who lead the seats */
export function payOf(
  settings: PaySettings,
  plan: number,
  seats: readonly PaySeat[],
  managerCost = 0,
): PayFigures {
  const { tiers, tierKind, attainment, attrition, overlayCost, budget, digits = CENTS } = settings;
  const capacities = sumOf(seats.map(({ capacity }) => capacity));
  const final = sumOf(seats.map((seat) => seat.final));
  const fullYear = sumOf(seats.map((seat) => seat.fullYear));
  const paid = seats.map((seat) => partsOfPay(seat, settings));
  const sum = (of: (parts: PayParts) => number) => sumOf(paid.map((parts) => (parts ? of(parts) : 0)));
  const [base, scaled, fixed] = [sum((p) => p.base), sum((p) => p.scaled), sum((p) => p.fixed)];
  const costAt = (at: number): CostAt => {
    const multiple = payoutAt(at, tiers, tierKind);
    const payout = roundTo(scaled * multiple + fixed, digits);
    const cash = roundTo(base + scaled * multiple + fixed, digits);
    const cost = roundTo(cash + managerCost + overlayCost, digits);
    const sold = roundTo(final * at, digits);
    return {
      attainment: at,
      multiple,
      payout,
      cash,
      cost,
      sold,
      ofSold: sold > 0 ? cost / sold : undefined,
      left: budget === undefined ? undefined : roundTo(budget - cash, digits),
    };
  };
  const brought = (sold: number) => roundTo(sold * attainment * (1 - attrition), digits);
  return {
    seats: seats.map((seat, j): SeatPay | undefined => {
      const parts = paid[j];
      if (parts === undefined) return undefined;
      const { variable } = parts;
      const ofYear = parts.scaled + parts.fixed;
      const overlay = capacities > 0 ? (overlayCost * seat.capacity) / capacities : 0;
      return {
        ote: parts.ote,
        rate: seat.fullYear > 0 ? variable / seat.fullYear : undefined,
        ratio: seat.fullYear > 0 && parts.ote > 0 ? seat.fullYear / parts.ote : undefined,
        variable: ofYear,
        payouts: ATTAINMENTS.map((at) => parts.scaled * payoutAt(at, tiers, tierKind) + parts.fixed),
        cash: parts.base + ofYear,
        total: parts.ote + (seat.travel ?? 0) + overlay,
      };
    }),
    costs: ATTAINMENTS.map(costAt),
    atPlan: final > 0 ? costAt(plan / final) : undefined,
    atExpected: costAt(attainment),
    capacity: {
      filled: brought(sumOf(seats.map((seat) => (seat.isOpen ? 0 : seat.final)))),
      all: brought(final),
    },
    capability: seats.map(({ active, share, capacity, fit = 1 }) =>
      active > 0 ? (share / active) * capacity * fit : undefined,
    ),
    heads: fullYear > 0 && capacities > 0 ? headsNeeded(plan, attainment, fullYear / capacities) : undefined,
  };
}

interface PayParts {
  readonly ote: number;
  readonly variable: number;
  /** Base of the days employed. */
  readonly base: number;
  /** Variable pay of the year that follows attainment, and that which is guaranteed. */
  readonly scaled: number;
  readonly fixed: number;
}

/**
 * Under ramp the rate is kept, so that a smaller quota pays less; or raised, so that it pays as a whole one; or kept with
 * what is missing paid as a guarantee, whatever is sold.
 */
function partsOfPay(seat: PaySeat, { rampRate }: PaySettings): PayParts | undefined {
  const { base, variable, share, active, present } = seat;
  if (base === undefined || variable === undefined) return undefined;
  return {
    ote: base + variable,
    variable,
    base: base * present,
    scaled: variable * (rampRate === 'raised' ? active : share),
    fixed: rampRate === 'guarantee' ? variable * Math.max(0, active - share) : 0,
  };
}
