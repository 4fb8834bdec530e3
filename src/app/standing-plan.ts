import type { MetricSpec } from '../plan/metrics';
import { metricSpecs, type RunRecord } from '../plan/run-record';
import { QUALITY_FACTORS, type QualityFactor } from '../reports/balance/layout';
import { NOTHING_LOGGED, type Logged } from './logged';
import { readOwnTable } from './own-table';
import type { WorkbookPort } from './ports';
import { sinceDesign, type SinceDesign } from './since-design';
import { standingAssignment } from './standing-assignment';
import type { Understanding } from './understanding/understand';

/** A metric of the plan that stands, as Balance tells it: K values each, NaN where a cell has no number. */
export interface StandingMetric {
  readonly spec: MetricSpec;
  readonly load: Float64Array;
  readonly target: Float64Array;
  /** Load ÷ target. */
  readonly index: Float64Array;
}

/** The territories with least and most of what makes accounts good, as Balance tells it: a part of the mean each. */
export interface QualityEnds {
  readonly factor: QualityFactor;
  readonly least: { readonly territory: string; readonly part: number };
  readonly most: { readonly territory: string; readonly part: number };
}

/** The plan that stands in the workbook, with the figures that its sheet Balance shows now. */
export interface StandingPlan extends Logged, SinceDesign {
  readonly record: RunRecord;
  /** N values by the Territory cells as they are; −1 none. */
  readonly assignment: Int32Array;
  /** Empty where Balance is gone, or cannot be read. */
  readonly metrics: readonly StandingMetric[];
  /** Empty where Balance tells none. */
  readonly quality: readonly QualityEnds[];
}

/**
 * Reads the plan that stands. The figures are those of the cells: what the pane says is what Balance says.
 * @returns undefined before the first plan
 */
export async function standingPlan(
  workbook: WorkbookPort,
  understanding: Pick<Understanding, 'book' | 'list' | 'choices'>,
): Promise<StandingPlan | undefined> {
  const { book } = understanding;
  const { record } = book;
  if (record === undefined) return undefined;
  const [metrics, quality] = await Promise.all([
    metricsIn(workbook, understanding, record),
    qualityIn(workbook, understanding),
  ]);
  const assignment = standingAssignment(understanding, record);
  return {
    record,
    assignment,
    metrics,
    quality,
    ...sinceDesign(understanding, record, assignment),
    ...(book.logged ?? NOTHING_LOGGED),
  };
}

async function metricsIn(
  workbook: WorkbookPort,
  { book: { survey } }: Pick<Understanding, 'book'>,
  record: RunRecord,
): Promise<StandingMetric[]> {
  const table = await readOwnTable(workbook, survey, 'balance', 'balance');
  if (table === undefined) return [];
  const { column } = table;
  const names = (column('territory') ?? []).map((cell) => String(cell).trim().toLowerCase());
  const rows = record.territories.map((territory) => names.indexOf(territory.name.toLowerCase()));
  const found = metricSpecs(record).flatMap((spec): StandingMetric[] => {
    const load = column(spec.fields.length === 0 ? 'accounts' : `value:${spec.id}`);
    const target = column(`target:${spec.id}`);
    const index = column(`index:${spec.id}`);
    if (load === undefined || target === undefined || index === undefined) return [];
    const of = (cells: typeof load) =>
      Float64Array.from(rows, (row) => {
        const cell = cells[row];
        return typeof cell === 'number' ? cell : NaN;
      });
    // A territory that is closed has no target: its part of one is blank.
    const shown = index.map((cell, row) => (cell === '' && target[row] === 0 ? 0 : cell));
    return [{ spec, load: of(load), target: of(target), index: of(shown) }];
  });
  // Half of the figures would be a wrong answer.
  return found.every(({ index }) => index.every((value) => !Number.isNaN(value))) ? found : [];
}

async function qualityIn(
  workbook: WorkbookPort,
  { book: { survey } }: Pick<Understanding, 'book'>,
): Promise<QualityEnds[]> {
  const table = await readOwnTable(workbook, survey, 'balance', 'quality');
  const names = table?.column('territory') ?? [];
  return QUALITY_FACTORS.flatMap((factor): QualityEnds[] => {
    const parts = (table?.column(`${factor}Of`) ?? []).flatMap((part, row) =>
      typeof part === 'number' ? [{ territory: String(names[row]), part }] : [],
    );
    const [first, ...rest] = parts;
    if (first === undefined || rest.length === 0) return [];
    return [
      {
        factor,
        least: rest.reduce((least, one) => (one.part < least.part ? one : least), first),
        most: rest.reduce((most, one) => (one.part > most.part ? one : most), first),
      },
    ];
  });
}
