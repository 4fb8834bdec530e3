import type { Chart as ChartModel } from '../model/chart';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asOneOf, asString } from './arguments';
import { decorated } from './chart-decoration';
import { legendFormat, titleFormat } from './chart-shapes';

export class ChartTitle implements WireObject {
  static readonly wire = wire<ChartTitle>('ChartTitle', {
    scalars: ['visible', 'text', 'overlay'],
    navigations: ['format'],
  });

  constructor(private readonly model: ChartModel) {}

  get visible(): boolean {
    return this.model.titleVisible;
  }

  set visible(visible: unknown) {
    this.model.titleVisible = asBoolean(visible);
  }

  get text(): string {
    return this.model.title ?? '';
  }

  set text(text: unknown) {
    this.model.title = asString(text);
    this.model.titleVisible = true;
  }

  get overlay(): unknown {
    return this.model.decoration.get('title/overlay') ?? false;
  }

  set overlay(overlay: unknown) {
    this.model.decoration.set('title/overlay', asBoolean(overlay));
  }

  get format(): WireObject {
    return decorated(titleFormat, this.model.decoration, 'title/format');
  }
}

export class ChartLegend implements WireObject {
  static readonly wire = wire<ChartLegend>('ChartLegend', {
    scalars: ['visible', 'position', 'overlay'],
    navigations: ['format'],
  });

  constructor(private readonly model: ChartModel) {}

  get visible(): boolean {
    return this.model.legend.visible;
  }

  set visible(visible: unknown) {
    this.model.legend.visible = asBoolean(visible);
  }

  get position(): string {
    return this.model.legend.position;
  }

  set position(position: unknown) {
    this.model.legend.position = asOneOf(position, ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom']);
    this.model.legend.visible = true;
  }

  get overlay(): boolean {
    return this.model.legend.overlay;
  }

  set overlay(overlay: unknown) {
    this.model.legend.overlay = asBoolean(overlay);
  }

  get format(): WireObject {
    return decorated(legendFormat, this.model.decoration, 'legend/format');
  }
}
