import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { blankPackage } from './blank';
import { lostBetween, type Loss } from './compare';
import { originOf, type Origin } from './open-book';
import { PackageEdit } from './package-edit';
import { SharedStrings } from './shared-strings';
import { writeCharts } from './write-drawings';
import { SheetWriter } from './write-sheets';
import { StyleSheet } from './write-styles';
import { writeWorkbookPart } from './write-workbook-part';

export const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface WrittenBook {
  readonly bytes: Uint8Array;
  /** What the file held and this one does not. */
  readonly lost: readonly Loss[];
}

/**
 * Packs a workbook: what it was opened from, with what has changed in it. Parts that say nothing else than before go
 * through byte for byte; Excel calculates once on opening, where anything has changed.
 * @param now the time a new workbook names as its own.
 * @param macros whether the file may hold macros: a `.xlsx` may not.
 */
export async function writeXlsx(book: Book, now: Date, macros = false): Promise<WrittenBook> {
  const origin = originOf(book) ?? (await emptyOrigin(now));
  const edit = await PackageEdit.over(origin.parts, origin.workbookPath);
  const before = await edit.reachable();
  const relations = await edit.relationships(origin.workbookPath);
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.target;
  const stylesPath = partOf('styles') ?? 'xl/styles.xml';
  const stylesXml = (await edit.text(stylesPath)) ?? (await blankStyles());
  const styles = new StyleSheet(stylesXml, origin.styles);
  const strings = new SharedStrings(origin.cellSource.sharedStrings.length);
  const writer = new SheetWriter(book, origin, edit, { styles, strings, source: origin.cellSource });
  const paths = new Map<Sheet, string>();
  for (const sheet of book.sheets) paths.set(sheet, await writer.write(sheet));
  for (const [sheet, path] of paths) await writeCharts(edit, sheet, path, origin.sheets.get(sheet.id));
  await writeWorkbookPart(book, origin, edit, paths, writer.haveCellsChanged);
  const styled = styles.toXml();
  if (styled !== stylesXml || partOf('styles') === undefined) {
    if (partOf('styles') !== undefined) edit.set(stylesPath, styled);
    else {
      edit.add(stylesPath, `${MAIN}.styles+xml`, styled);
      await edit.relate(origin.workbookPath, 'styles', stylesPath);
    }
  }
  if (!strings.isEmpty) await writeStrings(edit, origin, strings, partOf('sharedStrings'));
  await edit.settleType(origin.workbookPath, macros);
  await edit.removeUnreachable(before);
  const lost = await lostBetween(book, edit);
  return { bytes: await edit.pack(), lost };
}

async function writeStrings(
  edit: PackageEdit,
  origin: Origin,
  strings: SharedStrings,
  path: string | undefined,
): Promise<void> {
  const xml = path === undefined ? undefined : await edit.text(path);
  if (path !== undefined && xml !== undefined) {
    edit.set(path, strings.appendTo(xml));
    return;
  }
  const usual = 'xl/sharedStrings.xml';
  const made = edit.has(usual) ? edit.freePath('xl/sharedStrings#.xml') : usual;
  const empty = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>';
  edit.add(made, `${MAIN}.sharedStrings+xml`, strings.appendTo(empty));
  await edit.relate(origin.workbookPath, 'sharedStrings', made);
}

async function emptyOrigin(now: Date): Promise<Origin> {
  const blank = await blankPackage(now);
  return {
    ...blank,
    styles: [],
    sheets: new Map(),
    tables: new Map(),
    workbook: '<workbook><definedNames/></workbook>',
  };
}

const blankStyles = async () => (await (await blankPackage(new Date(0))).parts.text('xl/styles.xml')) ?? '';
