import type { Cell } from '../../plan/cells';
import { FACTOR_IDS, factorDefault, type FactorId } from '../../plan/score';
import { trimmed as asTrim } from '../../plan/score-points';
import { named } from '../../text/heard';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { trimmed } from '../settings-typed';
import { numberTyped } from '../territory-plan/typed';
import { partsOf } from './parts';

/** Values are those of cells that formulas compare them with: a blank that does not break is part of one. */
const asFormulas = (cell: Cell): Cell => (typeof cell === 'string' ? asTrim(cell) : cell);

/** The blue cells as they stand: `score/asAt`, `score/factors/industry/weight`; lists of values and of tiers as JSON. */
export function scoreInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  const settings = tableOf('scoreSettings');
  if (settings !== undefined && settings.rowCount > 0)
    cells.set('score/asAt', numberTyped(settings.cell('value', 0)));
  readFactors(tableOf('scoreFactors'), cells);
  readPoints(tableOf('scorePoints'), cells);
  readTiers(tableOf('scoreTiers'), cells);
  return cells;
}

function readFactors(table: OwnTable | undefined, cells: Map<string, Cell>): void {
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const id = factorOf(table?.cell('factor', row) ?? '');
    if (id === undefined) continue;
    // Churn risk may be a list in one workbook and a number in another: what is blank says nothing.
    const parts = new Set([...partsOf(factorDefault(id).kind), ...partsOf('number')]);
    for (const part of parts) {
      const cell = trimmed(table?.cell(part, row) ?? '');
      cells.set(`score/factors/${id}/${part}`, part === 'product' ? cell : numberTyped(cell));
    }
  }
}

function readPoints(table: OwnTable | undefined, cells: Map<string, Cell>): void {
  const lists = new Map<FactorId, { value: Cell; points?: Cell }[]>();
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const id = factorOf(table?.cell('factor', row) ?? '');
    const value = asFormulas(table?.cell('value', row) ?? '');
    if (id === undefined || value === '') continue;
    const points = numberTyped(trimmed(table?.cell('points', row) ?? ''));
    const list = lists.get(id) ?? [];
    list.push(points === '' ? { value } : { value, points });
    lists.set(id, list);
  }
  for (const [id, list] of lists) cells.set(`score/points/${id}`, JSON.stringify(list));
}

function readTiers(table: OwnTable | undefined, cells: Map<string, Cell>): void {
  if (table === undefined) return;
  const tiers = Array.from({ length: table.rowCount }, (_, row) => ({
    name: trimmed(table.cell('tier', row)),
    from: numberTyped(trimmed(table.cell('from', row))),
  })).filter(({ name, from }) => name !== '' && from !== '');
  cells.set('score/tiers', tiers.length === 0 ? '' : JSON.stringify(tiers));
}

/** Which factor a row speaks of, in any of our languages. */
const factorOf = (label: Cell): FactorId | undefined =>
  named(FACTOR_IDS, label, (say, id) => say(`score.factor.${id}`));
