import type { Book } from '../model/book';
import { originOf, type Origin } from './open-book';
import { reachableFrom, type PackageEdit } from './package-edit';

/** Something of one kind that a file held and its copy does not. */
export interface Loss {
  /** The part, and what of it: `xl/worksheets/sheet1.xml sheetProtection@password`, or the part alone. */
  readonly what: string;
  readonly count: number;
}

/** Parts that are made anew: Excel's order of calculation says nothing of the workbook. */
const MADE_ANEW = /(^|\/)calcChain\.xml$|^\[Content_Types\]\.xml$|\.rels$/i;

/**
 * What the copy of a book lacks of the file it came from. Nothing is known beforehand: the two packages are compared,
 * part by part, element by element, attribute by attribute. What was taken out on purpose is no loss.
 * @param copy what is about to be packed; it knows which elements the book no longer has.
 */
export async function lostBetween(book: Book, copy: PackageEdit): Promise<Loss[]> {
  const origin = originOf(book);
  if (!origin) return [];
  const { parts } = origin;
  const meant = await stillMeant(book, origin, copy);
  const lost: Loss[] = [];
  for (const path of parts.paths) {
    if (MADE_ANEW.test(path) || !meant(path) || copy.isAsItWas(path)) continue;
    if (!copy.has(path)) {
      lost.push({ what: path, count: 1 });
      continue;
    }
    const after = new Map<string, number>();
    take(after, (await copy.text(path)) ?? '');
    for (const text of copy.dropped.get(path) ?? []) take(after, text);
    const before = new Map<string, number>();
    take(before, (await parts.text(path)) ?? '');
    for (const [what, count] of before) {
      const missing = count - (after.get(what) ?? 0);
      if (missing > 0) lost.push({ what: `${path} ${what}`, count: missing });
    }
  }
  return lost;
}

/** Whether a part should be there still: it is not one of a sheet, table or chart that was deleted. */
async function stillMeant(
  book: Book,
  { parts, sheets, tables }: Origin,
  copy: PackageEdit,
): Promise<(path: string) => boolean> {
  const gone = new Set([...sheets].flatMap(([id, { path }]) => (book.sheetWithId(id) ? [] : [path])));
  for (const table of tables.keys())
    if (table.path !== undefined && !book.tables.includes(table)) gone.add(table.path);
  const before = await reachableFrom((path) => parts.relationships(path));
  const after = await reachableFrom(async (path) => {
    const relations = (await parts.relationships(path)).filter(({ target }) => !gone.has(target));
    if (!/drawings\/[^/]*\.xml$/i.test(path)) return relations;
    // Charts leave their drawing only when they are deleted.
    const kept = new Set((await copy.relationships(path)).map(({ id }) => id));
    return relations.filter(({ kind, id }) => !/^chart/i.test(kind) || kept.has(id));
  });
  return (path) => after.has(path) || !before.has(path);
}

const TAG = /<((?:[\w-]+:)?[\w-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const NAME = /([\w:-]+)\s*=/g;

/**
 * Counts the elements of a text, and their attributes. Cells are left out: each is kept to the byte, or replaced
 * because the book holds something else there.
 */
function take(counts: Map<string, number>, xml: string): void {
  const start = xml.search(/<(?:\w+:)?sheetData[\s>]/);
  const end = start < 0 ? -1 : xml.search(/<\/(?:\w+:)?sheetData>/);
  const text = end < 0 ? xml : xml.slice(0, start) + xml.slice(end);
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const [, element = '', attributes = ''] of text.matchAll(TAG)) {
    add(element);
    for (const [, name = ''] of attributes.replace(/"[^"]*"|'[^']*'/g, '').matchAll(NAME))
      if (!name.startsWith('xmlns')) add(`${element}@${name}`);
  }
}
