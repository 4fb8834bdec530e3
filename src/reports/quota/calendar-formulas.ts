import { tableName } from '../names';
import { headerRef, literal } from '../spec';
import type { QuotaContext } from './context';
import { conventionCells, formulas, type When } from './formulas';
import { inAllLanguages } from '../../text/heard';

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

/**
 * Row of the ramp that a seat has among the ramps, 0 for none: `rampOf` (quota/seats.ts). A ramp of its role is closer
 * than one of its segment, of both closest; of two alike the first counts.
 * @param seat the cell of the seat under a header of its table
 */
export function rampFormula(context: QuotaContext, seat: (header: string) => string): string {
  const { say, layer } = context;
  const { column } = formulas(context);
  const [role, segment] = [say('quota.role'), say('plan.segment')];
  const typed = (header: string) => `TRIM(${column('quotaRamps', header)})`;
  /** A ramp of neither a role nor a segment is of nobody. */
  const isOther =
    `((${typed(role)}="")*(${typed(segment)}<>"")` +
    `${inAllLanguages('quota.ramps.other')
      .map((word) => `+(${typed(role)}=${literal(word)})`)
      .join('')})`;
  const isOfRole = `(${typed(role)}<>"")*(${typed(role)}=TRIM(${seat(role)}))`;
  const isOfSegment = `(${typed(segment)}<>"")*(${typed(segment)}=TRIM(${seat(segment)}))`;
  const fits = `(${isOther}+${isOfRole}>0)*((${typed(segment)}="")+${isOfSegment}>0)`;
  const close = `(1+2*${isOfRole}*(1-${isOther})+${isOfSegment})`;
  const row = `(ROW(${column('quotaRamps', role)})-ROW(${headerRef(tableName(layer, 'quotaRamps'), role)}))`;
  const best = `SUMPRODUCT(MAX(${fits}*(${ROWS}*${close}-${row})))`;
  return `=IFERROR(MOD(-${best},${ROWS}),0)`;
}
/** More rows than anybody types ramps. */
const ROWS = 1000;
