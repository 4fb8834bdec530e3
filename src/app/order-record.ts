import type { RunRecord } from '../plan/run-record';
import { inputsIn } from '../reports/read-back';
import type { SheetModule } from '../reports/sheet';
import type { SheetSpec } from '../reports/spec';
import type { Understanding } from './understanding/understand';

/** What was asked for is another table than the plan will stand in: the list was made of it, or it was a range. */
export const readsElsewhere = ({
  settings: { accounts },
  list,
}: Pick<Understanding, 'settings' | 'list'>): boolean =>
  accounts !== undefined && (list.derived !== undefined || accounts.range !== undefined);

/** The next look reads the table that the plan stands in. */
export const readingFrom = (record: RunRecord, sheet: string, table: string): RunRecord => ({
  ...record,
  settings: { ...record.settings, accounts: { sheet, table } },
});

/** Scores and segments stand from one plan to the next: their sheets are not written anew, and say what they said. */
export function withInputsOfBefore(
  record: RunRecord,
  modules: readonly SheetModule[],
  before: RunRecord | undefined,
): RunRecord {
  const stays = (['score', 'segments'] as const).filter(
    (wanted) => !modules.some(({ source }) => source === wanted),
  );
  const kept = Object.entries(before?.inputs ?? {}).filter(([key]) =>
    stays.some((source) => key.startsWith(`${source}/`)),
  );
  return kept.length === 0
    ? record
    : { ...record, inputs: { ...Object.fromEntries(kept), ...record.inputs } };
}

/** The record with the blue cells of sheets that are written when asked for: what they say is known by what they said. */
export function withInputs(
  record: RunRecord,
  modules: readonly SheetModule[],
  sheets: readonly SheetSpec[],
): RunRecord {
  const cells = modules.flatMap((module, n) => {
    const spec = sheets[n];
    return spec === undefined || module.readBack === undefined || module.readBack.written !== undefined
      ? []
      : [...inputsIn(module, spec)];
  });
  return cells.length === 0
    ? record
    : { ...record, inputs: { ...record.inputs, ...Object.fromEntries(cells) } };
}
