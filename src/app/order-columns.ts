import type { LayerNames } from '../plan/ownership';
import type { StandingContext } from '../reports/context';
import type { SheetModule } from '../reports/sheet';
import type { DesignedPlan } from './design';
import type { WorkbookPort } from './ports';
import { scoreBasis, scoreColumnNames, scoreContext } from './score-sources';
import { segmentColumnNames } from './segments-sources';
import { dateSerial } from './time';
import type { Understanding } from './understanding/understand';
import { TRAVEL_KEY, workloadColumnNames, workloadContext } from './workload-sources';

/** What sheets append to the list by themselves: how their columns would be called, and what they are made from. */
export function ownColumns(
  modules: readonly SheetModule[],
  understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  at: Date,
) {
  const has = (wanted: SheetModule['source']) => modules.some(({ source }) => source === wanted);
  const basis = has('score') ? scoreBasis(understanding, dateSerial(at)) : undefined;
  return {
    basis,
    names: (context: Pick<StandingContext, 'say'>): { key: string; header: string }[] => [
      ...(basis === undefined ? [] : scoreColumnNames(basis, context)),
      ...(has('segments') ? segmentColumnNames(understanding, context) : []),
      ...(has('workload') ? workloadColumnNames(context) : []),
      ...(has('signOff')
        ? (['trade', 'mark'] as const).map((key) => ({ key, header: context.say(`column.${key}`) }))
        : []),
    ],
    score: (context: StandingContext, columns: LayerNames['columns']) => {
      if (basis === undefined) throw new RangeError('No sheet of scores is written.');
      return scoreContext(basis, context, columns);
    },
    workload: (
      context: StandingContext,
      assignment: Int32Array,
      columns: LayerNames['columns'],
      keptAt?: string,
    ) => workloadContext(understanding, context, assignment, columns, basis, at.toISOString(), keptAt),
    /** What is remembered of it: the day on which travel was measured. */
    remember: (keptAt?: string) =>
      has('workload') ? { [TRAVEL_KEY]: keptAt ?? at.toISOString() } : undefined,
  };
}

export type OwnColumns = ReturnType<typeof ownColumns>;

/** A plan that balances hours of ours says what was designed: the travel in them stays as it was then. */
export async function travelKept(
  { list }: Pick<Understanding, 'list'>,
  metrics: DesignedPlan['plan']['metrics'],
  workbook: WorkbookPort,
): Promise<string | undefined> {
  const isBalanced = metrics.some(({ spec }) => spec.fields.includes('workloadHours'));
  if (!isBalanced || !list.ours.has('workloadHours')) return undefined;
  const day = await workbook.load(TRAVEL_KEY);
  return typeof day === 'string' ? day : undefined;
}
