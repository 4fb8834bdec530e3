import { foldText } from '../../geo';
import type { Finding } from '../../plan/findings';
import { peopleIn, roleIsNamed, type Rep } from '../../plan/roster';
import type { Team } from './team';

/** What stands between the names of people who share a seat. */
const BETWEEN = ' / ';

/** Where so many rows come to one territory, the column tells of regions, not of seats that are shared. */
const OF_REGIONS = 2;

/** Names of territories are one whatever their case and their blanks; all other characters count. */
const keyOf = ({ territory = '' }: Pick<Rep, 'territory'>): string =>
  territory.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether a row can be one of several that share a seat: a person of the team list, none for named accounts. */
const canShare = (rep: Rep): boolean =>
  !rep.tbh && rep.sheetRow > 0 && keyOf(rep) !== '' && !roleIsNamed(rep.role);

/** Those who can share a seat, each with all of them. Of two rows of one name nobody knows whether they are two people. */
function groupsAmong(people: readonly Rep[]): ReadonlyMap<Rep, readonly Rep[]> {
  const groups = new Map<string, Rep[]>();
  for (const rep of people.filter(canShare)) groups.set(keyOf(rep), [...(groups.get(keyOf(rep)) ?? []), rep]);
  const able = [...groups.values()].filter(
    (group) => group.length > 1 && new Set(group.map(({ name }) => foldText(name))).size === group.length,
  );
  return new Map(able.flatMap((group) => group.map((rep) => [rep, group])));
}

/** Makes one seat of people whose rows name one territory; asked again for the same people it is the same seat. */
export function seatSharing(isShared: boolean | undefined): (seats: readonly Rep[]) => readonly Rep[] {
  const made = new Map<string, Rep>();
  if (isShared !== true) return (seats) => seats;
  return (seats) => {
    const groups = groupsAmong(seats);
    return seats.flatMap((rep): Rep[] => {
      const group = groups.get(rep);
      if (group === undefined) return [rep];
      if (group[0] !== rep) return [];
      const key = group.map(({ sheetRow }) => sheetRow).join();
      const seat = made.get(key) ?? joined(group);
      made.set(key, seat);
      return [seat];
    });
  };
}

/** One seat of several people: its role, its segment and its home are the first one's, and it is no more than a whole seat. */
function joined(group: readonly Rep[]): Rep {
  // By name, so that a sorted team list has the same seat.
  const people = [...group].sort((a, b) => (a.name < b.name ? -1 : 1));
  const [first] = people;
  if (first === undefined) throw new Error('A seat has somebody in it.');
  return {
    ...first,
    name: people.map(({ name }) => name).join(BETWEEN),
    capacityShare: Math.min(
      1,
      people.reduce((sum, { capacityShare }) => sum + capacityShare, 0),
    ),
    people,
  };
}

/**
 * Rows of the team list that name a territory which another row names before them, each at its cell: whether they are seats
 * of their own or share one.
 */
export function sharedTerritories(
  seats: readonly Rep[],
  { source, mapping }: Pick<Team, 'source' | 'mapping'>,
): Finding[] {
  if (source === undefined || mapping.territory === undefined) return [];
  const column = source.firstColumn + mapping.territory;
  const rows = seats
    .flatMap((seat, j) => peopleIn(seat).map((rep) => ({ rep, j })))
    .filter(({ rep }) => rep.sheetRow > 0 && keyOf(rep) !== '')
    .sort((a, b) => a.rep.sheetRow - b.rep.sheetRow);
  const first = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!first.has(keyOf(row.rep))) first.set(keyOf(row.rep), row);
  const groups = groupsAmong(rows.map(({ rep }) => rep));
  const isOfRegions = rows.length >= OF_REGIONS * first.size;
  return rows.flatMap((row): Finding[] => {
    const { rep, j } = row;
    const before = first.get(keyOf(rep));
    if (before === undefined || before === row) return [];
    const isOne = before.j === j;
    return [
      {
        code: 'sharedTerritory',
        severity: isOne || isOfRegions ? 'note' : 'warning',
        sheet: source.sheet,
        row: rep.sheetRow,
        column,
        read: rep.territory?.trim() ?? '',
        params: {
          rep: rep.name,
          other: before.rep.name,
          otherRow: before.rep.sheetRow,
          seats: isOne ? 'one' : groups.get(rep)?.includes(before.rep) === true ? 'two' : 'open',
        },
      },
    ];
  });
}
