import type { Cell } from '../../plan/cells';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { trimmed } from '../settings-typed';
import { numberTyped } from '../territory-plan/typed';
import { measureOf, roleOf } from './words';

/** The blue cells as they stand: `overlays/tolerance`, `overlays/roles/se/ratio`, `overlays/pods/T07/se`. */
export function overlayInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  const settings = tableOf('overlaySettings');
  if (settings !== undefined && settings.rowCount > 0)
    cells.set('overlays/tolerance', numberTyped(trimmed(settings.cell('value', 0))));
  const roles = tableOf('overlayRoles');
  for (let row = 0; row < (roles?.rowCount ?? 0); row++) {
    const role = roleOf(String(roles?.cell('role', row) ?? ''));
    if (role === undefined) continue;
    cells.set(`overlays/roles/${role}/ratio`, numberTyped(trimmed(roles?.cell('ratio', row) ?? '')));
    cells.set(`overlays/roles/${role}/by`, measureOf(String(roles?.cell('by', row) ?? '')));
  }
  const pods = tableOf('overlayPods');
  const seats = (pods?.columns ?? []).filter((key) => key.startsWith(ROLE));
  for (let row = 0; row < (pods?.rowCount ?? 0); row++) {
    const id = String(pods?.cell('id', row) ?? '').trim();
    if (!/^T\d+$/.test(id)) continue;
    for (const key of seats)
      cells.set(`overlays/pods/${id}/${key.slice(ROLE.length)}`, String(pods?.cell(key, row) ?? '').trim());
  }
  return cells;
}

const ROLE = 'role:';
