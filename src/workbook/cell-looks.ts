import { columnOf, rowOf } from './area';
import { inBlocks } from './cells';
import type { KeptValidation } from './journal';
import type { MovedCell, Room } from './make-room';
import { keptValidation, validate } from './validations';

/** How a cell of the user's looks: what is not said is as Excel makes it, but for its font. */
export interface CellLook {
  readonly font: string;
  readonly size: number;
  readonly format?: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: Excel.RangeFont['underline'];
  readonly horizontal?: Excel.RangeFormat['horizontalAlignment'];
  readonly vertical?: Excel.RangeFormat['verticalAlignment'];
  readonly indent?: number;
  readonly wraps?: true;
  readonly borders?: readonly Pick<Excel.RangeBorder, 'sideIndex' | 'style' | 'color' | 'weight'>[];
  /** What can be put into it. */
  readonly validation?: KeptValidation;
  /** It has conditional formats, which Excel does not give back: they stay behind. */
  readonly isRuled?: true;
}

const EDGES: readonly string[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];

const BLACK = '#000000';
const CELLS_PER_READ = 500;

const cellOf = (sheet: Excel.Worksheet, cell: number): Excel.Range =>
  sheet.getRangeByIndexes(rowOf(cell), columnOf(cell), 1, 1);

/**
 * The room with the looks of the cells that go somewhere, as they stand now. Each look is kept once: cells say which of
 * them they have. Those of which it is known already are left alone.
 */
export async function withLooks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  room: Room,
): Promise<Room> {
  const looks: CellLook[] = [...(room.looks ?? [])];
  const numbers = new Map(looks.map((look, n) => [JSON.stringify(look), n]));
  const unknown = [...room.carried, ...room.moved].filter(({ look }) => look === undefined);
  if (unknown.length === 0) return room;
  const found = new Map<number, number>();
  await inBlocks(unknown.length, CELLS_PER_READ, async (start, count) => {
    const asked = unknown.slice(start, start + count).map(({ from }) => {
      const range = cellOf(sheet, from);
      range.load('numberFormat');
      range.format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel');
      range.format.fill.load('color,pattern');
      range.format.font.load('name,size,color,bold,italic,underline');
      range.format.borders.load('items/sideIndex,items/style,items/color,items/weight');
      range.dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
      return { from, range, rules: range.conditionalFormats.getCount() };
    });
    await context.sync();
    for (const { from, range, rules } of asked) {
      const look = { ...lookOf(range), ...(rules.value > 0 && { isRuled: true as const }) };
      const key = JSON.stringify(look);
      const n = numbers.get(key) ?? looks.push(look) - 1;
      numbers.set(key, n);
      found.set(from, n);
    }
  });
  const looking = (cells: readonly MovedCell[]) =>
    cells.map((cell): MovedCell => ({ ...cell, look: cell.look ?? found.get(cell.from) ?? 0 }));
  return { ...room, looks, carried: looking(room.carried), moved: looking(room.moved) };
}

function lookOf({ numberFormat, format, dataValidation }: Excel.Range): CellLook {
  const { fill, font, horizontalAlignment, verticalAlignment, wrapText, indentLevel } = format;
  const [[number = 'General'] = []] = numberFormat as string[][];
  const borders = format.borders.items.filter(
    ({ sideIndex, style }) => EDGES.includes(sideIndex) && style !== 'None',
  );
  const validation = keptValidation(dataValidation);
  return {
    font: font.name,
    size: font.size,
    ...(number !== 'General' && { format: number }),
    ...((fill.pattern as string | null) !== 'None' && { fill: fill.color }),
    ...(font.color !== BLACK && { color: font.color }),
    ...(font.bold && { bold: true }),
    ...(font.italic && { italic: true }),
    ...(font.underline !== 'None' && { underline: font.underline }),
    ...(horizontalAlignment !== 'General' && { horizontal: horizontalAlignment }),
    ...(verticalAlignment !== 'Bottom' && { vertical: verticalAlignment }),
    // Some hosts say 0, some nothing.
    ...(indentLevel ? { indent: indentLevel } : {}),
    ...(wrapText && { wraps: true }),
    ...(borders.length > 0 && {
      borders: borders.map(({ sideIndex, style, color, weight }) => ({ sideIndex, style, color, weight })),
    }),
    ...(validation !== null && { validation }),
  };
}

/**
 * Number formats of cells that go somewhere, and nothing left of what they looked like where they stood: before their
 * contents are written, for Excel parses what is written by the format it finds. Travels with the caller's request.
 * @param isCleared cells whose looks are cleared in any case
 */
export function formatAhead(
  sheet: Excel.Worksheet,
  { carried, moved, looks = [] }: Room,
  isCleared: (cell: number) => boolean,
): void {
  const going = [...carried, ...moved];
  for (const { from, to, look } of going) {
    if (from === to || isCleared(from)) continue;
    makePlain(cellOf(sheet, from));
    if (looks[look ?? -1]?.validation !== undefined) cellOf(sheet, from).dataValidation.clear();
  }
  for (const { to, look } of going) {
    const found = looks[look ?? -1];
    if (found !== undefined) cellOf(sheet, to).numberFormat = [[found.format ?? 'General']];
  }
}

/** The looks of those cells where they stand now: after ours, which they may stand among. Travels with the caller's request. */
export function giveCellLooks(sheet: Excel.Worksheet, { carried, moved, looks = [] }: Room): void {
  for (const { to, look } of [...carried, ...moved]) {
    const found = looks[look ?? -1];
    if (found !== undefined) wear(cellOf(sheet, to), found);
  }
}

function makePlain(range: Excel.Range): void {
  // Unlike clearing formats this leaves rules of the user's that reach over the cell alone.
  range.style = 'Normal';
  range.numberFormat = [['General']];
}

function wear(range: Excel.Range, look: CellLook): void {
  makePlain(range);
  const { format } = range;
  const { font } = format;
  font.name = look.font;
  font.size = look.size;
  font.color = look.color ?? BLACK;
  if (look.format !== undefined) range.numberFormat = [[look.format]];
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.bold === true) font.bold = true;
  if (look.italic === true) font.italic = true;
  if (look.underline !== undefined) font.underline = look.underline;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  if (look.wraps === true) format.wrapText = true;
  for (const { sideIndex, style, color, weight } of look.borders ?? []) {
    const border = format.borders.getItem(sideIndex);
    border.style = style;
    border.weight = weight;
    border.color = color;
  }
  if (look.validation !== undefined) validate(range.dataValidation, look.validation);
}
