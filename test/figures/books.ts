import type { Cell } from '../support/office';

/** An account with what its numbers really are, however the cell has them. */
export interface TrueAccount {
  readonly name: string;
  readonly owner: string;
  readonly segment: string;
  readonly latitude: number;
  readonly longitude: number;
  /** As numbers; what the plan counts as nothing is 0. */
  readonly potential: number;
  readonly arr: number;
  readonly pipeline: number;
  readonly hours: number;
}

export interface TrueSeat {
  readonly name: string;
  readonly manager: string;
  readonly segment: string;
  /** Where regions bind: that of the seat. */
  readonly region?: string;
  readonly share: number;
  readonly capacity: number | '';
  /** A day shortly before the plan, for one who is still ramping. */
  readonly hired?: string;
}

/** A workbook whose truth is known: what stands in the cells, and what is meant. */
export interface TrueBook {
  readonly accounts: readonly TrueAccount[];
  readonly seats: readonly TrueSeat[];
  /** Names of accounts that nobody can share with anybody. */
  readonly oversized?: readonly string[];
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly settings: object;
}

const CITIES: readonly (readonly [number, number])[] = [
  [39.74, -104.99],
  [43.62, -116.2],
  [30.27, -97.74],
  [41.88, -87.63],
  [33.75, -84.39],
];

const people = ['Ana Ruiz', 'Ben Ito', 'Cleo Marsh', 'Dan Wu'];

interface Making {
  readonly count: number;
  readonly owners: readonly string[];
  readonly segments?: readonly string[];
}

function makeAccounts({ count, owners, segments = [''] }: Making): TrueAccount[] {
  return Array.from({ length: count }, (_, i) => {
    const [latitude, longitude] = CITIES[i % CITIES.length] ?? [0, 0];
    return {
      name: `Account ${String(i + 1).padStart(2, '0')}`,
      owner: owners[(i * 7) % Math.max(1, owners.length)] ?? '',
      segment: segments[i % segments.length] ?? '',
      // Spread about the city, so that no two stand on one spot.
      latitude: latitude + ((i * 37) % 23) / 40,
      longitude: longitude - ((i * 17) % 29) / 40,
      potential: 1000 + ((i * 613) % 900),
      arr: (i * 271) % 800,
      pipeline: 100 + ((i * 137) % 300),
      hours: 10 + ((i * 5) % 12),
    };
  });
}

const HEADERS = [
  'Account Name',
  'Account Owner',
  'Segment',
  'Latitude',
  'Longitude',
  'Potential',
  'ARR',
  'Open Pipeline',
  'Workload Hours',
];

const plainRow = (a: TrueAccount): Cell[] => [
  a.name,
  a.owner,
  a.segment,
  a.latitude,
  a.longitude,
  a.potential,
  a.arr,
  a.pipeline,
  a.hours,
];

const rosterRows = (seats: readonly TrueSeat[]): Cell[][] => [
  ['Rep Name', 'Manager', 'Segment', 'FTE', 'Capacity Hours', 'Hire Date', 'Active'],
  ...seats.map(({ name, manager, segment, share, capacity, hired }) => [
    name,
    manager,
    segment,
    share,
    capacity,
    hired ?? null,
    true,
  ]),
];

const seat = (change: Partial<TrueSeat>): TrueSeat => ({
  name: '',
  manager: 'Lee Ford',
  segment: '',
  share: 1,
  capacity: 180,
  ...change,
});

/**
 * A clean list and a roster: one part-timer whose name formulas could take for a pattern, one who is ramping, one without
 * a manager, one seat to be hired; an owner who left, accounts without one.
 */
export function cleanBook(settings: object): TrueBook {
  const seats = [
    seat({ name: 'Ana Ruiz', manager: '' }),
    seat({ name: 'Ana*', share: 0.5, capacity: 90 }),
    seat({ name: 'Cleo Marsh', manager: 'Kim Sol', capacity: '', hired: '2026-10-01' }),
    seat({}),
  ];
  const accounts = makeAccounts({ count: 44, owners: ['Ana Ruiz', 'Ana*', 'Cleo Marsh', 'Gone Away', ''] });
  return {
    accounts,
    seats,
    sheets: { Export: [HEADERS, ...accounts.map(plainRow)], Team: rosterRows(seats) },
    settings,
  };
}

/** Numbers as people type them, negatives, blanks and a blank row in the middle; no roster. */
export function dirtyBook(settings: object): TrueBook {
  const owners = people.slice(0, 3);
  const accounts = makeAccounts({ count: 33, owners }).map((account, i) => {
    if (i % 11 === 3) return { ...account, potential: 0 };
    if (i % 11 === 7) return { ...account, potential: 0, arr: 0 };
    return account;
  });
  const cell = ({ potential }: TrueAccount, i: number): Cell => {
    if (i % 11 === 3) return -500;
    if (i % 11 === 7) return null;
    if (i % 5 === 1) return `$${potential.toLocaleString('en-US')}.00 `;
    if (i % 5 === 2) return `${potential / 1000} K`;
    return potential;
  };
  const rows: Cell[][] = accounts.map((account, i) => {
    const row = plainRow(account);
    row[5] = cell(account, i);
    if (i % 11 === 7) row[6] = null;
    else if (i % 4 === 1) row[6] = `$${account.arr} `;
    if (i % 4 === 2) row[8] = `${account.hours} h`;
    return row;
  });
  rows.splice(10, 0, new Array<Cell>(HEADERS.length).fill(null));
  return {
    accounts,
    seats: owners.map((name) => seat({ name, manager: '', capacity: '' })),
    sheets: { Export: [HEADERS, ...rows] },
    settings,
  };
}

/** Two segments, each with seats of its own. */
export function segmentedBook(settings: object): TrueBook {
  const seats = [
    seat({ name: 'Ana Ruiz', segment: 'SMB' }),
    seat({ name: 'Ben Ito', segment: 'SMB' }),
    seat({ name: 'Cleo Marsh', segment: 'Enterprise' }),
    seat({ name: 'Dan Wu', segment: 'Enterprise' }),
  ];
  const accounts = makeAccounts({ count: 40, owners: people, segments: ['SMB', 'Enterprise'] });
  return {
    accounts,
    seats,
    sheets: { Export: [HEADERS, ...accounts.map(plainRow)], Team: rosterRows(seats) },
    settings: { ...settings, bySegment: true },
  };
}

/** Two regions that bind: one has a seat of its own, the other three; a quarter of the accounts is not a quarter of the money. */
export function regionedBook(settings: object): TrueBook {
  const seats = [
    seat({ name: 'Ana Ruiz', region: 'West' }),
    seat({ name: 'Ben Ito', region: 'East' }),
    seat({ name: 'Cleo Marsh', region: 'east' }),
    seat({ name: 'Dan Wu', region: 'East', share: 0.5 }),
  ];
  const made = makeAccounts({ count: 40, owners: people, segments: ['West', 'East', 'East'] });
  const asRegion = (cell: Cell): Cell => (cell === 'Segment' ? 'Region' : cell);
  const [head = [], ...team] = rosterRows(seats);
  return {
    accounts: made.map((account) => ({ ...account, segment: '' })),
    seats,
    sheets: {
      Export: [HEADERS.map(asRegion), ...made.map(plainRow)],
      Team: [
        head.map(asRegion),
        ...team.map((row, n) => row.map((cell, c) => (c === 2 ? (seats[n]?.region ?? '') : cell))),
      ],
    },
    settings,
  };
}

/** Amounts in two currencies, each said beside it, in several spellings; numbers as text among them. */
export function currenciesBook(settings: object): TrueBook {
  const RATE = 1.5;
  const FOREIGN = ['EUR ', 'eur', ' EUR'];
  const owners = people.slice(0, 3);
  const isForeign = (i: number) => i % 4 === 1;
  const made = makeAccounts({ count: 36, owners });
  const rows = made.map((account, i): Cell[] => {
    const row = plainRow(account);
    if (i % 6 === 1) row[5] = `${account.potential.toLocaleString('en-US')}.00 `;
    return [...row, isForeign(i) ? (FOREIGN[i % FOREIGN.length] ?? '') : i % 3 === 0 ? 'usd' : 'USD'];
  });
  const converted = (amount: number, i: number) => (isForeign(i) ? amount * RATE : amount);
  return {
    accounts: made.map((account, i) => ({
      ...account,
      potential: converted(account.potential, i),
      arr: converted(account.arr, i),
      pipeline: converted(account.pipeline, i),
    })),
    seats: owners.map((name) => seat({ name, manager: '', capacity: '' })),
    sheets: { Export: [[...HEADERS, 'Currency'], ...rows] },
    settings: { ...settings, fx: { EUR: RATE } },
  };
}

/** Nobody holds anything: no owner column, no roster. */
export function ownerlessBook(settings: object): TrueBook {
  const accounts = makeAccounts({ count: 30, owners: [''] });
  const without = ([name, , ...others]: readonly Cell[]): Cell[] => [name ?? null, ...others];
  return {
    accounts,
    seats: Array.from({ length: 3 }, () => seat({ manager: '', capacity: '' })),
    sheets: { Export: [without(HEADERS), ...accounts.map((a) => without(plainRow(a)))] },
    settings: { ...settings, territories: 3 },
  };
}

/**
 * Two accounts too large for any share: the second of them only once the first is gone. One is a part-timer's and locked to
 * her, the other free.
 */
export function oversizedBook(settings: object): TrueBook {
  const oversized = ['Account 08', 'Account 21'];
  const seats = [
    seat({ name: 'Ana Ruiz' }),
    seat({ name: 'Ana*', share: 0.5, capacity: 90 }),
    seat({ name: 'Cleo Marsh' }),
    seat({ name: 'Dan Wu', capacity: '' }),
    seat({}),
  ];
  const accounts = makeAccounts({ count: 40, owners: people.slice(0, 3) }).map((account) => {
    if (account.name === oversized[0]) return { ...account, potential: 900_000, arr: 70 };
    if (account.name === oversized[1]) return { ...account, potential: 36_000, owner: 'Ana*' };
    return account;
  });
  return {
    accounts,
    seats,
    oversized,
    sheets: {
      Export: [
        [...HEADERS, 'Protected'],
        ...accounts.map((a) => [...plainRow(a), a.name === oversized[1] ? 'Yes' : null]),
      ],
      Team: rosterRows(seats),
    },
    settings,
  };
}
