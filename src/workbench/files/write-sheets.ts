import { formatRect, parseAddress } from '../grid/address';
import { bounding, rectOf } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { fillMarks, marksIn } from './marks';
import { mergeElement, mergeTag, withoutKeys, type MergeRules } from './merge';
import { CellMerger, type CellTools } from './merge-cells';
import { sheetsThatFollow } from './following';
import type { Origin, SheetThen } from './open-book';
import type { PackageEdit } from './package-edit';
import { columnTags, sheetFrame, SHEET_ORDER } from './write-sheet';
import { TABLE_RULES, tableXml } from './write-table';
import {
  attributesOf,
  childrenOf,
  inPrefix,
  piecesIn,
  prefixOf,
  relationIn,
  rootOf,
  withAttribute,
} from './xml-pieces';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Elements that may not stand without children. */
const NEVER_EMPTY = ['cols', 'mergeCells', 'dataValidations', 'hyperlinks', 'tableParts', 'sheetPr'];
/** Elements that say how many children they have. */
const COUNTED = ['mergeCells', 'dataValidations', 'tableParts'];

/** Writes the sheets of a book over those of its file. */
export class SheetWriter {
  /** Whether any cell is other than in the file. */
  haveCellsChanged = false;
  private nextTable: number | undefined;
  private readonly following: ReadonlySet<Sheet>;

  constructor(
    private readonly book: Book,
    private readonly origin: Origin,
    private readonly edit: PackageEdit,
    private readonly tools: CellTools,
  ) {
    this.following = sheetsThatFollow(book, (sheet) => origin.sheets.has(sheet.id));
  }

  /** Writes a sheet, or leaves its part as it is; answers the path of the part. */
  async write(sheet: Sheet): Promise<string> {
    const then = this.origin.sheets.get(sheet.id);
    const path = then?.path ?? this.edit.freePath('xl/worksheets/sheet#.xml');
    const before = then ? ((await this.edit.text(path)) ?? '') : EMPTY;
    if (!then) this.edit.add(path, `${MAIN}.worksheet+xml`, before);
    const frame = await this.frame(sheet, path, before, then);
    const after = this.withCells(sheet, frame, before, then);
    if (after !== before) this.edit.set(path, this.edit.inOwnNamespaces(after));
    await this.letGoOfTables(path, before, after);
    for (const table of this.book.tables.filter((known) => known.sheet === sheet))
      await this.writeTable(table);
    return path;
  }

  // — All but the cells —

  private async frame(
    sheet: Sheet,
    path: string,
    before: string,
    then: SheetThen | undefined,
  ): Promise<string> {
    const was = then?.frame ?? '<worksheet/>';
    const now = sheetFrame(this.book, sheet, then?.hasDrawing ?? false);
    const columns = columnTags(sheet);
    let xml = before;
    if (was !== now) {
      const relations = new Map((await this.edit.relationships(path)).map(({ id, target }) => [id, target]));
      xml = mergeElement(xml, was, now, rulesFor(relations, this.edit.dropping(path)));
      if (paneOf(was) !== paneOf(now)) xml = xml.replace(/<(?:\w+:)?selection\b[^>]*\bpane=[^>]*\/>/g, '');
      xml = withoutExtended(xml, was, now);
    }
    if (!sameColumns(then?.columns, columns)) xml = withColumns(xml, then?.columns ?? new Map(), columns);
    if (xml === before) return xml;
    xml = await this.filled(sheet, path, xml);
    return tidied(xml);
  }

  /** Puts what is only known now in the place of its marks. */
  private async filled(sheet: Sheet, path: string, marked: string): Promise<string> {
    let xml = marked.replace(/<((?:\w+:)?cfRule)\b(?![^>]*\bpriority=)/g, `<$1 priority="${NO_PRIORITY}"`);
    const values = new Map<string, string>();
    for (const thing of marksIn(xml)) {
      const [kind = '', ...rest] = thing.split(' ');
      const what = rest.join(' ');
      const value = await this.valueOf(sheet, path, kind, what);
      if (value !== undefined) values.set(thing, value);
    }
    let priority = Math.max(0, ...Array.from(xml.matchAll(/\bpriority="(\d+)"/g), ([, n]) => Number(n)));
    xml = fillMarks(xml, (thing) => (thing === 'priority' ? String(++priority) : (values.get(thing) ?? '')));
    xml = xml.replace(new RegExp(`priority="${NO_PRIORITY}"`, 'g'), () => `priority="${++priority}"`);
    return values.size > 0 && /\br:id=/.test(xml) ? withRelationPrefix(xml) : xml;
  }

  private async valueOf(sheet: Sheet, path: string, kind: string, what: string): Promise<string | undefined> {
    const { edit } = this;
    if (kind === 'link') return edit.relateOutside(path, 'hyperlink', what);
    if (kind === 'look') return String(this.tools.styles.look(what));
    if (kind === 'drawing') {
      const drawing = edit.freePath('xl/drawings/drawing#.xml');
      edit.add(drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml', '');
      return edit.relate(path, 'drawing', drawing);
    }
    if (kind === 'table') {
      const table = this.book.tables.find(({ id }) => id === what);
      if (!table) return undefined;
      if (table.path !== undefined) return edit.relate(path, 'table', table.path);
      const id = await this.freeTableId();
      const part = edit.freePath('xl/tables/table#.xml');
      edit.add(part, `${MAIN}.table+xml`, withoutKeys(tableXml(table, String(id))));
      return edit.relate(path, 'table', part);
    }
    if (kind !== 'style') return undefined;
    const style = sheet.cells.styleById(what);
    return String(style ? this.tools.styles.cell(what, style) : 0);
  }

  private async freeTableId(): Promise<number> {
    if (this.nextTable === undefined) {
      const paths = this.edit.source.paths.filter((path) => /(^|\/)tables\/[^/]*\.xml$/i.test(path));
      let most = 0;
      for (const path of paths) {
        const id = Number(
          attributesOf(rootOf((await this.edit.source.text(path)) ?? '<table/>').tag).get('id'),
        );
        if (id > most) most = id;
      }
      this.nextTable = most + 1;
    }
    return this.nextTable++;
  }

  /** Tables that are none any more: as long as they were related to the sheet they would be read again. */
  private async letGoOfTables(path: string, before: string, after: string): Promise<void> {
    const now = new Set(tablePartsIn(after));
    for (const id of tablePartsIn(before)) if (!now.has(id)) await this.edit.unrelate(path, id);
  }

  private async writeTable(table: Table): Promise<void> {
    const was = this.origin.tables.get(table);
    const before = table.path === undefined ? undefined : await this.edit.text(table.path);
    if (was === undefined || before === undefined || table.path === undefined) return;
    const now = tableXml(table, table.id);
    if (now === was) return;
    const merged = mergeElement(before, bare(was), bare(now), {
      ...TABLE_RULES,
      onDropped: this.edit.dropping(table.path),
    });
    this.edit.set(table.path, counted(merged, ['tableColumns']));
  }

  // — Cells —

  private withCells(sheet: Sheet, frame: string, before: string, then: SheetThen | undefined): string {
    const pieces = childrenOf(frame);
    const data = pieces.find(({ name }) => name === 'sheetData');
    const prefix = prefixOf(data?.tag ?? rootOf(frame).tag);
    const text = { xml: frame, from: data?.innerStart ?? 0, to: data?.innerEnd ?? 0, prefix };
    const merger = new CellMerger(
      this.book,
      sheet,
      text,
      this.tools,
      then?.tables ?? [],
      !this.following.has(sheet),
    );
    const { rows, lastRow, lastColumn, isChanged } = merger.write();
    if (!isChanged && (data || frame === before)) return frame;
    if (isChanged) this.haveCellsChanged = true;
    const whole = rows === '' ? `<${prefix}sheetData/>` : `<${prefix}sheetData>${rows}</${prefix}sheetData>`;
    const at = data ?? placeBefore(frame, pieces, 'sheetData');
    const head = frame.slice(0, at.start);
    return withDimension(head, frame, lastRow, lastColumn) + whole + frame.slice(at.end);
  }
}

const EMPTY = `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData/></worksheet>`;
const NO_PRIORITY = '\ue0fe';

/** Ids of the relations by which a sheet names its tables. */
const tablePartsIn = (xml: string): string[] =>
  childrenOf(xml).flatMap((piece) =>
    piece.name === 'tableParts' ? childrenOf(xml, piece).flatMap(({ tag }) => relationIn(tag) ?? []) : [],
  );

const bare = (xml: string) => xml.slice(xml.indexOf('<table'));

function rulesFor(relations: ReadonlyMap<string, string>, onDropped: (text: string) => void): MergeRules {
  return {
    onDropped,
    key: ({ name, tag }, ordinal) => {
      if (name === 'tablePart') return relations.get(relationIn(tag) ?? '') ?? String(ordinal);
      if (name === 'mergeCell') return attributesOf(tag).get('ref');
      return REPEATED.has(name) ? String(ordinal) : undefined;
    },
    order: {
      worksheet: SHEET_ORDER,
      sheetPr: ['tabColor', 'outlinePr', 'pageSetUpPr'],
      sheetView: ['pane', 'selection', 'pivotSelection'],
    },
  };
}

/** Elements that stand several times in one parent. */
const REPEATED = new Set(
  'conditionalFormatting cfRule dataValidation hyperlink sheetView selection formula cfvo color ext'.split(
    ' ',
  ),
);

const paneOf = (frame: string) => /<pane\b[^>]*>/.exec(frame)?.[0];

/** Rules of the extension list that have changed stand among the others now. */
function withoutExtended(xml: string, was: string, now: string): string {
  const keyed = (frame: string) =>
    new Map(
      Array.from(frame.matchAll(/<dataValidation key="x(\d+)".*?<\/dataValidation>/gs), ([text, n]) => [
        Number(n),
        text,
      ]),
    );
  const after = keyed(now);
  const gone = new Set([...keyed(was)].filter(([n, text]) => after.get(n) !== text).map(([n]) => n));
  if (gone.size === 0) return xml;
  let n = -1;
  return xml
    .replace(/<(x14:)dataValidation\b.*?<\/x14:dataValidation>/gs, (text) => (gone.has(++n) ? '' : text))
    .replace(/<x14:dataValidations\b[^>]*>\s*<\/x14:dataValidations>/g, '')
    .replace(/(<x14:dataValidations\b[^>]*?) count="\d+"/g, '$1');
}

const sameColumns = (a: ReadonlyMap<number, string> | undefined, b: ReadonlyMap<number, string>): boolean =>
  (a?.size ?? 0) === b.size && [...b].every(([column, tag]) => a?.get(column) === tag);

/** The columns of the file, cut where one of them has changed. */
function withColumns(
  xml: string,
  was: ReadonlyMap<number, string>,
  now: ReadonlyMap<number, string>,
): string {
  const pieces = childrenOf(xml);
  const cols = pieces.find(({ name }) => name === 'cols');
  const spans = (cols ? childrenOf(xml, cols) : []).map(({ tag }) => {
    const attributes = attributesOf(tag);
    return { min: Number(attributes.get('min')), max: Number(attributes.get('max')), tag };
  });
  const changed = [...new Set([...was.keys(), ...now.keys()])].filter(
    (column) => was.get(column) !== now.get(column),
  );
  for (const column of changed) {
    const number = column + 1;
    const at = spans.findIndex(({ min, max }) => min <= number && number <= max);
    const span = spans[at];
    const plain = span?.tag ?? `<col min="${number}" max="${number}"/>`;
    const tag = mergeTag(plain, rangeless(was.get(column)), rangeless(now.get(column)));
    const cut = span
      ? [
          { min: span.min, max: number - 1, tag: span.tag },
          { min: number, max: number, tag },
          { min: number + 1, max: span.max, tag: span.tag },
        ].filter(({ min, max }) => min <= max)
      : [{ min: number, max: number, tag }];
    spans.splice(at < 0 ? spans.length : at, at < 0 ? 0 : 1, ...cut);
  }
  spans.sort((a, b) => a.min - b.min);
  const prefix = prefixOf(rootOf(xml).tag);
  const inner = spans
    .map(({ min, max, tag }) => withAttribute(withAttribute(tag, 'min', String(min)), 'max', String(max)))
    .map((tag) => (tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`))
    .map((tag) => inPrefix(tag, tag.startsWith(`<${prefix}`) && prefix !== '' ? '' : prefix))
    .join('');
  const at = cols ?? placeBefore(xml, pieces, 'cols');
  return `${xml.slice(0, at.start)}<${prefix}cols>${inner}</${prefix}cols>${xml.slice(at.end)}`;
}

const rangeless = (tag = '<col/>') => withAttribute(withAttribute(tag, 'min', undefined), 'max', undefined);

/** Where an element that is not there yet belongs. */
function placeBefore(
  xml: string,
  pieces: ReturnType<typeof childrenOf>,
  name: string,
): { start: number; end: number } {
  const rank = SHEET_ORDER.indexOf(name);
  const next = pieces.find((piece) => SHEET_ORDER.indexOf(piece.name) > rank);
  const start = next?.start ?? rootOf(xml).innerEnd;
  return { start, end: start };
}

function withDimension(head: string, frame: string, lastRow: number, lastColumn: number): string {
  const last = lastRow < 0 ? undefined : rectOf(lastRow, lastColumn);
  const known = childrenOf(frame).find(({ name }) => name === 'dimension');
  const before = known && parseAddress(attributesOf(known.tag).get('ref') ?? '')?.rect;
  if (!known || !last) return head;
  const ref = formatRect(before ? bounding(before, last) : bounding(rectOf(0, 0), last));
  return head.slice(0, known.start) + withAttribute(known.tag, 'ref', ref) + head.slice(known.end);
}

function withRelationPrefix(xml: string): string {
  const { tag, start } = rootOf(xml);
  if (attributesOf(tag).has('xmlns:r')) return xml;
  return xml.slice(0, start) + withAttribute(tag, 'xmlns:r', RELATIONS) + xml.slice(start + tag.length);
}

/** No element that may not be empty is, and those that count say the right number. */
function tidied(xml: string): string {
  const root = rootOf(xml);
  const empty = childrenOf(xml, root).filter(
    (piece) =>
      NEVER_EMPTY.includes(piece.name) &&
      xml.slice(piece.innerStart, piece.innerEnd).trim() === '' &&
      (piece.name !== 'sheetPr' || attributesOf(piece.tag).size === 0),
  );
  let result = xml;
  for (const { start, end } of empty.reverse()) result = result.slice(0, start) + result.slice(end);
  return counted(result, COUNTED);
}

function counted(xml: string, names: readonly string[]): string {
  return childrenOf(xml)
    .filter(({ name }) => names.includes(name))
    .reverse()
    .reduce((result, piece) => {
      const count = piecesIn(result, piece.innerStart, piece.innerEnd).length;
      const tag = withAttribute(piece.tag, 'count', String(count));
      return result.slice(0, piece.start) + tag + result.slice(piece.start + piece.tag.length);
    }, xml);
}
