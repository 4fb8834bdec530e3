import { eachInTurn } from './cells';
import { cut, isWhole, marked, readHead, readPieces, unmarked, writePieces, type Head } from './store-pieces';

/**
 * JSON that travels with the workbook, in a very hidden sheet of ours. It is written whole beside what was there
 * before, and only then the old goes: a break leaves the one or the other. Settings of the add-in are not used:
 * they end at 2 MB and Macs have lost them on reopening.
 */
const SCHEMA = 2;

interface StoreHead extends Head {
  readonly schema: number;
}

/** Two places on the sheet, used in turn: their first columns. */
const PLACES = [0, 3] as const;
/** Entry under which something small of ours is kept by its name. */
export const savedKey = (key: string): string => `saved:${key}`;

/** Entry that stands for what could not be read. */
export const UNREADABLE = 'unreadable';

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly exists: boolean;
  readonly heads: readonly (StoreHead | undefined)[];
  /** The first form: rows of key and piece from the top, without a head. */
  readonly isFirstForm: boolean;
}

/** A store's sheet, and the cells that say what is on it. */
interface Top {
  readonly sheet: Excel.Worksheet;
  readonly top: Excel.Range;
}

/** Asks for them with the caller's next request. */
function askTop(context: Excel.RequestContext, sheetName: string): Top {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load('name,visibility');
  const top = sheet.getRangeByIndexes(0, 0, 1, 6);
  top.load('values');
  return { sheet, top };
}

/** What they say. */
function foundAt({ sheet, top }: Top): Found {
  if (sheet.isNullObject) return { sheet, exists: false, heads: [], isFirstForm: false };
  const row = top.values[0] ?? [];
  const heads = PLACES.map((column) => readHead<StoreHead>(row[column]));
  const isFirstForm = heads[0] === undefined && unmarked(row[0]) !== '' && unmarked(row[1]) !== '';
  return { sheet, exists: true, heads, isFirstForm };
}

async function find(context: Excel.RequestContext, sheetName: string): Promise<Found> {
  const top = askTop(context, sheetName);
  await context.sync();
  return foundAt(top);
}

/** What the store holds. Where nothing whole is left it holds `UNREADABLE` alone. */
export async function readStore(
  context: Excel.RequestContext,
  sheetName: string,
): Promise<Map<string, unknown>> {
  return (await openStore(context, sheetName)).entries;
}

/** What was read last, by its checksum: a look asks for many entries, and the store seldom changes between them. */
let last: { readonly sha256: string; readonly text: string } | undefined;

/** What a store holds, and in which of its two places. */
export interface OpenStore {
  readonly entries: Map<string, unknown>;
  readonly place: number;
}

export async function openStore(context: Excel.RequestContext, sheetName: string): Promise<OpenStore> {
  const open = askStore(context, sheetName);
  await context.sync();
  return open();
}

/** Asks for a store with the caller's next request; it can be opened when that is answered. */
export function askStore(context: Excel.RequestContext, sheetName: string): () => Promise<OpenStore> {
  const top = askTop(context, sheetName);
  return () => openFound(context, foundAt(top));
}

async function openFound(
  context: Excel.RequestContext,
  { sheet, exists, heads, isFirstForm }: Found,
): Promise<OpenStore> {
  if (!exists) return { entries: new Map(), place: 0 };
  if (isFirstForm) return { entries: await firstForm(context, sheet), place: 0 };
  const texts: string[] = [];
  await eachInTurn(heads, async (head, place) => {
    if (head === undefined || texts.length > 0) return;
    if (head.sha256 === last?.sha256) {
      texts[place] = last.text;
      return;
    }
    const text = await readPieces(context, sheet, PLACES[place] ?? 0, head.pieces);
    if (!isWhole(head, text)) return;
    texts[place] = text;
    last = { sha256: head.sha256, text };
  });
  const place = texts[0] === undefined ? 1 : 0;
  const text = texts[place];
  if (text !== undefined) return { entries: new Map(JSON.parse(text) as [string, unknown][]), place };
  const isDamaged = heads.some((head) => head !== undefined);
  return { entries: new Map(isDamaged ? [[UNREADABLE, true]] : []), place: 0 };
}

/**
 * Replaces all that the store holds. The sheet is made when first needed; an empty store removes it.
 * @param place the one to end in, where it matters; else the other than now
 */
export async function writeStore(
  context: Excel.RequestContext,
  sheetName: string,
  entries: ReadonlyMap<string, unknown>,
  place?: number,
): Promise<void> {
  const { sheet: found, exists, heads, isFirstForm } = await find(context, sheetName);
  if (entries.size === 0) {
    if (exists) await removeSheet(context, found);
    return;
  }
  const sheet = exists ? found : context.workbook.worksheets.add(sheetName);
  // Where the structure of the workbook is protected this alone would be refused.
  if (!exists || found.visibility !== 'VeryHidden') sheet.visibility = 'VeryHidden';
  const next = isFirstForm || heads[0] !== undefined ? 1 : 0;
  const { pieces, head } = cut(JSON.stringify([...entries].filter(([key]) => key !== UNREADABLE)));
  await writePieces(context, sheet, PLACES[next], pieces);
  const said: StoreHead = { schema: SCHEMA, ...head };
  sheet.getRangeByIndexes(0, PLACES[next], 1, 1).values = [[marked(JSON.stringify(said))]];
  sheet
    .getRangeByIndexes(0, PLACES[1 - next] ?? 0, 1, 2)
    .getEntireColumn()
    .clear('Contents');
  await context.sync();
  if (place !== undefined && place !== next) await writeStore(context, sheetName, entries);
}

/** The first form of the store: one entry's JSON over rows with its key. What is torn is left out. */
async function firstForm(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<Map<string, unknown>> {
  const used = sheet.getUsedRange(true);
  used.load('values');
  await context.sync();
  const text = new Map<string, string>();
  for (const [key, piece] of used.values)
    text.set(unmarked(key), (text.get(unmarked(key)) ?? '') + unmarked(piece));
  const entries = new Map<string, unknown>();
  for (const [key, json] of text) {
    try {
      entries.set(key, JSON.parse(json));
    } catch {
      entries.set(UNREADABLE, true);
    }
  }
  return entries;
}

/** A very hidden sheet cannot be deleted as such in every host: show it, then delete. */
async function removeSheet(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.visibility = 'Hidden';
  sheet.delete();
  await context.sync();
}
