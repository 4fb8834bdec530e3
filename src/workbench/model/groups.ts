import { MAX_COLUMNS, MAX_ROWS, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { hostErrors } from '../protocol/host-error';
import { carve } from './sheet';
import type { Sheet } from './sheet';

type GroupOption = 'ByRows' | 'ByColumns';

const lines = (rect: Rect, option: GroupOption): Rect =>
  option === 'ByRows'
    ? rectOf(rect.row, 0, rect.rows, MAX_COLUMNS)
    : rectOf(0, rect.column, MAX_ROWS, rect.columns);

/** Groups rows or columns one level deeper: an outline. */
export function groupLines(sheet: Sheet, rect: Rect, option: GroupOption): void {
  sheet.checkUnprotected();
  const groups = option === 'ByRows' ? sheet.rowGroups : sheet.columnGroups;
  groups.push(sheet.follow(lines(rect, option)));
}

export function ungroupLines(sheet: Sheet, rect: Rect, option: GroupOption): void {
  sheet.checkUnprotected();
  const groups = option === 'ByRows' ? sheet.rowGroups : sheet.columnGroups;
  const before = groups.length;
  carve(groups, lines(rect, option), sheet);
  if (groups.length === before && before === 0) {
    throw hostErrors.invalidArgument('There is no group of rows or columns here.');
  }
}
