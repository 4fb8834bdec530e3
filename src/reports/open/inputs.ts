import type { Cell } from '../../plan/cells';
import { OPEN_SETTINGS } from '../../plan/open';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { settingsTyped, trimmed } from '../settings-typed';
import { numberTyped } from '../territory-plan/typed';

/** What is typed of a territory: the column, and what it is a word on. */
const TYPED = { future: 'future', interimTyped: 'coveredBy', fromTyped: 'start' } as const;

/** The blue cells as they stand: `open/cap`, `open/seats/T20/coveredBy`. */
export function openInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  for (const [key, cell] of settingsTyped(tableOf('openSettings'), OPEN_SETTINGS, (one) => `open.set.${one}`))
    cells.set(`open/${key}`, numberTyped(cell));
  const seats = tableOf('openTerritories');
  for (let row = 0; row < (seats?.rowCount ?? 0); row++) {
    const id = String(seats?.cell('id', row) ?? '').trim();
    if (id === '') continue;
    for (const [column, part] of Object.entries(TYPED)) {
      if (seats?.columns.includes(column) !== true) continue;
      cells.set(`open/seats/${id}/${part}`, trimmed(seats.cell(column, row)));
    }
  }
  return cells;
}
