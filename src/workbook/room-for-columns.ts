import type { AccountsOrder } from '../app/ports';
import { heightOf, type AccountsNow } from './accounts';
import { eachInTurn, everywhere, inBlocks, READ_BLOCK_CELLS } from './cells';
import { rulesOn, type RulesOn } from './conditionals';
import { oneOrAll, type Font, type KeptLooks, type Look } from './journal';
import { keepValidations, validate, validationsNow } from './validations';

/**
 * How the cells are that new columns of ours are going to take: empty, but perhaps with looks, rules and drop-downs of the
 * user's. What is not as Excel makes it is kept, column by column, as far as we change it.
 */
export async function keepRoom(
  context: Excel.RequestContext,
  now: AccountsNow,
  columns: AccountsOrder['columns'],
): Promise<{ readonly font?: Font; readonly looks: readonly (KeptLooks | undefined)[] }> {
  const { sheet, headerRow, firstColumn, headers, rows } = now;
  if (columns.length === 0) return { looks: [] };
  const from = firstColumn + headers.length;
  const room = sheet.getRangeByIndexes(headerRow, from, heightOf(now), columns.length);
  const asked = ask(room);
  const { dataValidation, conditionalFormats } = room;
  dataValidation.load('type');
  conditionalFormats.load('items/id');
  await context.sync();
  const formats = await readFormats(context, sheet, headerRow, from, heightOf(now), columns.length);
  const look = lookOf(asked);
  const areAllPlain =
    look?.isBare === true &&
    isDefault(look) &&
    dataValidation.type === 'None' &&
    conditionalFormats.items.length === 0 &&
    formats.every((column) => column.every((format) => format === 'General'));
  if (areAllPlain) return { ...(look.font && { font: look.font }), looks: columns.map(() => undefined) };
  const places = columns.map((_, c) => sheet.getRangeByIndexes(headerRow, from + c, heightOf(now), 1));
  const crossed = await rulesOn(context, places);
  const validations: KeptLooks['validations'][] = [];
  await eachInTurn(places, async (_, c) => {
    const body = sheet.getRangeByIndexes(headerRow + 1, from + c, Math.max(1, rows), 1);
    const { dataValidation: whole } = body;
    whole.load('type,rule,prompt,errorAlert,ignoreBlanks');
    await context.sync();
    validations.push(await keepValidations(context, body, rows, whole));
  });
  const parts: Part[] = columns.flatMap(({ style }, c): Part[] => [
    { column: c, from: -1, rows: 1 },
    // Of the body we change looks only where a column has a style.
    ...(style === undefined || rows === 0 ? [] : [{ column: c, from: 0, rows }]),
  ]);
  // Of others it is enough to know whether there are any.
  const bodies = columns.map(({ style }, c) =>
    style === undefined && rows > 0
      ? ask(sheet.getRangeByIndexes(headerRow + 1, from + c, rows, 1))
      : undefined,
  );
  const read = await readLooks(context, parts, ({ column, from: row, rows: count }) =>
    sheet.getRangeByIndexes(headerRow + 1 + row, from + column, count, 1),
  );
  return {
    looks: columns.map((_, c): KeptLooks => {
      const own = read.looks
        .filter(({ part }) => part.column === c)
        .sort((a, b) => a.part.from - b.part.from);
      const body = bodies[c] && lookOf(bodies[c]);
      const hasOthers =
        own.some(({ look: one }) => !one.isBare) ||
        (bodies[c] !== undefined && !(body?.isBare === true && isDefault(body)));
      return {
        header: own.find(({ part }) => part.from < 0)?.look,
        body: own.flatMap(({ part, look: one }) =>
          part.from < 0 ? [] : [{ from: part.from, rows: part.rows, look: one }],
        ),
        headerFormat: formats[c]?.[0] ?? 'General',
        formats: oneOrAll(formats[c]?.slice(1, 1 + rows) ?? []),
        validations: validations[c] ?? [],
        rules: (crossed[c]?.own ?? []).map(({ id }) => id),
        ...(read.isPartial ? { isPartial: true } : {}),
        ...(hasOthers ? { hasOthers } : {}),
      };
    }),
  };
}

/** A run of cells in one column; row −1 is the header. */
interface Part {
  readonly column: number;
  readonly from: number;
  readonly rows: number;
}

interface Asked {
  readonly format: Excel.RangeFormat;
  readonly borders: Excel.RangeBorderCollection;
}

function ask({ format }: Excel.Range): Asked {
  format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel');
  format.fill.load('color,pattern');
  format.font.load('name,size,color,bold,italic,underline');
  format.protection.load('locked');
  const { borders } = format;
  borders.load('items/style');
  return { format, borders };
}

/** Null stands for "several", whatever the typings say; undefined: what we change is not the same in all cells. */
function lookOf({ format, borders }: Asked): Look | undefined {
  const { fill, font, protection } = format;
  const { color: paint, pattern } = fill as { color: string | null; pattern: string | null };
  const { name, size, color, bold } = font as {
    name: string | null;
    size: number | null;
    color: string | null;
    bold: boolean | null;
  };
  if (paint === null || pattern === null || color === null || bold === null) return undefined;
  const isBare =
    name !== null &&
    size !== null &&
    format.horizontalAlignment === 'General' &&
    format.verticalAlignment === 'Bottom' &&
    // Some hosts say 0, some nothing.
    !format.indentLevel &&
    !format.wrapText &&
    !(font.italic as boolean | null) &&
    font.italic !== null &&
    font.underline === 'None' &&
    (protection.locked as boolean | null) === true &&
    borders.items.every(({ style }) => style === 'None');
  return {
    fill: pattern === 'None' ? '' : paint,
    color,
    bold,
    isBare,
    ...(name === null || size === null ? {} : { font: { name, size } }),
  };
}

const BLACK = '#000000';
const PLAIN: Look = { fill: '', color: BLACK, bold: false, isBare: false };
const isDefault = ({ fill, color, bold }: Look): boolean => fill === '' && color === BLACK && !bold;

/** Whether cells were as Excel makes them after all. */
export const isPlain = ({
  header,
  body,
  headerFormat,
  formats,
  validations,
  rules,
  hasOthers,
}: KeptLooks): boolean =>
  [...(header === undefined ? [] : [header]), ...body.map(({ look }) => look)].every(isDefault) &&
  hasOthers !== true &&
  headerFormat === 'General' &&
  formats === 'General' &&
  validations.every(({ validation }) => validation === null) &&
  rules.length === 0;

const PARTS_PER_READ = 200;
/** How many runs of cells with different looks are told apart. */
const MOST_PARTS = 2000;

/** The looks of parts; a part whose cells differ is halved until they do not. */
async function readLooks(
  context: Excel.RequestContext,
  parts: readonly Part[],
  rangeOf: (part: Part) => Excel.Range,
  count = 0,
): Promise<{ looks: { part: Part; look: Look }[]; isPartial: boolean }> {
  if (parts.length === 0 || count >= MOST_PARTS) return { looks: [], isPartial: parts.length > 0 };
  const now = parts.slice(0, PARTS_PER_READ);
  const open = parts.slice(PARTS_PER_READ);
  const asked = now.map((part) => ({ part, range: ask(rangeOf(part)) }));
  await context.sync();
  const found = asked.map(({ part, range }) => ({ part, look: lookOf(range) }));
  const mixed = found.flatMap(({ part, look }) => (look === undefined && part.rows > 1 ? halves(part) : []));
  const rest = await readLooks(context, [...open, ...mixed], rangeOf, count + now.length);
  return {
    looks: [
      ...found.flatMap(({ part, look }) => (look === undefined ? [] : [{ part, look }])),
      ...rest.looks,
    ],
    isPartial: rest.isPartial,
  };
}

function halves({ column, from, rows }: Part): Part[] {
  const first = rows >> 1;
  return [
    { column, from, rows: first },
    { column, from: from + first, rows: rows - first },
  ];
}

/** Number formats of cells, by column. */
async function readFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Promise<string[][]> {
  const found: string[][] = Array.from({ length: columns }, () => []);
  const step = Math.max(1, Math.floor(READ_BLOCK_CELLS / columns));
  await inBlocks(rows, step, async (start, count) => {
    const block = sheet.getRangeByIndexes(row + start, column, count, columns);
    block.load('numberFormat');
    await context.sync();
    for (const line of block.numberFormat as string[][]) line.forEach((format, c) => found[c]?.push(format));
    block.untrack();
  });
  return found;
}

/** Rules on a column that were there before we wrote, of those that lie in it alone. */
function rulesBefore({ rules = [] }: Partial<KeptLooks>, { own }: RulesOn): Set<string> {
  const known = own.map(({ id }) => id).filter((id) => rules.includes(id));
  // Excel may number them anew when a file is opened; what came last, ours, comes first.
  const last = rules.length === 0 ? [] : own.slice(-rules.length).map(({ id }) => id);
  return new Set(known.length > 0 ? known : last);
}

/** Gives looks to cells that stand where a column of ours stood. Travels with the caller's request. */
export function giveLooks(
  cells: Excel.Range,
  rows: number,
  looks: KeptLooks | undefined,
  isCrossed: boolean,
  font: Font | undefined,
): ReturnType<typeof giveBackCells> {
  cells.style = 'Normal';
  if (looks !== undefined && !isCrossed) cells.conditionalFormats.clearAll();
  return giveBackCells(cells, rows, looks, { own: [], isCrossed }, font);
}

/**
 * Empties the cells of a column of ours and gives back what they looked like. Travels with the caller's request.
 * @param cells all of the column, its header and totals among them
 * @returns parts whose cells are as Excel makes them now, and the font they are to have
 */
export function giveBackCells(
  cells: Excel.Range,
  rows: number,
  looks: KeptLooks | undefined,
  rules: RulesOn,
  font: Font | undefined,
): readonly { readonly range: Excel.Range; readonly font: Font }[] {
  const stay = rulesBefore(looks ?? {}, rules);
  if (looks === undefined && !rules.isCrossed) {
    cells.dataValidation.clear();
    cells.conditionalFormats.clearAll();
    cells.clear();
    return font === undefined ? [] : [{ range: cells, font }];
  }
  for (const rule of rules.own) if (!stay.has(rule.id)) rule.delete();
  cells.clear('Contents');
  if (looks === undefined) {
    cells.dataValidation.clear();
    // Unlike clearing formats this leaves rules of the user's that reach over the column alone.
    cells.style = 'Normal';
    return font === undefined ? [] : [{ range: cells, font }];
  }
  const bare: { range: Excel.Range; font: Font }[] = [];
  const giveBack = (range: Excel.Range, look: Look) => {
    wear(range, look);
    if (look.isBare && look.font !== undefined) bare.push({ range, font: look.font });
  };
  const header = cells.getCell(0, 0);
  if (looks.header !== undefined) giveBack(header, looks.header);
  header.numberFormat = everywhere(looks.headerFormat);
  if (rows === 0) return bare;
  const body = cells.getCell(1, 0).getResizedRange(rows - 1, 0);
  // What was not kept loses at least what is ours.
  if (looks.isPartial === true) wear(body, PLAIN);
  looks.body.forEach(({ from, rows: count, look }, n) => {
    // Rows that came since look like the last ones.
    const size = n === looks.body.length - 1 ? rows - from : Math.min(count, rows - from);
    if (size > 0) giveBack(body.getCell(from, 0).getResizedRange(size - 1, 0), look);
  });
  const { formats } = looks;
  body.numberFormat =
    typeof formats === 'string'
      ? everywhere(formats)
      : Array.from({ length: rows }, (_, r) => [formats[r] ?? formats.at(-1) ?? 'General']);
  const { dataValidation } = body;
  dataValidation.clear();
  for (const { from, rows: count, validation } of validationsNow(
    looks,
    Int32Array.from({ length: rows }, (_, r) => r),
  ))
    if (validation !== null)
      validate(body.getCell(from, 0).getResizedRange(count - 1, 0).dataValidation, validation);
  return bare;
}

/** What we have changed of the looks of cells goes back to what it was; the rest was never touched. */
function wear(range: Excel.Range, look: Look): void {
  const { fill, color, bold, isBare } = look;
  const { format } = range;
  if (isBare) range.style = 'Normal';
  if (fill !== '') format.fill.color = fill;
  else if (!isBare) format.fill.clear();
  if (!isBare || color !== BLACK) format.font.color = color;
  if (!isBare || bold) format.font.bold = bold;
}

/** Where a sheet has another font than the workbook, cells that were cleared have that of the workbook. */
export async function giveBackFonts(
  context: Excel.RequestContext,
  cleared: readonly { readonly range: Excel.Range; readonly font: Font }[],
): Promise<void> {
  if (cleared.length === 0) return;
  for (const { range } of cleared) range.format.font.load('name,size');
  await context.sync();
  const wrong = cleared.filter(
    ({ range: { format }, font }) => format.font.name !== font.name || format.font.size !== font.size,
  );
  for (const {
    range: { format },
    font,
  } of wrong) {
    format.font.name = font.name;
    format.font.size = font.size;
  }
  if (wrong.length > 0) await context.sync();
}
