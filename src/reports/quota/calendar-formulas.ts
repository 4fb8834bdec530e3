import type { QuotaContext } from './context';
import { formulas } from './formulas';

/** The cells of a seat's presence, in its own row. */
interface Presence {
  readonly months: string;
  readonly from: string;
  readonly until: string;
  readonly leaveFrom: string;
  readonly leaveTo: string;
}

/** A seat's active part of a period's weight, as `partsOf` (quota/calendar.ts) has it, without its ramp. */
export function seatPeriod(
  context: QuotaContext,
  { from, until, leaveFrom, leaveTo }: Presence,
): (n: number) => string {
  const { say } = context;
  const { column, is, isNot } = formulas(context);
  return (n) => {
    const month = (header: string) => `INDEX(${column('quotaMonths', header)},${n})`;
    const [first, last] = [month(say('quota.first')), month(say('quota.last'))];
    // A start within a month is put off, or brought forward, where the year is counted in months.
    const isWithin = `(${from}>${first})*(${from}<=${last})*${isNot('calendar', 'days')}`;
    const isPutOff = `${isWithin}*${isNot('midMonth', 'day')}>0`;
    const counts = `IF(${isPutOff},IF(${is('midMonth', 'next')},${last}+1,${first}),MAX(${from},${first}))`;
    const end = `MIN(${last},${until})`;
    const away =
      `IF(OR(${is('leave', 'none')},${leaveFrom}=0,${leaveTo}=0),0,` +
      `MAX(0,MIN(${end},${leaveTo})-MAX(${counts},${leaveFrom})+1))`;
    const half = `IF(${isWithin}*${is('midMonth', 'half')}>0,0.5,1)`;
    return `${month(say('quota.weightOfYear'))}*MAX(0,${end}-${counts}+1-${away})/${month(say('quota.days'))}*${half}`;
  };
}
