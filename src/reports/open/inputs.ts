import type { Cell } from '../../plan/cells';
import { OPEN_SETTINGS } from '../../plan/open';
import { LANGUAGES, speak } from '../../text/say';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { numberTyped } from '../territory-plan/typed';

/** What is typed of a territory: the column, and what it is a word on. */
const TYPED = { future: 'future', interimTyped: 'coveredBy', fromTyped: 'start' } as const;

/** The blue cells as they stand: `open/cap`, `open/seats/T20/coveredBy`. */
export function openInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  const settings = tableOf('openSettings');
  for (let row = 0; row < (settings?.rowCount ?? 0); row++) {
    const label = String(settings?.cell('setting', row)).trim().toLowerCase();
    const key = OPEN_SETTINGS.find((setting) =>
      LANGUAGES.some((language) => speak(language)(`open.set.${setting}`).toLowerCase() === label),
    );
    const value = settings?.cell('value', row) ?? '';
    if (key !== undefined)
      cells.set(`open/${key}`, numberTyped(typeof value === 'string' ? value.trim() : value));
  }
  const seats = tableOf('openTerritories');
  for (let row = 0; row < (seats?.rowCount ?? 0); row++) {
    const id = String(seats?.cell('id', row) ?? '').trim();
    if (id === '') continue;
    for (const [column, part] of Object.entries(TYPED)) {
      if (seats?.columns.includes(column) !== true) continue;
      const value = seats.cell(column, row);
      cells.set(`open/seats/${id}/${part}`, typeof value === 'string' ? value.trim() : value);
    }
  }
  return cells;
}
