import { centresOf } from '../carve/spread';
import { haversineKm } from '../geo/sphere';
import type { Cell } from '../plan/cells';
import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf } from '../plan/ownership';
import { MOST_LIVE } from '../plan/score';
import { UNASSIGNED } from '../plan/territory';
import {
  hoursOf,
  MOST_TIERS_LISTED,
  USUAL_WORKLOAD,
  usualTier,
  type WorkloadSettings,
  type WorkloadTier,
} from '../plan/workload';
import { moneyFormat } from '../reports/amounts';
import { metricLabel, type StandingContext } from '../reports/context';
import type { WorkloadContext } from '../reports/workload/context';
import { OTHERS } from '../reports/workload/inputs';
import { inRows } from './account-at';
import type { ScoreBasis } from './score-sources';
import { isSummed } from './plain-columns';
import { isMoney } from './understanding/currency';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/** More segments than these are names of something else. */
const MOST_SEGMENTS = 30;
/** The same of tiers. */
const MOST_TIERS = MOST_TIERS_LISTED - 1;

/** What workload appends to the list, and what each column would be called. */
export const workloadColumnNames = ({
  say,
}: Pick<StandingContext, 'say'>): { key: keyof WorkloadContext['headers']; header: string }[] =>
  (['hours', 'travel', 'travelFor', 'travelHours', 'travelNote'] as const).map((key) => ({
    key,
    header: say(`column.${key}`),
  }));

/** Under what the workbook keeps the day on which travel was measured. */
export const TRAVEL_KEY = 'travelAt';

/** Where tiers stand: in our own column, also one that is going to be written, else in the list's. */
interface Tiers {
  readonly header: string | undefined;
  readonly at: (account: number) => Cell;
}

/**
 * The work of accounts over a plan that stands, or is going to.
 * @param assignment N values: index of the territory, −1 none
 * @param columns the names that our columns got, by key
 * @param score what is written along with it
 * @param asAt ISO, the day on which travel is measured
 * @param keptAt ISO, the day on which the travel was measured that stays as it is; undefined where it is measured anew
 */
export function workloadContext(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  standing: StandingContext,
  assignment: Int32Array,
  columns: Readonly<Record<string, string>>,
  score: ScoreBasis | undefined,
  asAt: string,
  keptAt: string | undefined,
): WorkloadContext {
  const { list, settings, choices } = understanding;
  const { accounts } = list;
  const now: WorkloadSettings = settings.workload ?? USUAL_WORKLOAD;
  const { territories } = standing.record;
  const tiers = tiersOf(understanding, columns, score);
  const listed = listedTiers(now, tiers, accounts.count);
  const km = kmToCentre(accounts, assignment, territories.length);
  const header = (key: string) => columns[key] ?? key;
  const { exchange } = choices;
  const context: WorkloadContext = {
    layer: standing.layer,
    say: standing.say,
    record: standing.record,
    table: standing.table,
    keyHeader: standing.keyHeader,
    column: standing.column,
    now,
    tiers: listed,
    tierHeader: tiers.header,
    ...segmentsOf(understanding),
    potential: potentialOf(understanding, standing, columns),
    money: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0'),
    asAt: keptAt ?? asAt,
    isKept: keptAt !== undefined,
    km,
    territoryOf: territoryAt(understanding, standing, assignment),
    headers: {
      hours: header('hours'),
      travel: header('travel'),
      travelFor: header('travelFor'),
      travelHours: header('travelHours'),
      travelNote: header('travelNote'),
    },
    values: accounts.count > MOST_LIVE ? hoursIn(now, listed, tiers, km) : undefined,
    inRows: (of) => inRows(list, of),
  };
  return context;
}

function tiersOf(
  { list, book }: Pick<Understanding, 'book' | 'list'>,
  columns: Readonly<Record<string, string>>,
  score: ScoreBasis | undefined,
): Tiers {
  const { accounts, whole, source, mapping } = list;
  if (score !== undefined) return { header: columns['tier'], at: score.tierAt };
  const ours = columnsInUse(namesOf(book.owned, MAIN_LAYER))['tier'];
  const cellsAt = (cells: readonly Cell[] | undefined) => (i: number) =>
    cells?.[(accounts.sheetRow[i] ?? 0) - source.firstRow] ?? '';
  const at = ours === undefined ? -1 : whole.headers.indexOf(ours);
  if (ours !== undefined && at >= 0) return { header: ours, at: cellsAt(whole.columns[at]) };
  const header = headerOf(list, 'tier');
  return { header, at: cellsAt(header === undefined ? undefined : source.columns[mapping.tier ?? -1]) };
}

/** As set, and what else the list has; that of all others last. */
function listedTiers(
  { tiers: said }: WorkloadSettings,
  { header, at }: Tiers,
  count: number,
): readonly WorkloadTier[] {
  const others = said?.find(({ name }) => name === OTHERS) ?? { ...usualTier(''), name: OTHERS };
  if (header === undefined) return [others];
  const counts = new Map<string, { name: string; count: number }>();
  for (let i = 0; i < count; i++) {
    const name = String(at(i));
    // What is padded is not found by the name that people read: it is one of the others.
    if (name === '' || name !== name.trim() || name.startsWith('#')) continue;
    const known = counts.get(name.toLowerCase()) ?? { name, count: 0 };
    known.count++;
    counts.set(name.toLowerCase(), known);
  }
  const named = (said ?? []).filter(({ name }) => name !== OTHERS);
  const known = new Set(named.map(({ name }) => name.toLowerCase()));
  const found = [...counts]
    .filter(([key]) => !known.has(key))
    .sort(([, a], [, b]) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, Math.max(0, MOST_TIERS - named.length))
    .map(([, { name }]) => usualTier(name))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return [...named, ...found, others];
}

/** Distance of every account to the middle of its territory's places. */
function kmToCentre(
  { places, count }: Understanding['list']['accounts'],
  assignment: Int32Array,
  territories: number,
): Float64Array {
  const centres = centresOf(assignment, territories, places);
  return Float64Array.from({ length: count }, (_, i) => {
    const centre = centres[assignment[i] ?? -1];
    const latitude = places.latitude[i] ?? NaN;
    if (centre === undefined || Number.isNaN(latitude)) return NaN;
    return Math.round(haversineKm({ latitude, longitude: places.longitude[i] ?? 0 }, centre) * 1000) / 1000;
  });
}

/** What stands in the Territory cell of an account when travel is measured. */
function territoryAt(
  { list }: Pick<Understanding, 'list'>,
  standing: StandingContext,
  assignment: Int32Array,
): (account: number) => string {
  const { record, column } = standing;
  const isNew = 'plan' in standing;
  const cells = isNew ? undefined : list.whole.columns[list.whole.headers.indexOf(column.territory)];
  return (i) => {
    const name = record.territories[assignment[i] ?? -1]?.name;
    if (name !== undefined) return name;
    if (isNew) return UNASSIGNED;
    return String(cells?.[(list.accounts.sheetRow[i] ?? 0) - list.whole.firstRow] ?? '');
  };
}

/** The segments of the list as they are spelled, the most frequent first, and whether some accounts have none. */
function segmentsOf({
  list,
}: Pick<Understanding, 'list'>): Pick<WorkloadContext, 'segmentHeader' | 'segments'> {
  const header = headerOf(list, 'segment');
  const cells = list.source.columns[list.mapping.segment ?? -1];
  const none = { segmentHeader: undefined, segments: [] };
  if (header === undefined || cells === undefined) return none;
  const counts = new Map<string, { cell: Cell; count: number }>();
  for (const row of list.accounts.sheetRow) {
    const cell = cells[row - list.source.firstRow] ?? '';
    const key = String(cell).toLowerCase();
    const known = counts.get(key) ?? { cell, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  if (counts.size > MOST_SEGMENTS) return none;
  const found = [...counts]
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .map(([, { cell }]) => cell);
  return {
    segmentHeader: header,
    segments: [...found.filter((cell) => cell !== ''), ...(counts.has('') ? [''] : [])],
  };
}

/** The money that a territory is worth: the first balanced amount, else the list's potential. */
function potentialOf(
  { list }: Pick<Understanding, 'list'>,
  { say, metrics, metricHeaders }: StandingContext,
  columns: Readonly<Record<string, string>>,
): WorkloadContext['potential'] {
  const m = metrics.findIndex(({ fields }) => fields.length > 0 && fields.every(isMoney));
  const metric = metrics[m];
  if (metric !== undefined) return { headers: metricHeaders[m] ?? [], label: metricLabel(say, metric) };
  const header =
    columns['read:potential'] ?? (isSummed(list, 'potential') ? headerOf(list, 'potential') : undefined);
  return header === undefined ? undefined : { headers: [header], label: say('field.potential') };
}

function hoursIn(
  now: WorkloadSettings,
  listed: readonly WorkloadTier[],
  { at }: Tiers,
  km: Float64Array,
): NonNullable<WorkloadContext['values']> {
  const of = new Map(listed.map((tier) => [tier.name.toLowerCase(), tier]));
  const others = of.get(OTHERS) ?? usualTier('');
  const all = Array.from(km, (way, i) => hoursOf(of.get(String(at(i)).toLowerCase()) ?? others, way, now));
  return {
    hours: Float64Array.from(all, ({ hours }) => hours),
    travel: Float64Array.from(all, ({ travel }) => travel),
  };
}
