import { foldText } from '../../exact/fold-text';
import { numberOf } from '../../plan/territory-id';
import type { Rep, Roster } from '../../plan/roster';
import { wordsFor, type Settings, type TerritoryWords } from '../../plan/settings';
import type { Choices } from './choices';

/**
 * The seats as the user has them in the territory list of the sheet Territory Plan: another owner, nobody yet, another
 * manager, share or hours. A plan is carved for the seat: who sits in it brings his own id and home, and
 * nothing else.
 */
export function seatsAsListed(
  seats: readonly Rep[],
  ids: readonly string[],
  { reps }: Roster,
  settings: Settings,
): readonly Rep[] {
  if (settings.territoryList === undefined) return seats;
  return seats.map((seat, j) => {
    const id = ids[j] ?? '';
    return listed(seat, wordsFor(settings, id), reps, id);
  });
}

function listed(seat: Rep, words: TerritoryWords, reps: readonly Rep[], id: string): Rep {
  const { owner, manager, share, capacityHours } = words;
  const { manager: usual, ...rest } = owner === undefined ? seat : taken(seat, owner, reps, id);
  const leader = manager ?? usual ?? '';
  return {
    ...rest,
    ...(leader === '' ? {} : { manager: leader }),
    ...(share === undefined ? {} : { capacityShare: share }),
    ...(capacityHours === undefined ? {} : { capacityHours }),
  };
}

/** The seat with somebody else in it. */
function taken(seat: Rep, owner: string, reps: readonly Rep[], id: string): Rep {
  const name = owner.trim();
  if (!seat.tbh && foldText(seat.name) === foldText(name)) return seat;
  const person = reps.find((rep) => !rep.tbh && foldText(rep.name) === foldText(name));
  const of = <Key extends keyof Rep>(from: Rep, keys: readonly Key[]): Partial<Pick<Rep, Key>> =>
    Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]))) as Partial<
      Pick<Rep, Key>
    >;
  return {
    sheetRow: person?.sheetRow ?? 0,
    name: name === '' ? `TBH ${id}` : (person?.name ?? name),
    tbh: name === '',
    active: true,
    capacityShare: seat.capacityShare,
    ...of(seat, [
      'role',
      'segment',
      'region',
      'manager',
      'skills',
      'capacityHours',
      'maxAccounts',
      'territory',
      'named',
    ]),
    ...(person === undefined ? {} : of(person, PERSONAL)),
  };
}

/** What belongs to a person, not to a seat. */
const PERSONAL = [
  'id',
  'email',
  'crmUserId',
  'hireDate',
  'startDate',
  'endDate',
  'base',
  'variable',
  'ote',
  'bonus',
  'commission',
  'quota',
  'currency',
  'attainment',
  'ramp',
  'homeCity',
  'homeState',
  'homePostalCode',
  'homeCountry',
  'homeLatitude',
  'homeLongitude',
] as const satisfies readonly (keyof Rep)[];

/** The words that say something else than the team list does: what a record keeps. */
export function wordsInForce(
  settings: Settings,
  { teamSeats, ids }: Pick<Choices, 'teamSeats' | 'ids'>,
): Settings['territoryList'] {
  const { territoryList } = settings;
  if (territoryList === undefined) return undefined;
  const kept = Object.entries(territoryList).flatMap(([id, words]) => {
    const seat = teamSeats[ids.findIndex((one) => numberOf(one) === numberOf(id))];
    const usual: TerritoryWords = {
      owner: seat === undefined || seat.tbh ? '' : seat.name,
      manager: seat?.manager ?? '',
      share: seat?.capacityShare,
      capacityHours: seat?.capacityHours,
      objective: '',
      measure: '',
      support: '',
    };
    const said = (Object.keys(words) as (keyof TerritoryWords)[]).filter((key) => words[key] !== usual[key]);
    return said.length === 0 ? [] : [[id, Object.fromEntries(said.map((key) => [key, words[key]]))] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Territories whose seat is another than by the team list, because the user said so. */
export const idsInForce = (settings: Settings, seats: Pick<Choices, 'teamSeats' | 'ids'>): string[] =>
  Object.entries(wordsInForce(settings, seats) ?? {})
    .filter(([, words]) => SEAT_WORDS.some((key) => words[key] !== undefined))
    .map(([id]) => id);

const SEAT_WORDS = [
  'owner',
  'manager',
  'share',
  'capacityHours',
] as const satisfies readonly (keyof TerritoryWords)[];
