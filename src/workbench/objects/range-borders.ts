import { BorderStyleTypes } from '@univerjs/core';
import type { IBorderData } from '@univerjs/core';
import { lastColumn, lastRow, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asColor, asInteger, asOneOf } from './arguments';
import { patch } from './formatted';
import type { Formatted } from './formatted';

/** `Excel.BorderIndex`, in the order of the collection. */
const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
export type BorderEdge = (typeof EDGES)[number];

/** Line styles by `Excel.BorderLineStyle` and `Excel.BorderWeight`. */
const LINES: readonly (readonly [style: string, weight: string, line: BorderStyleTypes])[] = [
  ['None', 'Thin', BorderStyleTypes.NONE],
  ['Continuous', 'Thin', BorderStyleTypes.THIN],
  ['Continuous', 'Hairline', BorderStyleTypes.HAIR],
  ['Continuous', 'Medium', BorderStyleTypes.MEDIUM],
  ['Continuous', 'Thick', BorderStyleTypes.THICK],
  ['Dash', 'Thin', BorderStyleTypes.DASHED],
  ['Dash', 'Medium', BorderStyleTypes.MEDIUM_DASHED],
  ['DashDot', 'Thin', BorderStyleTypes.DASH_DOT],
  ['DashDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT],
  ['DashDotDot', 'Thin', BorderStyleTypes.DASH_DOT_DOT],
  ['DashDotDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ['Dot', 'Thin', BorderStyleTypes.DOTTED],
  ['Double', 'Thick', BorderStyleTypes.DOUBLE],
  ['SlantDashDot', 'Medium', BorderStyleTypes.SLANT_DASH_DOT],
];

export class RangeBorderCollection implements WireObject {
  static readonly wire = wire<RangeBorderCollection>('RangeBorderCollection', {
    scalars: ['count'],
    methods: ['getItem', 'getItemAt'],
  });

  constructor(private readonly of: Formatted) {}

  get count(): number {
    return EDGES.length;
  }

  items(): RangeBorder[] {
    return EDGES.map((edge) => new RangeBorder(this.of, edge));
  }

  getItem(edge: unknown): RangeBorder {
    return new RangeBorder(this.of, asOneOf(edge, EDGES));
  }

  getItemAt(index: unknown): RangeBorder {
    const edge = EDGES[asInteger(index)];
    if (!edge) throw hostErrors.invalidArgument();
    return new RangeBorder(this.of, edge);
  }
}

/** Cells along an edge and the side of each that lies on it. */
function edgeParts({ rect }: Formatted, edge: BorderEdge): { rect: Rect; side: keyof IBorderData }[] {
  const { row, column, rows, columns } = rect;
  switch (edge) {
    case 'EdgeTop':
      return [{ rect: rectOf(row, column, 1, columns), side: 't' }];
    case 'EdgeBottom':
      return [{ rect: rectOf(lastRow(rect), column, 1, columns), side: 'b' }];
    case 'EdgeLeft':
      return [{ rect: rectOf(row, column, rows, 1), side: 'l' }];
    case 'EdgeRight':
      return [{ rect: rectOf(row, lastColumn(rect), rows, 1), side: 'r' }];
    case 'InsideHorizontal':
      return rows > 1 ? [{ rect: rectOf(row, column, rows - 1, columns), side: 'b' }] : [];
    case 'InsideVertical':
      return columns > 1 ? [{ rect: rectOf(row, column, rows, columns - 1), side: 'r' }] : [];
    case 'DiagonalDown':
      return [{ rect, side: 'tl_br' }];
    case 'DiagonalUp':
      return [{ rect, side: 'bl_tr' }];
  }
}

export class RangeBorder implements WireObject {
  static readonly wire = wire<RangeBorder>('RangeBorder', {
    scalars: ['sideIndex', 'style', 'weight', 'color'],
  });

  constructor(
    private readonly of: Formatted,
    readonly sideIndex: BorderEdge,
  ) {}

  private line(): { style: string; weight: string; color: string } {
    const [part] = edgeParts(this.of, this.sideIndex);
    if (!part) return { style: 'None', weight: 'Thin', color: '' };
    const { sheet } = this.of;
    const border = sheet.cells.style(part.rect.row, part.rect.column).bd?.[part.side];
    const [style, weight] = LINES.find(([, , line]) => line === border?.s) ?? ['None', 'Thin'];
    return { style, weight, color: (border?.cl.rgb ?? '#000000').toUpperCase() };
  }

  private change(change: Partial<{ style: string; weight: string; color: string }>): void {
    const wanted = { ...this.line(), ...change };
    // A weight or colour alone makes a line, as in Excel.
    if (change.style === undefined && wanted.style === 'None') wanted.style = 'Continuous';
    const line =
      LINES.find(([style, weight]) => style === wanted.style && weight === wanted.weight) ??
      LINES.find(([style]) => style === wanted.style);
    if (!line) throw hostErrors.invalidArgument();
    const border = wanted.style === 'None' ? null : { s: line[2], cl: { rgb: wanted.color || '#000000' } };
    for (const { rect, side } of edgeParts(this.of, this.sideIndex)) {
      patch({ sheet: this.of.sheet, rect }, { bd: { [side]: border } });
    }
  }

  get style(): string {
    return this.line().style;
  }

  set style(style: unknown) {
    this.change({
      style: asOneOf(
        style,
        LINES.map(([name]) => name),
      ),
    });
  }

  get weight(): string {
    return this.line().weight;
  }

  set weight(weight: unknown) {
    this.change({ weight: asOneOf(weight, ['Hairline', 'Thin', 'Medium', 'Thick']) });
  }

  get color(): string {
    return this.line().color;
  }

  set color(color: unknown) {
    this.change({ color: asColor(color) });
  }
}
