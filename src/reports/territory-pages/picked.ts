import type { SheetSpec } from '../spec';
import { PICK } from './layout';

/** The sheet with a territory picked, whichever was picked on it before. */
export const picked = (spec: SheetSpec, territory: string): SheetSpec => ({
  ...spec,
  blocks: spec.blocks.map((block) => {
    if (block.kind !== 'cells' || block.row !== PICK.row || block.column !== 0) return block;
    return {
      ...block,
      cells: block.cells.map((row) =>
        row.map((cell, column) =>
          // What may be chosen stays with the cell: what is chosen there later is the user's again.
          cell === null || column !== PICK.column ? cell : { ...cell, value: territory, isPicked: true },
        ),
      ),
    };
  }),
});
