import type { MessageId, Say } from '../text/say';
import type { CellsBlock } from './spec';

/** What a block is called, in the row above its head. @param row of the head */
export const caption = (row: number, text: string, column = 0): CellsBlock => ({
  kind: 'cells',
  row: row - 1,
  column,
  cells: [[{ value: text, style: 'headline' }]],
});

/** Columns of a table as a module names them: key and header. */
export const headsOf =
  <Key extends string>(say: Say, columns: Readonly<Record<Key, MessageId>>) =>
  (key: Key): { readonly key: Key; readonly header: string } => ({ key, header: say(columns[key]) });
