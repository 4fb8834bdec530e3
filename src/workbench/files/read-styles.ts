import { BooleanNumber, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IStyleData } from '@univerjs/core';
import type { ConditionalLook } from '../model/conditional-format';
import type { CellStyle } from '../grid/cell-style';
import { GENERAL } from '../grid/cell-value';
import { readColor } from './colors';
import {
  BORDER_NAMES,
  BUILT_IN_FORMATS,
  HORIZONTAL_NAMES,
  INDENT_PIXELS,
  VERTICAL_NAMES,
} from './style-codes';
import { attribute, child, children, flag, numberAttribute } from './xml';
import type { XmlNode } from './xml';

/** The styles of a file: cell formats by index, and formats of conditional formats by index. */
export interface FileStyles {
  readonly styles: readonly IStyleData[];
  readonly looks: readonly ConditionalLook[];
}

export function readStyles(root: XmlNode | undefined, theme: readonly string[]): FileStyles {
  const formats = new Map<number, string>(
    Object.entries(BUILT_IN_FORMATS).map(([id, code]) => [Number(id), code]),
  );
  for (const node of children(child(root, 'numFmts'), 'numFmt')) {
    formats.set(numberAttribute(node, 'numFmtId') ?? -1, attribute(node, 'formatCode') ?? GENERAL);
  }
  const part = (
    collection: string,
    item: string,
    read: (node: XmlNode, theme: readonly string[]) => IStyleData,
  ) => children(child(root, collection), item).map((node) => read(node, theme));
  const fonts = part('fonts', 'font', readFont);
  const fills = part('fills', 'fill', readFill);
  const borders = part('borders', 'border', readBorder);
  const styles = children(child(root, 'cellXfs'), 'xf').map((xf): CellStyle => {
    const format = formats.get(numberAttribute(xf, 'numFmtId') ?? 0) ?? GENERAL;
    const fontIndex = numberAttribute(xf, 'fontId') ?? 0;
    return {
      // The first font is the workbook's default: naming it in every cell would say nothing.
      ...(fontIndex === 0 ? {} : withoutDefaults(fonts[fontIndex], fonts[0])),
      ...fills[numberAttribute(xf, 'fillId') ?? 0],
      ...borders[numberAttribute(xf, 'borderId') ?? 0],
      ...readAlignment(child(xf, 'alignment')),
      ...(format === GENERAL ? {} : { n: { pattern: format } }),
      ...(flag(child(xf, 'protection'), 'locked', true) ? {} : { unlocked: true }),
    };
  });
  const looks = children(child(root, 'dxfs'), 'dxf').map((dxf) => readLook(dxf, theme));
  return { styles, looks };
}

function withoutDefaults(font: IStyleData | undefined, first: IStyleData | undefined): IStyleData {
  if (!font) return {};
  const entries = Object.entries(font).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(first?.[key as keyof IStyleData]),
  );
  return Object.fromEntries(entries);
}

/** `<b/>` is true, `<b val="0"/>` is not. */
const isOn = (node: XmlNode | undefined) => node !== undefined && flag(node, 'val', true);

function readFont(font: XmlNode, theme: readonly string[]): IStyleData {
  const color = readColor(child(font, 'color'), theme);
  const size = numberAttribute(child(font, 'sz'), 'val');
  const name = attribute(child(font, 'name'), 'val');
  const underline = child(font, 'u');
  return {
    ...(name === undefined ? {} : { ff: name }),
    ...(size === undefined ? {} : { fs: size }),
    ...(isOn(child(font, 'b')) ? { bl: BooleanNumber.TRUE } : {}),
    ...(isOn(child(font, 'i')) ? { it: BooleanNumber.TRUE } : {}),
    ...(isOn(child(font, 'strike')) ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(underline && attribute(underline, 'val') !== 'none' ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(color === undefined ? {} : { cl: { rgb: color } }),
  };
}

function readFill(fill: XmlNode, theme: readonly string[]): IStyleData {
  const pattern = child(fill, 'patternFill');
  const type = attribute(pattern, 'patternType') ?? 'none';
  if (type === 'none' || type === 'gray125') return {};
  const color = readColor(child(pattern, 'fgColor'), theme);
  return color === undefined ? {} : { bg: { rgb: color } };
}

function readBorder(border: XmlNode, theme: readonly string[]): IStyleData {
  const edges: [keyof IBorderData, string][] = [
    ['l', 'left'],
    ['r', 'right'],
    ['t', 'top'],
    ['b', 'bottom'],
  ];
  const data: IBorderData = {};
  for (const [key, name] of edges) {
    const edge = child(border, name);
    const style = BORDER_NAMES.find(([known]) => known === attribute(edge, 'style'));
    if (style) data[key] = { s: style[1], cl: { rgb: readColor(child(edge, 'color'), theme) ?? '#000000' } };
  }
  return Object.keys(data).length > 0 ? { bd: data } : {};
}

function readAlignment(alignment: XmlNode | undefined): IStyleData {
  if (!alignment) return {};
  const horizontal = HORIZONTAL_NAMES.find(([name]) => name === attribute(alignment, 'horizontal'));
  const vertical = VERTICAL_NAMES.find(([name]) => name === attribute(alignment, 'vertical'));
  const indent = numberAttribute(alignment, 'indent') ?? 0;
  return {
    ...(horizontal ? { ht: horizontal[1] } : {}),
    ...(vertical ? { vt: vertical[1] } : {}),
    ...rotation(numberAttribute(alignment, 'textRotation')),
    ...(flag(alignment, 'wrapText') ? { tb: WrapStrategy.WRAP } : {}),
    ...(indent > 0 ? { pd: { l: indent * INDENT_PIXELS } } : {}),
  };
}

/** Degrees up are 1 to 90 in files, degrees down 91 to 180, and 255 stands letters on top of each other. */
function rotation(degrees: number | undefined): IStyleData {
  if (!degrees) return {};
  if (degrees === 255) return { tr: { a: 0, v: BooleanNumber.TRUE } };
  return { tr: { a: degrees <= 90 ? -degrees : degrees - 90 } };
}

/** The look of a conditional format. Its fill colour stands where a cell's pattern colour does not. */
function readLook(dxf: XmlNode, theme: readonly string[]): ConditionalLook {
  const font = child(dxf, 'font');
  const pattern = child(child(dxf, 'fill'), 'patternFill');
  const fill = readColor(child(pattern, 'bgColor'), theme) ?? readColor(child(pattern, 'fgColor'), theme);
  const color = readColor(child(font, 'color'), theme);
  const on = (name: string) => (child(font, name) ? isOn(child(font, name)) : undefined);
  const set = { color, bold: on('b'), italic: on('i'), strikethrough: on('strike') };
  return {
    fill: fill === undefined ? {} : { color: fill },
    font: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
  };
}
