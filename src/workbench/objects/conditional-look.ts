import type { ConditionalLook } from '../model/conditional-format';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asOneOf, asString } from './arguments';

export class ConditionalRangeFormat implements WireObject {
  static readonly wire = wire<ConditionalRangeFormat>('ConditionalRangeFormat', {
    scalars: ['numberFormat'],
    navigations: ['fill', 'font', 'borders'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get numberFormat(): string | null {
    return this.look.numberFormat ?? null;
  }

  set numberFormat(format: unknown) {
    this.look.numberFormat = asString(format);
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.look);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.look);
  }

  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.look);
  }
}

export class ConditionalRangeFill implements WireObject {
  static readonly wire = wire<ConditionalRangeFill>('ConditionalRangeFill', {
    scalars: ['color'],
    methods: ['clear'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get color(): string {
    return this.look.fill ?? '';
  }

  set color(color: unknown) {
    this.look.fill = asColor(color);
  }

  clear(): void {
    delete this.look.fill;
  }
}

export class ConditionalRangeFont implements WireObject {
  static readonly wire = wire<ConditionalRangeFont>('ConditionalRangeFont', {
    scalars: ['color', 'italic', 'bold', 'underline', 'strikethrough'],
    methods: ['clear'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get color(): string {
    return this.look.fontColor ?? '';
  }

  set color(color: unknown) {
    this.look.fontColor = asColor(color);
  }

  get bold(): boolean | null {
    return this.look.bold ?? null;
  }

  set bold(bold: unknown) {
    this.look.bold = asBoolean(bold);
  }

  get italic(): boolean | null {
    return this.look.italic ?? null;
  }

  set italic(italic: unknown) {
    this.look.italic = asBoolean(italic);
  }

  get underline(): string {
    return this.look.underline ?? 'None';
  }

  set underline(underline: unknown) {
    this.look.underline = asOneOf(underline, ['None', 'Single', 'Double']);
  }

  get strikethrough(): boolean | null {
    return this.look.strikethrough ?? null;
  }

  set strikethrough(strike: unknown) {
    this.look.strikethrough = asBoolean(strike);
  }

  clear(): void {
    delete this.look.fontColor;
    delete this.look.bold;
    delete this.look.italic;
    delete this.look.underline;
    delete this.look.strikethrough;
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

export class ConditionalRangeBorderCollection implements WireObject {
  static readonly wire = wire<ConditionalRangeBorderCollection>('ConditionalRangeBorderCollection', {
    scalars: ['count'],
    navigations: ['top', 'bottom', 'left', 'right'],
    methods: ['getItem'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get count(): number {
    return EDGES.length;
  }

  items(): ConditionalRangeBorder[] {
    return EDGES.map((edge) => new ConditionalRangeBorder(this.look, edge));
  }

  getItem(edge: unknown): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.look, asOneOf(edge, EDGES));
  }

  get top(): ConditionalRangeBorder {
    return this.getItem('EdgeTop');
  }

  get bottom(): ConditionalRangeBorder {
    return this.getItem('EdgeBottom');
  }

  get left(): ConditionalRangeBorder {
    return this.getItem('EdgeLeft');
  }

  get right(): ConditionalRangeBorder {
    return this.getItem('EdgeRight');
  }
}

export class ConditionalRangeBorder implements WireObject {
  static readonly wire = wire<ConditionalRangeBorder>('ConditionalRangeBorder', {
    scalars: ['sideIndex', 'style', 'color'],
  });

  constructor(
    private readonly look: ConditionalLook,
    readonly sideIndex: (typeof EDGES)[number],
  ) {}

  private get line(): { style: string; color: string } {
    return this.look.borders[this.sideIndex] ?? { style: 'None', color: '#000000' };
  }

  get style(): string {
    return this.line.style;
  }

  set style(style: unknown) {
    const kind = asOneOf(style, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot']);
    this.look.borders[this.sideIndex] = { ...this.line, style: kind };
  }

  get color(): string {
    return this.line.color;
  }

  set color(color: unknown) {
    this.look.borders[this.sideIndex] = { ...this.line, color: asColor(color) };
  }
}
