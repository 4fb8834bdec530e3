import { OBJECTIVES_SETTINGS } from '../../plan/objectives';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { settingsTyped } from '../settings-typed';
import { numberTyped } from '../territory-plan/typed';

/** The blue cells as they stand: `objectives/pipeline`. */
export const objectivesInputs = (tableOf: (key: TableKey) => OwnTable | undefined): InputCells =>
  new Map(
    settingsTyped(tableOf('objectiveSettings'), OBJECTIVES_SETTINGS, (key) => `objectives.set.${key}`).map(
      ([key, cell]) => [`objectives/${key}`, numberTyped(cell)],
    ),
  );
