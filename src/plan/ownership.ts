import * as v from 'valibot';
import { MAIN_LAYER, type LayerId } from './layer';

const OWNERSHIP_SCHEMA = 2;

const NamesSchema = v.object({
  /** Column key → header. */
  columns: v.record(v.string(), v.string()),
  /** Sheet key → name. */
  sheets: v.record(v.string(), v.string()),
  /** Keys of columns that an earlier plan wrote, and that the one that stands does not need. */
  unused: v.optional(v.array(v.string())),
});

const OwnershipSchema = v.object({
  schema: v.literal(OWNERSHIP_SCHEMA),
  /** Name of the Excel table that holds the accounts (the user's own, or the one Apply makes). */
  accountsTable: v.optional(v.string()),
  layers: v.record(v.string(), NamesSchema),
});

/** The first form knew no layers. */
const FirstSchema = v.object({
  accountsTable: v.optional(v.string()),
  columns: NamesSchema.entries.columns,
  sheets: NamesSchema.entries.sheets,
});

/** Headers and names that columns and sheets of one layer got in this workbook, by stable key. */
export interface LayerNames {
  readonly columns: Readonly<Record<string, string>>;
  readonly sheets: Readonly<Record<string, string>>;
  /** Keys of columns that an earlier plan wrote, and that the one that stands does not need: ours, but not read any more. */
  readonly unused?: readonly string[] | undefined;
}

/** What is ours in a workbook, layer by layer: the stored form. */
export interface Ownership {
  readonly schema: typeof OWNERSHIP_SCHEMA;
  readonly accountsTable?: string | undefined;
  readonly layers: Readonly<Record<string, LayerNames>>;
}

/** What a workbook keeps of this, in any form we ever wrote; undefined where nothing is ours yet. */
export function readOwnership(stored: unknown): Ownership | undefined {
  const parsed = v.safeParse(OwnershipSchema, stored);
  if (parsed.success) return parsed.output;
  const first = v.safeParse(FirstSchema, stored);
  if (!first.success) return undefined;
  const { accountsTable, columns, sheets } = first.output;
  return owning(MAIN_LAYER, { columns, sheets }, { schema: OWNERSHIP_SCHEMA, accountsTable, layers: {} });
}

const NOTHING: LayerNames = { columns: {}, sheets: {} };

/** The names of one layer; none where nothing of it was written yet. */
export const namesOf = (owned: Ownership | undefined, layer: LayerId): LayerNames =>
  owned?.layers[layer] ?? NOTHING;

/** Headers by key of the columns that belong to the plan that stands. */
export const columnsInUse = ({ columns, unused = [] }: LayerNames): LayerNames['columns'] =>
  Object.fromEntries(Object.entries(columns).filter(([key]) => !unused.includes(key)));

/** What a column of ours comes and goes with: the plan, or a sheet that was asked for. */
type Family = 'plan' | 'score' | 'workload' | 'segments' | 'signOff' | 'hold' | 'approval';

const WORKLOAD: readonly string[] = ['hours', 'travel', 'travelFor', 'travelHours', 'travelNote'];
const SEGMENTS: readonly string[] = [
  'segment',
  'segmentRule',
  'segmentKept',
  'segmentFamily',
  'segmentWords',
  'segmentNote',
];

const HOLDS: readonly string[] = ['holdOwner', 'holdUntil'];
const APPROVAL: readonly string[] = ['approval', 'approvalBy', 'approvalFor'];

/** Whether formulas of sheets never speak of a column: it says what is promised, or decided, and may be taken out. */
export const isAside = (key: string): boolean => HOLDS.includes(key) || APPROVAL.includes(key);

export function familyOf(key: string): Family {
  // They stay from one plan to the next: what was promised to somebody until a day is.
  if (HOLDS.includes(key)) return 'hold';
  if (APPROVAL.includes(key)) return 'approval';
  if (key === 'score' || key === 'tier' || key === 'scoreShare' || key.startsWith('factor:')) return 'score';
  if (SEGMENTS.includes(key)) return 'segments';
  if (key === 'trade' || key === 'mark') return 'signOff';
  return WORKLOAD.includes(key) ? 'workload' : 'plan';
}

/**
 * Keys of columns that are ours and not needed any more, after some were written: those of the same families that were not.
 * @param columns all columns that are ours by then, by key
 */
export function unusedAfter(
  written: readonly string[],
  columns: LayerNames['columns'],
  before: readonly string[] = [],
): string[] {
  const families = new Set(written.map(familyOf));
  return Object.keys(columns).filter((key) =>
    families.has(familyOf(key)) ? !written.includes(key) : before.includes(key),
  );
}

/** Ownership with other names for one layer. */
export const owning = (layer: LayerId, names: LayerNames, owned: Ownership | undefined): Ownership => ({
  schema: OWNERSHIP_SCHEMA,
  ...(owned?.accountsTable === undefined ? {} : { accountsTable: owned.accountsTable }),
  layers: { ...owned?.layers, [layer]: names },
});

/** Headers of our columns in the accounts table, whatever their layer. */
export const ownHeaders = (owned: Ownership | undefined): string[] =>
  Object.values(owned?.layers ?? {}).flatMap(({ columns }) => Object.values(columns));

/** Names of our sheets, whatever their layer. */
export const ownSheets = (owned: Ownership | undefined): string[] =>
  Object.values(owned?.layers ?? {}).flatMap(({ sheets }) => Object.values(sheets));
