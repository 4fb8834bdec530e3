import type { MessageId, Say } from '../text/say';
import type { CellsBlock, CellSpec, SheetSpec } from './spec';

/** What stands above all on a sheet: its title, and what is said below it, a row each. */
export const heading = (title: string, ...lines: readonly (CellSpec | string)[]): CellsBlock => ({
  kind: 'cells',
  row: 0,
  column: 0,
  cells: [
    [{ value: title, style: 'title' }],
    ...lines.map((line): CellSpec[] => [typeof line === 'string' ? { value: line, style: 'note' } : line]),
  ],
});

/** A text in lines of so many characters at most, broken between words: what goes on beyond the columns that are printed is cut there. */
export function inLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

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

/** A figure beside its label that is red where it is not 0. @param row of the figure, in the second column */
export const mustBeNone = (row: number): SheetSpec['conditional'][number] => ({
  row,
  column: 1,
  rows: 1,
  columns: 1,
  spec: { kind: 'formula', formula: '={cell}<>0', look: 'bad' },
});

/** What stands in a table, which has a row at least. */
export const rowsOf = <Row>(rows: readonly Row[]): readonly (Row | undefined)[] =>
  rows.length > 0 ? rows : [undefined];
