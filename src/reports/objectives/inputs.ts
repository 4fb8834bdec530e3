import type { Cell } from '../../plan/cells';
import { OBJECTIVES_SETTINGS } from '../../plan/objectives';
import { LANGUAGES, speak } from '../../text/say';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { numberTyped } from '../territory-plan/typed';

/** The blue cells as they stand: `objectives/pipeline`. */
export function objectivesInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  const table = tableOf('objectiveSettings');
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const label = String(table?.cell('setting', row)).trim().toLowerCase();
    const key = OBJECTIVES_SETTINGS.find((setting) =>
      LANGUAGES.some((language) => speak(language)(`objectives.set.${setting}`).toLowerCase() === label),
    );
    const value = table?.cell('value', row) ?? '';
    if (key !== undefined)
      cells.set(`objectives/${key}`, numberTyped(typeof value === 'string' ? value.trim() : value));
  }
  return cells;
}
