import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { fillMarks } from './marks';
import { mergeElement, type MergeRules } from './merge';
import type { Origin } from './open-book';
import type { PackageEdit } from './package-edit';
import { nameKey, STATES, workbookFrame, WORKBOOK_ORDER } from './write-workbook';
import { escapeXml } from './xml';
import {
  attributesOf,
  childNamed,
  childrenOf,
  inPrefix,
  prefixOf,
  relationIn,
  rootOf,
  textOfPiece,
  withAttribute,
} from './xml-pieces';

/** A sheet in the list of the workbook part; without a model it is of another kind, such as a chart sheet. */
interface Listed {
  readonly sheet: Sheet | undefined;
  readonly xml: string;
}

/**
 * Writes the workbook part: the list of sheets, names, what is shown first, and that Excel calculates on opening.
 * @param paths the part of each sheet, in order.
 */
export async function writeWorkbookPart(
  book: Book,
  origin: Origin,
  edit: PackageEdit,
  paths: ReadonlyMap<Sheet, string>,
  haveCellsChanged: boolean,
): Promise<void> {
  const { workbookPath } = origin;
  const before = (await edit.text(workbookPath)) ?? '';
  const pathOf = new Map((await edit.relationships(workbookPath)).map(({ id, target }) => [id, target]));
  const sheetAt = new Map([...origin.sheets].map(([id, { path }]) => [path, id]));
  const there = listOf(before).map((xml) => {
    const id = sheetAt.get(pathOf.get(relationIn(xml) ?? '') ?? '');
    return { id, xml };
  });
  const listed = await newList(book, edit, workbookPath, there, paths);
  for (const { id, xml } of there)
    if (id !== undefined && !book.sheetWithId(id)) await edit.unrelate(workbookPath, relationIn(xml) ?? '');
  const onDropped = edit.dropping(workbookPath);
  there
    .filter(({ id }) => id !== undefined && !book.sheetWithId(id))
    .forEach(({ xml: gone }) => {
      onDropped(gone);
    });
  let xml = withNames(before, book, origin, there, listed, onDropped);
  xml = withSheets(xml, listed);
  xml = withActive(
    xml,
    listed.findIndex(({ sheet }) => sheet === book.activeSheet),
  );
  if (haveCellsChanged || xml !== before) {
    xml = withCalculation(xml);
    const chain = (await edit.relationships(workbookPath)).find(({ kind }) => kind === 'calcChain');
    // Excel makes the order of calculation anew.
    if (chain) await edit.unrelate(workbookPath, chain.id);
  }
  if (xml !== before) edit.set(workbookPath, edit.inOwnNamespaces(xml));
}

function listOf(workbook: string): string[] {
  const sheets = childNamed(workbook, 'sheets');
  return sheets ? childrenOf(workbook, sheets).map((piece) => textOfPiece(workbook, piece)) : [];
}

/** Worksheets in the order of the book; a sheet of another kind stays behind the one it stood behind. */
async function newList(
  book: Book,
  edit: PackageEdit,
  workbookPath: string,
  there: readonly { readonly id: string | undefined; readonly xml: string }[],
  paths: ReadonlyMap<Sheet, string>,
): Promise<Listed[]> {
  let nextId = Math.max(0, ...there.map(({ xml }) => Number(attributesOf(xml).get('sheetId')))) + 1;
  const listed: Listed[] = [];
  for (const sheet of book.sheets) {
    const known = there.find(({ id }) => id === sheet.id);
    if (known) {
      listed.push({ sheet, xml: renamed(known.xml, sheet) });
      continue;
    }
    const relation = await edit.relate(workbookPath, 'worksheet', paths.get(sheet) ?? '');
    const xml =
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${nextId++}"${STATES[sheet.visibility]}` +
      ` xmlns:r="${edit.inOwnNamespaces('http://schemas.openxmlformats.org/officeDocument/2006/relationships')}" r:id="${relation}"/>`;
    listed.push({ sheet, xml });
  }
  there.forEach(({ id, xml }, i) => {
    if (id !== undefined) return;
    const previous = there
      .slice(0, i)
      .reverse()
      .find((other) => listed.some(({ xml: known }) => relationIn(known) === relationIn(other.xml)));
    const at = previous
      ? listed.findIndex(({ xml: known }) => relationIn(known) === relationIn(previous.xml))
      : -1;
    listed.splice(at + 1, 0, { sheet: undefined, xml });
  });
  return listed;
}

function renamed(tag: string, sheet: Sheet): string {
  const attributes = attributesOf(tag);
  let result = tag;
  if (attributes.get('name') !== escapeXml(sheet.name))
    result = withAttribute(result, 'name', escapeXml(sheet.name));
  const state = /"(.*)"/.exec(STATES[sheet.visibility])?.[1];
  const stateThen = attributes.get('state');
  if ((stateThen === 'visible' ? undefined : stateThen) !== state)
    result = withAttribute(result, 'state', state);
  return result;
}

function withSheets(workbook: string, listed: readonly Listed[]): string {
  const sheets = childNamed(workbook, 'sheets');
  if (!sheets) return workbook;
  const before = listOf(workbook);
  if (before.length === listed.length && listed.every(({ xml }, i) => xml === before[i])) return workbook;
  const { tag, innerStart, innerEnd } = rootOf(workbook);
  // New sheets declare the prefix of their relation themselves, unless the part does.
  const own = attributesOf(tag).has('xmlns:r') && innerStart < innerEnd;
  const prefix = prefixOf(tag);
  const items = listed.map(({ xml }) =>
    inPrefix(own ? withAttribute(xml, 'xmlns:r', undefined) : xml, prefix),
  );
  return `${workbook.slice(0, sheets.start)}<${prefix}sheets>${items.join('')}</${prefix}sheets>${workbook.slice(sheets.end)}`;
}

/** Names as the model has them; those it knows nothing of stay, and find their sheet where it stands now. */
function withNames(
  workbook: string,
  book: Book,
  origin: Origin,
  there: readonly { readonly id: string | undefined; readonly xml: string }[],
  listed: readonly Listed[],
  onDropped: (text: string) => void,
): string {
  const rules: MergeRules = {
    onDropped,
    key: ({ name, tag }) => {
      if (name !== 'definedName') return undefined;
      const local = attributesOf(tag).get('localSheetId');
      const sheet = local === undefined ? undefined : (there[Number(local)]?.id ?? `other ${local}`);
      return nameKey(attributesOf(tag).get('name') ?? '', sheet);
    },
    order: { workbook: WORKBOOK_ORDER },
  };
  const places = new Map<number, number>();
  there.forEach(({ id, xml }, i) => {
    const at = listed.findIndex((item) =>
      id === undefined ? item.sheet === undefined && item.xml === xml : item.sheet?.id === id,
    );
    places.set(i, at);
  });
  const isMoved = [...places].some(([was, at]) => was !== at);
  const placed = isMoved ? moved(workbook, places, onDropped) : workbook;
  const merged = mergeElement(
    placed,
    origin.workbook,
    workbookFrame(book),
    isMoved ? rulesMoved(rules, listed) : rules,
  );
  const names = childNamed(merged, 'definedNames');
  const tidy =
    names && childrenOf(merged, names).length === 0
      ? merged.slice(0, names.start) + merged.slice(names.end)
      : merged;
  return fillMarks(tidy, (thing) =>
    String(listed.findIndex(({ sheet }) => `sheet ${sheet?.id ?? ''}` === thing)),
  );
}

/** After names were pointed to the new places of their sheets. */
function rulesMoved(rules: MergeRules, listed: readonly Listed[]): MergeRules {
  return {
    ...rules,
    key: ({ name, tag }) => {
      if (name !== 'definedName') return undefined;
      const local = attributesOf(tag).get('localSheetId');
      const sheet = local === undefined ? undefined : (listed[Number(local)]?.sheet?.id ?? `other ${local}`);
      return nameKey(attributesOf(tag).get('name') ?? '', sheet);
    },
  };
}

/** Points the names of single sheets to where these stand now; those of deleted sheets go. */
function moved(
  workbook: string,
  places: ReadonlyMap<number, number>,
  onDropped: (text: string) => void,
): string {
  const names = childNamed(workbook, 'definedNames');
  if (!names) return workbook;
  const items = childrenOf(workbook, names).map((piece) => {
    const local = attributesOf(piece.tag).get('localSheetId');
    const text = textOfPiece(workbook, piece);
    const at = local === undefined ? undefined : places.get(Number(local));
    if (at === undefined || String(at) === local) return text;
    if (at < 0) onDropped(text);
    return at < 0 ? '' : withAttribute(piece.tag, 'localSheetId', String(at)) + text.slice(piece.tag.length);
  });
  return workbook.slice(0, names.innerStart) + items.join('') + workbook.slice(names.innerEnd);
}

function withActive(workbook: string, active: number): string {
  const views = childNamed(workbook, 'bookViews');
  const view = views && childrenOf(workbook, views)[0];
  if (!view) return workbook;
  const before = Number(attributesOf(view.tag).get('activeTab') ?? 0);
  if (before === active || active < 0) return workbook;
  const tag = withAttribute(view.tag, 'activeTab', String(active));
  return workbook.slice(0, view.start) + tag + workbook.slice(view.start + view.tag.length);
}

/** Excel calculates once on opening: its own figures, not ours. */
function withCalculation(workbook: string): string {
  const known = childNamed(workbook, 'calcPr');
  if (known) {
    const tag = withAttribute(known.tag, 'fullCalcOnLoad', '1');
    return workbook.slice(0, known.start) + tag + workbook.slice(known.start + known.tag.length);
  }
  const root = rootOf(workbook);
  const later = WORKBOOK_ORDER.slice(WORKBOOK_ORDER.indexOf('calcPr') + 1);
  const next = childrenOf(workbook, root).find(({ name }) => later.includes(name));
  const at = next?.start ?? root.innerEnd;
  return `${workbook.slice(0, at)}<${prefixOf(root.tag)}calcPr fullCalcOnLoad="1"/>${workbook.slice(at)}`;
}
