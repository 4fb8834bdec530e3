import type { QuotaContext } from './context';

/** Names that sums tell apart, sorted: case does not count. */
export const distinct = (names: readonly string[]): string[] =>
  [...new Map(names.filter((name) => name !== '').map((name) => [name.toLowerCase(), name])).values()].sort();

/** Groups of the bridge by manager; the last has what no seat has. */
export const managerGroups = ({
  say,
  parts,
  seats,
}: Pick<QuotaContext, 'say' | 'parts' | 'seats'>): string[] => {
  const names = parts.map(({ seat }) => seats[seat]?.manager ?? '');
  return [
    ...distinct(names),
    ...(names.includes('') ? [say('quota.by.noManager')] : []),
    say('quota.by.noSeat'),
  ];
};

/** Groups of the bridge by segment: those of seats, and those of lines that no seat is for. */
export const segmentGroups = ({
  say,
  parts,
  seats,
  lines,
}: Pick<QuotaContext, 'say' | 'parts' | 'seats' | 'lines'>): string[] => {
  const names = parts.map(({ seat }) => seats[seat]?.segment ?? '');
  return [
    ...(names.includes('') ? [say('quota.otherSegment')] : []),
    ...distinct([...names, ...lines.map(({ segment }) => segment.trim())]),
    say('quota.by.noSeat'),
  ];
};
