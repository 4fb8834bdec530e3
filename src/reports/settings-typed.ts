import type { Cell } from '../plan/cells';
import { named } from '../text/heard';
import type { MessageId } from '../text/say';
import type { OwnTable } from './read-back';

/** A text without the blanks around it. */
export const trimmed = (cell: Cell): Cell => (typeof cell === 'string' ? cell.trim() : cell);

/**
 * The blue cells of a table of settings, each by the setting that its row speaks of, by its label in any of our languages.
 * Rows of anything else are left out.
 * @param labelOf what a setting is called
 */
export function settingsTyped<Key extends string>(
  table: OwnTable | undefined,
  keys: readonly Key[],
  labelOf: (key: Key) => MessageId,
): (readonly [Key, Cell])[] {
  return Array.from({ length: table?.rowCount ?? 0 }, (_, row) => row).flatMap((row) => {
    const key = named(keys, table?.cell('setting', row), (say, one) => say(labelOf(one)));
    return key === undefined ? [] : [[key, trimmed(table?.cell('value', row) ?? '')] as const];
  });
}
