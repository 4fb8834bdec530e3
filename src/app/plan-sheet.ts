import type { Cell, SheetSurvey, SourceTable } from '../plan/cells';
import type { RunRecord } from '../plan/run';
import { parseSettings, type Settings } from '../plan/settings';
import { Failure } from '../plan/failures';
import { TABLES } from '../reports/context';
import { SHEET_SETTINGS, sheetSetting, type SheetSetting } from '../reports/territory-plan';
import type { WorkbookPort } from './ports';

/**
 * What the user changed on the sheet Territory Plan since the plan was made: settings, tolerances, names
 * of territories. Only what differs from the record counts, so that the pane and the sheet never fight.
 * @throws Failure `badSettings` for a value that a setting cannot have
 */
export async function changedOnSheet(
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  record: RunRecord | undefined,
): Promise<Partial<Settings>> {
  if (record === undefined) return {};
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
    ...changedNames(await read(TABLES.territories), record),
  };
  const parsed = parseSettings(change);
  if (!parsed.ok) throw new Failure('badSettings', { ...parsed.problems[0] });
  const keys = Object.keys(change) as (keyof Settings)[];
  return Object.fromEntries(keys.map((key) => [key, parsed.settings[key]])) as Partial<Settings>;
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

/** Names given to territories in the list, by id. */
function changedNames(table: SourceTable | undefined, record: RunRecord): Record<string, unknown> {
  if (table === undefined) return {};
  const before = new Map(record.territories.map(({ id, name }) => [id, name]));
  const names: Record<string, string> = { ...record.settings.territoryNames };
  let changed = false;
  for (let row = 0; row < table.rowCount; row++) {
    const name = String(cellAt(table, 0, row)).trim();
    const id = String(cellAt(table, 1, row));
    if (name === '' || before.get(id) === undefined || before.get(id) === name) continue;
    names[id] = name;
    changed = true;
  }
  return changed ? { territoryNames: names } : {};
}
