import JSZip from 'jszip';
import { WorkbookPackage } from './package';
import type { OpenedPackage } from './read-xlsx';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const type = (path: string, kind: string) => `<Override PartName="/${path}" ContentType="${kind}"/>`;
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
const relations = (...items: string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;

const color = (name: string, rgb: string) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
const font = (kind: string, name: string) =>
  `<a:${kind}><a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/></a:${kind}>`;
const three = (name: string, item: string) => `<a:${name}>${item.repeat(3)}</a:${name}>`;
const PLACEHOLDER = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

/** Office's theme: charts and table styles take their colours from one. */
const THEME =
  `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>` +
  '<a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>' +
  '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
  `${color('dk2', '44546A')}${color('lt2', 'E7E6E6')}${color('accent1', '4472C4')}${color('accent2', 'ED7D31')}` +
  `${color('accent3', 'A5A5A5')}${color('accent4', 'FFC000')}${color('accent5', '5B9BD5')}${color('accent6', '70AD47')}` +
  `${color('hlink', '0563C1')}${color('folHlink', '954F72')}</a:clrScheme>` +
  `<a:fontScheme name="Office">${font('majorFont', 'Calibri Light')}${font('minorFont', 'Calibri')}</a:fontScheme>` +
  '<a:fmtScheme name="Office">' +
  three('fillStyleLst', PLACEHOLDER) +
  three('lnStyleLst', `<a:ln w="6350">${PLACEHOLDER}<a:prstDash val="solid"/></a:ln>`) +
  three('effectStyleLst', '<a:effectStyle><a:effectLst/></a:effectStyle>') +
  three('bgFillStyleLst', PLACEHOLDER) +
  '</a:fmtScheme></a:themeElements></a:theme>';

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="1"><font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>' +
  '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>';

/** A package without sheets: what a workbook that came from no file is written into. */
export async function blankPackage(created: Date): Promise<OpenedPackage> {
  const time = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      type('xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`) +
      type('xl/styles.xml', `${TYPES}.spreadsheetml.styles+xml`) +
      type('xl/theme/theme1.xml', `${TYPES}.theme+xml`) +
      type('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      `${type('docProps/app.xml', `${TYPES}.extended-properties+xml`)}</Types>`,
    '_rels/.rels': relations(
      relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      relation('rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'),
    ),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView/></bookViews>` +
      '<sheets></sheets><calcPr calcId="191029"/></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', `${OFFICE}/styles`, 'styles.xml'),
      relation('rId2', `${OFFICE}/theme`, 'theme/theme1.xml'),
    ),
    'xl/styles.xml': STYLES,
    'xl/theme/theme1.xml': THEME,
    'docProps/core.xml':
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
      ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
    'docProps/app.xml':
      `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
      '<Application>Microsoft Excel</Application></Properties>',
  };
  const zip = new JSZip();
  for (const [path, text] of Object.entries(parts)) zip.file(path, text);
  const bytes = await zip.generateAsync({ type: 'uint8array' });
  return {
    parts: await WorkbookPackage.open(bytes),
    workbookPath: 'xl/workbook.xml',
    cellSource: { sharedStrings: [], date1904: false, isDateStyle: () => false },
  };
}
