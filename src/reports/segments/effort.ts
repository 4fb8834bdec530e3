import { ownColumn } from '../context';
import { workloadName } from '../names';
import { PAY_COLUMNS } from '../quota/pay-layout';
import { columnRef, criterion, literal } from '../spec';
import type { SegmentsContext } from './context';
import { sumOf, type Share } from './figures';

/** What accounts ask of people, and what these cost: as formulas over the accounts that a condition leaves. */
export interface EffortFormulas {
  /** Full seats that the hours of these accounts fill; blank where a seat has no hours. */
  readonly needed: (share: Share) => string;
  /** Seats at work on them: each is parted by the hours of its accounts. */
  readonly here: (share: Share) => string;
  readonly travel: (share: Share) => string;
  /** Total cost of seats, as Pay has it, parted in the same way; undefined without Pay. */
  readonly cost: ((share: Share) => string) | undefined;
}

/** Undefined where no sheet of workload stands: nobody knows what accounts take. */
export function effortOf(context: SegmentsContext): EffortFormulas | undefined {
  const { effort, layer, say, table } = context;
  if (effort === undefined) return undefined;
  const setting = (key: 'hours' | 'selling' | 'travelling' | 'speed' | 'rate') => workloadName(layer, key);
  const one = `(${setting('hours')}*(${setting('selling')}+${setting('travelling')}))`;
  const worked = (header: string, share: Share) => sumOf(table, header, share);
  /**
   * An amount of each row of a table of ours, parted by hours: what its territory works for these accounts, of all that it
   * works. All of it for all accounts, also of seats that have none.
   */
  const parted = (rows: 'territories' | 'pay', amount: string, share: Share): string => {
    const amounts = ownColumn(context, rows, amount);
    if (share.where.length === 0) return `SUM(${amounts})`;
    const territory = criterion(ownColumn(context, rows, say('plan.territory')));
    const here = `SUMIFS(${columnRef(table, effort.hours)},${columnRef(table, effort.territory)},${territory},${share.where.join(',')})`;
    const all = `SUMIFS(${ownColumn(context, 'workload', say('workload.hours'))},${ownColumn(context, 'workload', say('plan.territory'))},${territory})`;
    // What is no number beside a comma counts as 0; in a product it would be an error.
    return `SUMPRODUCT(${here}/(${all}+(${all}=0)),${amounts})`;
  };
  return {
    needed: (share) => `IF(${one}=0,"",${worked(effort.hours, share)}/${one})`,
    here: (share) => parted('territories', say('plan.share'), share),
    travel: (share) => `ROUND(${worked(effort.travelHours, share)}*${setting('speed')}*${setting('rate')},2)`,
    cost: effort.hasPay ? (share) => parted('pay', say(PAY_COLUMNS.total), share) : undefined,
  };
}

/**
 * Seats of a segment, where the team says which is whose; those without one are in the row of all others, or of none.
 * @param me the segment of the row @param byWork what counts where the team says nothing
 */
export function seatsOfSegment(context: SegmentsContext, me: string, byWork: string): string {
  const { say } = context;
  const seats = ownColumn(context, 'territories', say('plan.segment'));
  const shares = ownColumn(context, 'territories', say('plan.share'));
  const of = (is: string) => `SUMIFS(${shares},${seats},${is})`;
  const rest = context.own === undefined ? say('segments.other') : say('segments.none');
  return (
    `IF(COUNTIF(${seats},"?*")=0,${byWork},IF(${me}=${literal(say('segments.all'))},SUM(${shares}),` +
    `IF(${me}=${literal(rest)},${of('""')},0)+${of(criterion(me))}))`
  );
}

/** How reps and cost are counted, as they are: a sentence each. */
export function effortInWords({ say, effort }: SegmentsContext, by: 'segment' | 'channel'): string[] {
  if (effort === undefined) return [say('segments.noEffort')];
  return [
    say('segments.neededIs'),
    say(by === 'segment' ? 'segments.hereIs.segment' : 'segments.hereIs.channel'),
    say(effort.hasPay ? 'segments.costIs' : 'segments.noCost'),
  ];
}
