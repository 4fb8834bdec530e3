import type { QuotaContext } from './context';
import { conventionCells, type When } from './formulas';

/** The cells of a seat's presence, in its own row. */
interface Presence {
  readonly from: string;
  readonly until: string;
  readonly leaveFrom: string;
  readonly leaveTo: string;
}

/** A seat's active part of a period's weight, as `partsOf` (quota/calendar.ts) has it, without its ramp. */
export function seatPeriod(
  context: QuotaContext,
  { from, until, leaveFrom, leaveTo }: Presence,
  when: When,
): (n: number) => string {
  const { is, isNot, ...columns } = conventionCells(context, when);
  return (n) => {
    const month = (column: string) => `INDEX(${column},${n})`;
    const [first, last] = [month(columns.first), month(columns.last)];
    // A start within a month is put off, or brought forward, where the year is counted in months.
    const isWithin = `(${from}>${first})*(${from}<=${last})*${isNot('calendar', 'days')}`;
    const isPutOff = `${isWithin}*${isNot('midMonth', 'day')}>0`;
    const counts = `IF(${isPutOff},IF(${is('midMonth', 'next')},${last}+1,${first}),MAX(${from},${first}))`;
    const end = `MIN(${last},${until})`;
    const away =
      `IF(OR(${is('leave', 'none')},${leaveFrom}=0,${leaveTo}=0),0,` +
      `MAX(0,MIN(${end},${leaveTo})-MAX(${counts},${leaveFrom})+1))`;
    const half = `IF(${isWithin}*${is('midMonth', 'half')}>0,0.5,1)`;
    return `${month(columns.weight)}*MAX(0,${end}-${counts}+1-${away})/(${last}-${first}+1)*${half}`;
  };
}

/** How many periods lie between the beginning of the year and that in which a ramp counts as begun; below 0 before it. */
export function rampPeriod(context: QuotaContext, day: string, when: When): string {
  const { year, first: starts, is, isNot } = conventionCells(context, when);
  const isLater = (within: string) => `${is('midMonth', 'next')}*${isNot('calendar', 'days')}*(${within})`;
  const before = `(YEAR(${day})-YEAR(${year}))*12+MONTH(${day})-MONTH(${year})+${isLater(`DAY(${day})>1`)}`;
  const within = `MATCH(${day},${starts},1)-1+${isLater(`${day}>INDEX(${starts},MATCH(${day},${starts},1))`)}`;
  return `IF(${day}=0,0,IF(${day}<${year},${before},${within}))`;
}
