import { periodsOf } from '../../../quota/calendar';
import type { Say } from '../../../text/say';
import type { QuotaFigures } from '../../quota-figures';
import type { QuotaBasis } from '../../quota-sources';

/** What somebody should look at, in the words of the sheet's column Flag; `row` counts from 0 in its table. */
export function flagsOf(
  { parts, seats, lines, quota, year }: QuotaBasis,
  { quotas, seats: given }: QuotaFigures,
  say: Say,
): { text: string; row: number }[] {
  const isLimited = quota.growth !== undefined;
  const last = periodsOf(year, quota).at(-1)?.end ?? year;
  const found = parts.flatMap(({ line, seat }, row) => {
    const one = seats[seat];
    const found = quotas.rows.find((candidate) => candidate.line === line && candidate.seat === seat);
    const words = found && quota.rows[found.key];
    if (one === undefined || found === undefined || lines[line] === undefined) return [];
    const { start, end, leaveFrom, leaveTo, status, coveredBy } = one;
    const flag = (): string | undefined => {
      if (status === 'tbh' && start === undefined) return say('quota.note.noStart');
      if (end !== undefined && end < (start ?? 0)) return say('quota.note.ends');
      if (start !== undefined && start > last) return say('quota.note.late');
      if ((leaveFrom === undefined) !== (leaveTo === undefined) || (leaveTo ?? 0) < (leaveFrom ?? 0))
        return say('quota.note.leave');
      if (status === 'tbh' && coveredBy === '' && (start ?? 0) > year) return say('quota.note.cover');
      if (words?.floor !== undefined && words.cap !== undefined && words.floor > words.cap)
        return say('quota.flag.bounds');
      if (words?.override !== undefined && (words.reason ?? '') === '') return say('quota.flag.reason');
      if (line === 0 && one.lastYearIn !== undefined && isLimited && words?.lastYear === undefined)
        return say('quota.flag.noGrowth', { currency: one.lastYearIn });
      if ((given[seat]?.potential ?? 0) <= 0) return say('quota.flag.noPotential');
      return apart(line, seat, found.fullInForce);
    };
    const text = flag();
    return text === undefined
      ? []
      : [{ text: say('quota.flagAt', { words: text, names: one.territory }), row }];
  });
  return found;

  /** A quota that is far from its share of the potential of its line. */
  function apart(line: number, seat: number, fullYear: number): string | undefined {
    const mine = quotas.rows.filter((row) => row.line === line);
    const all = mine.reduce((sum, row) => sum + row.fullInForce, 0);
    const potential = mine.reduce((sum, row) => sum + (given[row.seat]?.potential ?? 0), 0);
    const percent = Math.round(100 * (fullYear / all / ((given[seat]?.potential ?? 0) / potential) - 1));
    if (!Number.isFinite(percent) || Math.abs(percent) <= 100 * quota.notable) return undefined;
    return percent > 0
      ? say('quota.flag.above', { percent })
      : say('quota.flag.below', { percent: -percent });
  }
}
