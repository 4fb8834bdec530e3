import { BooleanNumber, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IStyleData } from '@univerjs/core';
import { GENERAL } from '../grid/cell-value';
import type { ConditionalLook } from '../model/conditional-format';
import {
  BORDER_NAMES,
  BUILT_IN_FORMATS,
  HORIZONTAL_NAMES,
  INDENT_PIXELS,
  VERTICAL_NAMES,
} from './style-codes';
import { escapeXml } from './xml';

/** Equal elements are written once; their place is their index. */
class ElementTable {
  private readonly indexes = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const xml of first) this.add(xml);
  }

  add(xml: string): number {
    const known = this.indexes.get(xml);
    if (known !== undefined) return known;
    this.indexes.set(xml, this.indexes.size);
    return this.indexes.size - 1;
  }

  toXml(name: string): string {
    return `<${name} count="${this.indexes.size}">${[...this.indexes.keys()].join('')}</${name}>`;
  }
}

const DEFAULT_FONT =
  '<font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font>';
const FIRST_OWN_FORMAT = 164;

const rgb = (color: string) => `FF${color.replace('#', '').toUpperCase()}`;

/** Collects the styles of a workbook into the styles part. */
export class StyleSheet {
  private readonly fonts = new ElementTable([DEFAULT_FONT]);
  private readonly fills = new ElementTable([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly borders = new ElementTable(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  private readonly formats = new Map<string, number>();
  private readonly xfs = new ElementTable(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  private readonly dxfs: string[] = [];
  private readonly known = new Map<string, number>();

  /** Index of a cell format. */
  add(style: IStyleData, unlocked = false): number {
    const key = `${unlocked ? 'u' : ''}${JSON.stringify(style)}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.xfs.add(this.xf(style, unlocked));
      this.known.set(key, index);
    }
    return index;
  }

  /** Index of the look of a conditional format. */
  addLook(look: ConditionalLook): number {
    this.dxfs.push(lookXml(look));
    return this.dxfs.length - 1;
  }

  private xf(style: IStyleData, unlocked: boolean): string {
    const format = this.formatId(style.n?.pattern ?? GENERAL);
    const font = this.fonts.add(fontXml(style));
    const fill = this.fills.add(fillXml(style));
    const border = this.borders.add(borderXml(style.bd ?? undefined));
    const inner = alignmentXml(style) + (unlocked ? '<protection locked="0"/>' : '');
    const applied = [
      format > 0 ? ' applyNumberFormat="1"' : '',
      font > 0 ? ' applyFont="1"' : '',
      fill > 0 ? ' applyFill="1"' : '',
      border > 0 ? ' applyBorder="1"' : '',
      inner.includes('<alignment') ? ' applyAlignment="1"' : '',
      unlocked ? ' applyProtection="1"' : '',
    ].join('');
    const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
    return inner === '' ? `<xf ${ids}${applied}/>` : `<xf ${ids}${applied}>${inner}</xf>`;
  }

  private formatId(pattern: string): number {
    if (pattern === GENERAL || pattern === '') return 0;
    const builtIn = Object.entries(BUILT_IN_FORMATS).find(([, code]) => code === pattern);
    if (builtIn) return Number(builtIn[0]);
    const known = this.formats.get(pattern);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(pattern, id);
    return id;
  }

  toXml(): string {
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
    );
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      this.fonts.toXml('fonts') +
      this.fills.toXml('fills') +
      this.borders.toXml('borders') +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.xfs.toXml('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      `<dxfs count="${this.dxfs.length}">${this.dxfs.join('')}</dxfs>` +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      '</styleSheet>'
    );
  }
}

function fontXml(style: IStyleData): string {
  const on = (value: unknown, tag: string) => (value === BooleanNumber.TRUE ? `<${tag}/>` : '');
  return (
    '<font>' +
    on(style.bl, 'b') +
    on(style.it, 'i') +
    on(style.st?.s, 'strike') +
    on(style.ul?.s, 'u') +
    `<sz val="${style.fs ?? 11}"/>` +
    `<color rgb="${rgb(style.cl?.rgb ?? '#000000')}"/>` +
    `<name val="${escapeXml(style.ff ?? 'Calibri')}"/><family val="2"/>` +
    '</font>'
  );
}

function fillXml(style: IStyleData): string {
  const color = style.bg?.rgb;
  if (!color) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(border: IBorderData | undefined): string {
  const edge = (name: string, key: keyof IBorderData) => {
    const line = border?.[key];
    const style = line && BORDER_NAMES.find(([, code]) => code === line.s);
    if (!style) return `<${name}/>`;
    return `<${name} style="${style[0]}"><color rgb="${rgb(line.cl.rgb ?? '#000000')}"/></${name}>`;
  };
  return `<border>${edge('left', 'l')}${edge('right', 'r')}${edge('top', 't')}${edge('bottom', 'b')}<diagonal/></border>`;
}

function alignmentXml(style: IStyleData): string {
  const horizontal = HORIZONTAL_NAMES.find(([, code]) => code === style.ht)?.[0];
  const vertical = VERTICAL_NAMES.find(([, code]) => code === style.vt)?.[0];
  const indent = Math.round((style.pd?.l ?? 0) / INDENT_PIXELS);
  const attributes = [
    // An indent needs a side to count from.
    horizontal ? ` horizontal="${horizontal}"` : indent > 0 ? ' horizontal="left"' : '',
    vertical ? ` vertical="${vertical}"` : '',
    rotated(style),
    style.tb === WrapStrategy.WRAP ? ' wrapText="1"' : '',
    indent > 0 ? ` indent="${indent}"` : '',
  ].join('');
  return attributes === '' ? '' : `<alignment${attributes}/>`;
}

function rotated({ tr }: IStyleData): string {
  if (!tr) return '';
  const degrees = tr.v === BooleanNumber.TRUE ? 255 : tr.a <= 0 ? -tr.a : tr.a + 90;
  return degrees === 0 ? '' : ` textRotation="${degrees}"`;
}

function lookXml(look: ConditionalLook): string {
  const font = [
    look.bold === undefined ? '' : `<b val="${look.bold ? 1 : 0}"/>`,
    look.italic === undefined ? '' : `<i val="${look.italic ? 1 : 0}"/>`,
    look.strikethrough === undefined ? '' : `<strike val="${look.strikethrough ? 1 : 0}"/>`,
    look.underline === undefined || look.underline === 'None' ? '' : '<u/>',
    look.fontColor === undefined ? '' : `<color rgb="${rgb(look.fontColor)}"/>`,
  ].join('');
  const format =
    look.numberFormat === undefined
      ? ''
      : `<numFmt numFmtId="${FIRST_OWN_FORMAT}" formatCode="${escapeXml(look.numberFormat)}"/>`;
  const fill =
    look.fill === undefined
      ? ''
      : `<fill><patternFill patternType="solid"><fgColor rgb="${rgb(look.fill)}"/><bgColor rgb="${rgb(look.fill)}"/></patternFill></fill>`;
  const edges = [
    ['left', 'EdgeLeft'],
    ['right', 'EdgeRight'],
    ['top', 'EdgeTop'],
    ['bottom', 'EdgeBottom'],
  ].map(([tag = '', side = '']) => {
    const line = look.borders[side];
    return line && line.style !== 'None'
      ? `<${tag} style="thin"><color rgb="${rgb(line.color)}"/></${tag}>`
      : `<${tag}/>`;
  });
  const border = Object.keys(look.borders).length > 0 ? `<border>${edges.join('')}</border>` : '';
  return `<dxf>${font === '' ? '' : `<font>${font}</font>`}${format}${fill}${border}</dxf>`;
}
