import type { CarveInput } from '../../src/carve/compile';
import type { Design } from '../../src/engine';
import type { Accounts } from '../../src/plan/accounts';
import { territoryId } from '../../src/plan/territory-id';
import { TextColumnBuilder, type TextColumn } from '../../src/plan/columns';
import type { Locks } from '../../src/plan/rules/lock';
import type { LockKind } from '../../src/plan/rules/lock-kinds';
import type { Rep } from '../../src/plan/roster';
import { defaultSettings } from '../../src/plan/settings';
import type { Territory } from '../../src/plan/territory';

export interface Row {
  readonly name?: string;
  /** Degrees; absent: no place. */
  readonly at?: readonly [latitude: number, longitude: number];
  readonly region?: string;
  /** ISO code; US unless said otherwise. */
  readonly country?: string;
  readonly segment?: string;
  readonly coverage?: string;
  readonly state?: string;
  readonly potential?: number;
  readonly family?: number;
}

const text = (rows: readonly Row[], of: (row: Row) => string | undefined): TextColumn => {
  const builder = new TextColumnBuilder(rows.length);
  rows.forEach((row, i) => builder.set(i, of(row)));
  return builder.build();
};

/** An account table as intake hands it over. */
export function accountsOf(rows: readonly Row[]): Accounts {
  return {
    count: rows.length,
    sheet: 'Accounts',
    sheetRow: Int32Array.from(rows, (_, i) => i + 2),
    text: {
      accountName: text(rows, (row) => row.name),
      segment: text(rows, (row) => row.segment),
      coverage: text(rows, (row) => row.coverage),
      state: text(rows, (row) => row.state),
    },
    number: { potential: Float64Array.from(rows, (row) => row.potential ?? NaN) },
    places: {
      latitude: Float64Array.from(rows, (row) => row.at?.[0] ?? NaN),
      longitude: Float64Array.from(rows, (row) => row.at?.[1] ?? NaN),
      method: Uint8Array.from(rows, (row) => (row.at ? 1 : 0)),
      country: text(rows, (row) => row.country ?? 'US'),
      region: text(rows, (row) => row.region),
    },
    family: Int32Array.from(rows, (row) => row.family ?? -1),
  };
}

export const rep = (name: string, more: Partial<Rep> = {}): Rep => ({
  sheetRow: 0,
  name,
  tbh: false,
  active: true,
  capacityShare: 1,
  ...more,
});

/** Locks by account: seat and kind. */
export const locksOf = (
  accounts: number,
  locks: Readonly<Record<number, readonly [seat: number, kind: LockKind]>>,
): Locks => ({
  seat: Int32Array.from({ length: accounts }, (_, i) => locks[i]?.[0] ?? -1),
  kind: (i) => locks[i]?.[1],
});

/** Two reps, potential and count, nobody's accounts; change what the test is about. */
export function inputOf(rows: readonly Row[], over: Partial<CarveInput> = {}): CarveInput {
  return {
    accounts: accountsOf(rows),
    metrics: [
      { id: 'potential', fields: ['potential'], tolerance: 0.1 },
      { id: 'count', fields: [], tolerance: 0.2 },
    ],
    seats: [rep('Ann'), rep('Bob')],
    current: new Int32Array(rows.length).fill(-1),
    locks: locksOf(rows.length, {}),
    settings: defaultSettings,
    ...over,
  };
}

/** A design as the engine hands it over, of which only what is given matters. */
export function designOf(over: Partial<Design>): Design {
  const n = over.assignment?.length ?? 0;
  return {
    assignment: new Int32Array(0),
    centres: new Float64Array(0),
    load: new Float64Array(0),
    target: new Float64Array(0),
    worstDeviation: new Float64Array(0),
    withinTolerance: true,
    toleranceFloor: new Float64Array(0),
    apart: null,
    boundAsEven: NaN,
    cost: NaN,
    bound: NaN,
    gap: NaN,
    runnerUp: new Int32Array(n).fill(-1),
    runnerUpExtraKm: new Float32Array(n).fill(NaN),
    why: new Uint8Array(n),
    distanceKm: new Float32Array(n).fill(NaN),
    meanKm: NaN,
    p90Km: NaN,
    meanKmUnbalanced: NaN,
    nearerElsewhere: 0,
    nearerElsewhereKm: 0,
    moved: { accounts: 0, money: 0 },
    obstacles: [],
    steps: 0,
    ...over,
  };
}

export function territoriesOf({ seats }: CarveInput): Territory[] {
  return seats.map((seat, j) => ({
    id: territoryId(j, seats.length),
    name: `${territoryId(j, seats.length)} ${seat.name}`,
    seat: j,
    owner: seat.name,
    manager: '',
    segment: seat.segment ?? '',
    status: 'filled',
    share: seat.capacityShare,
  }));
}
