import { formatAddress, formatRect, parseAddress, quoteSheetName } from '../grid/address';
import type { Book } from '../model/book';
import type { CustomPropertyValue } from '../model/properties';
import type { Sheet } from '../model/sheet';
import { toFileFormula } from './file-formula';
import { escapeXml } from './xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const STATES = { Visible: '', Hidden: ' state="hidden"', VeryHidden: ' state="veryHidden"' } as const;
const MODES = { Automatic: 'auto', AutomaticExceptTables: 'autoNoTable', Manual: 'manual' } as const;

/** The workbook part; sheet n has relationship `rId` n. */
export function workbookXml(book: Book): string {
  const sheets = book.sheets.map(
    (sheet, i) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}"${STATES[sheet.visibility]} r:id="rId${i + 1}"/>`,
  );
  const names = definedNames(book);
  return [
    HEAD,
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<workbookPr/>',
    book.structureProtected ? '<workbookProtection lockStructure="1"/>' : '',
    `<bookViews><workbookView activeTab="${book.sheets.indexOf(book.activeSheet)}"/></bookViews>`,
    `<sheets>${sheets.join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    // Excel calculates once on opening: its own figures, not ours.
    `<calcPr calcId="191029" calcMode="${MODES[book.calculation.mode]}" fullCalcOnLoad="1"/>`,
    '</workbook>',
  ].join('');
}

function definedNames(book: Book): string[] {
  const names: { key: string; xml: string }[] = [];
  const add = (name: string, sheet: Sheet | undefined, text: string, extra = '') => {
    const local = sheet ? ` localSheetId="${book.sheets.indexOf(sheet)}"` : '';
    const xml = `<definedName name="${escapeXml(name)}"${local}${extra}>${escapeXml(text)}</definedName>`;
    names.push({ key: name.toLowerCase(), xml });
  };
  for (const { name, scope, formula, comment, visible } of book.names.all()) {
    const sheet = scope === undefined ? undefined : book.sheetWithId(scope);
    const extra = (comment === '' ? '' : ` comment="${escapeXml(comment)}"`) + (visible ? '' : ' hidden="1"');
    add(name, sheet, toFileFormula(formula, undefined), extra);
  }
  for (const sheet of book.sheets) {
    const { printArea, titleRows, titleColumns } = sheet.pageLayout;
    if (printArea !== undefined) add('_xlnm.Print_Area', sheet, absolute(sheet, printArea.split(',')));
    const titles = [titleColumns, titleRows].filter((text) => text !== undefined);
    if (titles.length > 0) add('_xlnm.Print_Titles', sheet, absolute(sheet, titles));
  }
  // Excel wants them sorted.
  return names.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ xml }) => xml);
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

export function coreXml(book: Book, now: Date): string {
  const { title, subject, author, keywords, comments, category, creationDate } = book.properties;
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const element = (name: string, text: string) =>
    text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', title) +
    element('dc:subject', subject) +
    element('dc:creator', author) +
    element('cp:keywords', keywords) +
    element('dc:description', comments) +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(creationDate)}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>` +
    element('cp:category', category) +
    '</cp:coreProperties>'
  );
}

export function appXml(book: Book): string {
  const { manager, company } = book.properties;
  const element = (name: string, text: string) =>
    text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
  return (
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Application>Microsoft Excel</Application>${element('Manager', manager)}${element('Company', company)}</Properties>`
  );
}

/** The format id that Office gives every custom property. */
const PROPERTY_FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export function customXml(properties: ReadonlyMap<string, CustomPropertyValue>): string {
  const items = [...properties].map(
    ([name, value], i) =>
      `<property fmtid="${PROPERTY_FORMAT}" pid="${i + 2}" name="${escapeXml(name)}">${propertyXml(value)}</property>`,
  );
  return (
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
    ` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${items.join('')}</Properties>`
  );
}

function propertyXml(value: CustomPropertyValue): string {
  if (typeof value === 'boolean') return `<vt:bool>${String(value)}</vt:bool>`;
  if (typeof value === 'string') return `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`;
  return Number.isInteger(value) && Math.abs(value) < 2_147_483_648
    ? `<vt:i4>${value}</vt:i4>`
    : `<vt:r8>${value}</vt:r8>`;
}
