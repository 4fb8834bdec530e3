import { formatAddress, formatRect, parseAddress, quoteSheetName } from '../grid/address';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { toFileFormula } from './file-formula';
import { KEY, mark } from './marks';
import { escapeAttribute, escapeFormula, escapeXml } from './xml';

export const STATES = { Visible: '', Hidden: ' state="hidden"', VeryHidden: ' state="veryHidden"' } as const;
const MODES = { Automatic: 'auto', AutomaticExceptTables: 'autoNoTable', Manual: 'manual' } as const;

/** A defined name: which one it is, and its element without the place of its sheet. */
interface NameElement {
  readonly name: string;
  readonly sheet: Sheet | undefined;
  readonly xml: string;
}

/**
 * The workbook part as far as the model knows it, without its sheets. Names of one sheet say which by its id: places
 * change.
 */
export function workbookFrame(book: Book): string {
  return [
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    book.structureProtected ? '<workbookProtection lockStructure="1"/>' : '',
    '<definedNames>',
    ...definedNames(book).map(({ xml }) => xml),
    '</definedNames>',
    `<calcPr calcMode="${MODES[book.calculation.mode]}"/>`,
    '</workbook>',
  ].join('');
}

/** The order of the elements of the workbook part (ECMA-376 part 1, 18.2.27). */
export const WORKBOOK_ORDER = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences ' +
  'definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing ' +
  'fileRecoveryPr webPublishObjects extLst'
).split(' ');

export const nameKey = (name: string, sheetId: string | undefined): string =>
  escapeXml(`${name.toLowerCase()} ${sheetId ?? ''}`);

function definedNames(book: Book): NameElement[] {
  const names: NameElement[] = [];
  const add = (name: string, sheet: Sheet | undefined, text: string, extra = '') => {
    const local = sheet ? ` localSheetId="${mark(`sheet ${sheet.id}`)}"` : '';
    const xml = `<definedName ${KEY}="${nameKey(name, sheet?.id)}" name="${escapeXml(name)}"${local}${extra}>${escapeFormula(text)}</definedName>`;
    names.push({ name, sheet, xml });
  };
  for (const { name, scope, formula, comment, visible } of book.names.all()) {
    const sheet = scope === undefined ? undefined : book.sheetWithId(scope);
    const extra =
      (comment === '' ? '' : ` comment="${escapeAttribute(comment)}"`) + (visible ? '' : ' hidden="1"');
    add(name, sheet, toFileFormula(formula, undefined), extra);
  }
  for (const sheet of book.sheets) {
    const { printArea, titleRows, titleColumns } = sheet.pageLayout;
    if (printArea !== undefined) add('_xlnm.Print_Area', sheet, absolute(sheet, printArea.split(',')));
    const titles = [titleColumns, titleRows].filter((text) => text !== undefined);
    if (titles.length > 0) add('_xlnm.Print_Titles', sheet, absolute(sheet, titles));
  }
  return names;
}

function absolute(sheet: Sheet, addresses: readonly string[]): string {
  return addresses
    .flatMap((text) => {
      const rect = parseAddress(text)?.rect;
      if (!rect) return [];
      const whole = formatRect(rect, { absolute: true });
      return /^\$\d/.test(whole)
        ? [`${quoteSheetName(sheet.name)}!${whole}`]
        : [formatAddress(sheet.name, rect, { absolute: true })];
    })
    .join(',');
}
