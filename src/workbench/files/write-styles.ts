import { BooleanNumber, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IStyleData } from '@univerjs/core';
import { GENERAL } from '../grid/cell-value';
import { baseOf, isUnlocked } from '../grid/cell-style';
import type { ConditionalLook } from '../model/conditional-format';
import { mergeElement, type MergeRules } from './merge';
import {
  BORDER_NAMES,
  BUILT_IN_FORMATS,
  HORIZONTAL_NAMES,
  INDENT_PIXELS,
  VERTICAL_NAMES,
} from './style-codes';
import { escapeXml } from './xml';
import {
  attributesOf,
  childrenOf,
  inPrefix,
  prefixOf,
  rootOf,
  textOfPiece,
  withAttribute,
} from './xml-pieces';

const FIRST_OWN_FORMAT = 164;
const rgb = (color: string) => `FF${color.replace('#', '').toUpperCase()}`;

/** The lists of a styles part that we add to, in the order the schema asks for. */
const LISTS = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
] as const;
type ListName = (typeof LISTS)[number];

const RULES: MergeRules = {
  key: () => '',
  order: {
    font: [
      'b',
      'i',
      'strike',
      'condense',
      'extend',
      'outline',
      'shadow',
      'u',
      'vertAlign',
      'sz',
      'color',
      'name',
      'family',
      'charset',
      'scheme',
    ],
    border: ['start', 'left', 'end', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'],
    xf: ['alignment', 'protection', 'extLst'],
  },
};

/** Equal elements are written once; their place is their index. */
class ElementList {
  readonly items: string[];
  readonly there: number;
  private readonly indexes = new Map<string, number>();

  constructor(items: readonly string[]) {
    this.items = [...items];
    this.there = items.length;
    items.forEach((xml, i) => {
      if (!this.indexes.has(xml)) this.indexes.set(xml, i);
    });
  }

  add(xml: string): number {
    const known = this.indexes.get(xml);
    if (known !== undefined) return known;
    this.indexes.set(xml, this.items.length);
    return this.items.push(xml) - 1;
  }
}

/**
 * The styles part of a file, and what is added to it. What stands there keeps its index and its bytes; a format that
 * came from one of the file differs from it only in what was changed.
 */
export class StyleSheet {
  private readonly lists: Readonly<Record<ListName, ElementList>>;
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /** @param styles what the model read of the file's cell formats, by index. */
  constructor(
    private readonly xml: string,
    private readonly styles: readonly IStyleData[],
  ) {
    const sections = childrenOf(xml);
    const list = (name: ListName) => {
      const section = sections.find((piece) => piece.name === name);
      return new ElementList(section ? childrenOf(xml, section).map((piece) => textOfPiece(xml, piece)) : []);
    };
    this.lists = Object.fromEntries(LISTS.map((name) => [name, list(name)])) as Record<ListName, ElementList>;
    for (const item of this.lists.numFmts.items) {
      const attributes = attributesOf(item);
      this.formats.set(attributes.get('formatCode') ?? '', Number(attributes.get('numFmtId')));
    }
  }

  /**
   * Index of the format of a cell.
   * @param quoted whether the cell holds text that would be read as something else when it is typed again;
   * undefined leaves that to the format.
   */
  cell(id: string, style: IStyleData, quoted?: boolean): number {
    const key = `${String(quoted)} ${id}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.xf(id, style, quoted);
      this.known.set(key, index);
    }
    return index;
  }

  /** Index of the look of a conditional format. */
  look(xml: string): number {
    return this.lists.dxfs.add(inPrefix(xml, prefixOf(rootOf(this.xml).tag)));
  }

  private xf(id: string, style: IStyleData, quoted: boolean | undefined): number {
    const { cellXfs } = this.lists;
    const at = baseOf(style) ?? 0;
    const base = cellXfs.items[at] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    const isAsRead = id === '' || id === `file${at}`;
    const isQuoted = attributesOf(base).get('quotePrefix') === '1';
    if (isAsRead && (quoted === undefined || quoted === isQuoted)) return at;
    let xml = isAsRead ? base : this.changed(base, this.styles[at] ?? {}, style);
    if (quoted !== undefined && quoted !== isQuoted) {
      const { tag, end } = rootOf(xml);
      xml = withAttribute(tag, 'quotePrefix', quoted ? '1' : undefined) + xml.slice(tag.length, end);
    }
    return cellXfs.add(xml);
  }

  /** The format of the file with what differs from how it was read. */
  private changed(base: string, was: IStyleData, now: IStyleData): string {
    const { fonts, fills, borders } = this.lists;
    const prefix = prefixOf(rootOf(this.xml).tag);
    const attributes = attributesOf(rootOf(base).tag);
    const piece = (list: ElementList, name: string, render: (style: IStyleData) => string): string => {
      const own = list.items[Number(attributes.get(name) ?? 0)] ?? inPrefix(render(was), prefix);
      return ofOneColor(mergeElement(own, render(was), render(now), RULES));
    };
    const set: [name: string, index: number, apply: string][] = [];
    if (fontXml(was) !== fontXml(now))
      set.push(['fontId', fonts.add(piece(fonts, 'fontId', fontXml)), 'applyFont']);
    if (fillXml(was) !== fillXml(now))
      set.push(['fillId', fills.add(inPrefix(fillXml(now), prefix)), 'applyFill']);
    if (borderXml(was.bd) !== borderXml(now.bd))
      set.push([
        'borderId',
        borders.add(piece(borders, 'borderId', (style) => borderXml(style.bd))),
        'applyBorder',
      ]);
    const pattern = now.n?.pattern ?? GENERAL;
    if ((was.n?.pattern ?? GENERAL) !== pattern)
      set.push(['numFmtId', this.formatId(pattern), 'applyNumberFormat']);
    const xf = (style: IStyleData) =>
      `<xf>${alignmentXml(style)}${isUnlocked(style) ? '<protection locked="0"/>' : ''}</xf>`;
    let xml = mergeElement(base, xf(was), xf(now), RULES);
    let { tag } = rootOf(xml);
    const { length } = tag;
    for (const [name, index, apply] of set)
      tag = withAttribute(withAttribute(tag, name, String(index)), apply, '1');
    if (alignmentXml(was) !== alignmentXml(now)) tag = withAttribute(tag, 'applyAlignment', '1');
    if (isUnlocked(was) !== isUnlocked(now)) tag = withAttribute(tag, 'applyProtection', '1');
    xml = tag + xml.slice(length);
    return xml;
  }

  private formatId(pattern: string): number {
    if (pattern === GENERAL || pattern === '') return 0;
    const builtIn = Object.entries(BUILT_IN_FORMATS).find(([, code]) => code === pattern);
    if (builtIn) return Number(builtIn[0]);
    const code = escapeXml(pattern);
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(code, id);
    this.lists.numFmts.add(
      inPrefix(`<numFmt numFmtId="${id}" formatCode="${code}"/>`, prefixOf(rootOf(this.xml).tag)),
    );
    return id;
  }

  /** The part with what was added; the text it came from if nothing was. */
  toXml(): string {
    const root = rootOf(this.xml);
    const prefix = prefixOf(root.tag);
    return [...LISTS].reverse().reduce((xml, name) => {
      const { items, there } = this.lists[name];
      if (items.length === there) return xml;
      const added = items.slice(there).join('');
      const sections = childrenOf(xml);
      const section = sections.find((piece) => piece.name === name);
      if (section && section.innerEnd > section.innerStart) {
        const tag = withAttribute(section.tag, 'count', String(items.length));
        return `${xml.slice(0, section.start)}${tag}${xml.slice(section.innerStart, section.innerEnd)}${added}${xml.slice(section.innerEnd)}`;
      }
      const whole = `<${prefix}${name} count="${items.length}">${added}</${prefix}${name}>`;
      if (section) return xml.slice(0, section.start) + whole + xml.slice(section.end);
      const later: readonly string[] = LISTS.slice(LISTS.indexOf(name) + 1);
      const next = sections.find(
        (piece) => later.includes(piece.name) || !LISTS.includes(piece.name as ListName),
      );
      const at = next?.start ?? root.innerEnd;
      return xml.slice(0, at) + whole + xml.slice(at);
    }, this.xml);
  }
}

/** A colour that was given anew is no shade of the theme any more: programs differ in which of two they draw. */
const ofOneColor = (xml: string): string =>
  xml.replace(/<((?:\w+:)?color)\b[^>]*\brgb="[^"]*"[^>]*>/g, (tag) =>
    ['theme', 'tint', 'indexed', 'auto'].reduce((rest, name) => withAttribute(rest, name, undefined), tag),
  );

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

function borderXml(border: IStyleData['bd']): string {
  const edge = (name: string, key: keyof IBorderData) => {
    const line = border ? border[key] : undefined;
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

/** The look of a conditional format, as the styles part holds it. */
export function lookXml({ fill, font }: ConditionalLook): string {
  const on = (tag: string, value: boolean | undefined) =>
    value === undefined ? '' : `<${tag} val="${value ? 1 : 0}"/>`;
  const inner = [
    on('b', font.bold),
    on('i', font.italic),
    on('strike', font.strikethrough),
    font.color === undefined ? '' : `<color rgb="${rgb(font.color)}"/>`,
  ].join('');
  const ground = fill.color === undefined ? '' : rgb(fill.color);
  const filled =
    ground === ''
      ? ''
      : `<fill><patternFill patternType="solid"><fgColor rgb="${ground}"/><bgColor rgb="${ground}"/></patternFill></fill>`;
  return `<dxf>${inner === '' ? '' : `<font>${inner}</font>`}${filled}</dxf>`;
}
