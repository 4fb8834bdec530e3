import type { Cell } from '../../plan/cells';
import { WORKLOAD_SETTINGS } from '../../plan/workload';
import { says } from '../../text/heard';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { settingsTyped, trimmed } from '../settings-typed';
import { numberTyped } from '../territory-plan/typed';

/** The blue cells as they stand: `workload/speed`; tiers as JSON. */
export function workloadInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  for (const [key, cell] of settingsTyped(
    tableOf('workloadSettings'),
    WORKLOAD_SETTINGS,
    (one) => `workload.set.${one}`,
  ))
    cells.set(`workload/${key}`, numberTyped(cell));
  const tiers = tableOf('workloadTiers');
  if (tiers !== undefined) {
    const rows = Array.from({ length: tiers.rowCount }, (_, row) => {
      const part = (key: 'calls' | 'minutes') => numberTyped(trimmed(tiers.cell(key, row)));
      const [calls, minutes] = [part('calls'), part('minutes')];
      return {
        name: nameOf(tiers.cell('tier', row)),
        // As the cells count it: a blank one is 0.
        calls: calls === '' ? 0 : calls,
        minutes: minutes === '' ? 0 : minutes,
      };
    }).filter(({ name }) => name !== '');
    cells.set('workload/tiers', rows.length === 0 ? '' : JSON.stringify(rows));
  }
  return cells;
}

/** The tier of all others is known by one name, whatever the language. */
export const OTHERS = '*';

function nameOf(cell: Cell): Cell {
  const name = trimmed(cell);
  const isOthers = says('workload.others', name) || says('workload.all', name);
  return isOthers ? OTHERS : name;
}
