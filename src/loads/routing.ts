import type { LoadFile } from './file';
import type { LoadInput } from './input';

/**
 * What sends a new lead where the plan would have it: a line a postcode, then a line a state, a country for those of
 * which no more is known; each goes to the territory that most of its accounts are in.
 * @returns the table, and how many of the accounts it covers are sent where they are
 */
export function routingTable({ accounts, territories }: LoadInput): {
  readonly file: LoadFile;
  readonly accuracy: { readonly agree: number; readonly of: number };
} {
  const areas = new Map<string, { readonly place: readonly string[]; readonly votes: Map<number, number> }>();
  for (const account of accounts) {
    if (account.to < 0) continue;
    for (const place of placesOf(account)) {
      const key = place.join('\0');
      const area = areas.get(key) ?? { place, votes: new Map<number, number>() };
      areas.set(key, area);
      area.votes.set(account.to, (area.votes.get(account.to) ?? 0) + 1);
    }
  }
  const rows = [...areas.values()]
    .sort((a, b) => compare(a.place, b.place))
    .map(({ place, votes }) => ({ place, ...winner(votes) }));
  const sentTo = new Map(rows.map(({ place, to }) => [place.join('\0'), to]));
  let agree = 0;
  let of = 0;
  for (const account of accounts) {
    // The narrowest line that speaks of it is the one that is followed.
    const [narrowest] = placesOf(account);
    if (account.to < 0 || narrowest === undefined) continue;
    of++;
    if (sentTo.get(narrowest.join('\0')) === account.to) agree++;
  }
  return {
    file: {
      key: 'routing',
      object: 'Routing',
      operation: 'table',
      header: ['Country', 'State', 'Postal Code', 'Territory', 'Owner', 'Accounts', 'In This Territory'],
      formats: [undefined, undefined, undefined, undefined, undefined, '0', '0'],
      rows: rows.map(({ place, to, votes, all }) => [
        ...place,
        territories[to]?.name ?? '',
        territories[to]?.owner ?? '',
        all,
        votes,
      ]),
    },
    accuracy: { agree, of },
  };
}

/** Where an account is, the narrowest first: country, state, postcode. */
function placesOf({ country, state, postalCode }: LoadInput['accounts'][number]): string[][] {
  const code = country === 'US' ? zip(postalCode) : postalCode.trim().toUpperCase();
  return [
    ...(code === '' ? [] : [[country, '', code]]),
    ...(state === '' ? [] : [[country, state, '']]),
    ...(country === '' ? [] : [[country, '', '']]),
  ];
}

/** Five digits; what Excel took for a number has lost its zeros. */
const zip = (code: string): string => {
  const digits = /^\s*(\d{3,5})(?:-?\d{4})?\s*$/.exec(code)?.[1];
  return digits === undefined ? code.trim() : digits.padStart(5, '0');
};

/** Most accounts; of equals the territory that comes first. */
function winner(votes: ReadonlyMap<number, number>): { to: number; votes: number; all: number } {
  let to = -1;
  let most = 0;
  let all = 0;
  for (const [territory, count] of [...votes].sort(([a], [b]) => a - b)) {
    all += count;
    if (count > most) [to, most] = [territory, count];
  }
  return { to, votes: most, all };
}

/** By country; in it postcodes first, then states, then the country itself. */
function compare(a: readonly string[], b: readonly string[]): number {
  const order = ([country = '', state = '', code = '']: readonly string[]) => [
    country,
    code !== '' ? '0' : state !== '' ? '1' : '2',
    state,
    code,
  ];
  const [x, y] = [order(a), order(b)];
  for (const [k, word] of x.entries()) if (word !== y[k]) return word < (y[k] ?? '') ? -1 : 1;
  return 0;
}
