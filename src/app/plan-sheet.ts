import type { Cell, SheetSurvey, SourceTable } from '../plan/cells';
import type { RunRecord } from '../plan/run';
import { parseSettings, type Settings } from '../plan/settings';
import { Failure } from '../plan/failures';
import { TABLES } from '../reports/context';
import { SHEET_SETTINGS, sheetSetting, type SheetSetting } from '../reports/territory-plan';
import type { WorkbookPort } from './ports';

/** What the user changed on the sheet Territory Plan since the plan was made. */
export interface SheetChanges {
  readonly settings: Partial<Settings>;
  /** Old name → new name of territories. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Reads what was changed on the sheet Territory Plan: settings, tolerances, names of territories. Only what
 * differs from the record counts, so that the pane and the sheet never fight.
 * @throws Failure `badSettings` for a value that a setting cannot have, `sameTerritoryName` for a name given twice
 */
export async function changedOnSheet(
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  record: RunRecord | undefined,
): Promise<SheetChanges> {
  if (record === undefined) return { settings: {}, renamed: new Map() };
  const read = async (name: string): Promise<SourceTable | undefined> => {
    for (const { sheet, tables } of survey) {
      const table = tables.find((candidate) => candidate.name === name);
      if (table === undefined) continue;
      const { headerRow, firstColumn, rowCount, headers } = table;
      return workbook.read({
        sheet,
        table: name,
        headerRow,
        firstColumn,
        rowCount,
        columnCount: headers.length,
      });
    }
    return undefined;
  };
  const change: Record<string, unknown> = {
    ...changedSettings(await read(TABLES.settings), record.settings),
    ...changedMetrics(await read(TABLES.metrics), record.settings),
  };
  const renamed = changedNames(await read(TABLES.territories), record);
  if (renamed.length > 0) {
    const given = Object.fromEntries(renamed.map(({ id, name }) => [id, name]));
    change['territoryNames'] = { ...record.settings.territoryNames, ...given };
  }
  const parsed = parseSettings(change);
  if (!parsed.ok) throw new Failure('badSettings', { ...parsed.problems[0] });
  const keys = Object.keys(change) as (keyof Settings)[];
  return {
    settings: Object.fromEntries(keys.map((key) => [key, parsed.settings[key]])) as Partial<Settings>,
    renamed: new Map(renamed.map(({ before, name }) => [before, name])),
  };
}

const cellAt = (table: SourceTable, column: number, row: number): Cell => table.columns[column]?.[row] ?? '';

function changedSettings(table: SourceTable | undefined, settings: Settings): Record<string, unknown> {
  if (table === undefined) return {};
  const change: Record<string, unknown> = {};
  const cap: Record<string, unknown> = { ...settings.cap };
  for (let row = 0; row < table.rowCount; row++) {
    const key = SHEET_SETTINGS.find((known: SheetSetting) => known === cellAt(table, 0, row));
    if (key === undefined) continue;
    const value = cellAt(table, 1, row);
    if (value === sheetSetting(settings, key)) continue;
    if (key === 'capAccounts' || key === 'capMoney') {
      cap[key === 'capAccounts' ? 'accounts' : 'money'] = value === '' ? undefined : value;
      change['cap'] = cap;
    } else {
      change[key] = value === '' ? undefined : value;
    }
  }
  return change;
}

/** Tolerances, by metric. */
function changedMetrics(table: SourceTable | undefined, settings: Settings): Record<string, unknown> {
  if (table === undefined) return {};
  const rows = Array.from({ length: table.rowCount }, (_, row) => ({
    metric: String(cellAt(table, 0, row)),
    tolerance: cellAt(table, 2, row),
  })).filter(({ metric }) => metric !== '');
  const planned = new Map(settings.balance.map(({ metric, tolerance }) => [metric, tolerance]));
  const same = rows.every(({ metric, tolerance }) => planned.get(metric) === tolerance);
  return same ? {} : { balance: rows };
}

interface NewName {
  readonly id: string;
  readonly before: string;
  readonly name: string;
}

/** Territories whose name in the list is another than the record's. A cleared name changes nothing. */
function changedNames(table: SourceTable | undefined, record: RunRecord): NewName[] {
  if (table === undefined) return [];
  const before = new Map(record.territories.map(({ id, name }) => [id, name]));
  const rows = Array.from({ length: table.rowCount }, (_, row) => ({
    id: String(cellAt(table, 1, row)),
    name: String(cellAt(table, 0, row)).trim(),
  })).filter(({ name }) => name !== '');
  const renamed = rows.flatMap(({ id, name }): NewName[] => {
    const old = before.get(id);
    return old === undefined || old === name ? [] : [{ id, before: old, name }];
  });
  const seen = new Set<string>();
  for (const { name } of rows) {
    const key = name.toLowerCase();
    if (seen.has(key) && renamed.length > 0) throw new Failure('sameTerritoryName', { name });
    seen.add(key);
  }
  return renamed;
}

/** The record with the new names in it. */
export function renamedRecord(record: RunRecord, settings: Settings): RunRecord {
  const { territoryNames } = settings;
  return {
    ...record,
    settings: { ...record.settings, territoryNames },
    territories: record.territories.map(({ id, name }) => ({ id, name: territoryNames[id] ?? name })),
  };
}
