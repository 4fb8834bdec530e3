import type { HeaderFooterText } from '../model/page-layout';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asString } from './arguments';

export class HeaderFooterGroup implements WireObject {
  static readonly wire = wire<HeaderFooterGroup>('HeaderFooterGroup', {
    navigations: ['defaultForAllPages'],
  });

  constructor(private readonly texts: HeaderFooterText) {}

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.texts);
  }
}

export class HeaderFooter implements WireObject {
  static readonly wire = wire<HeaderFooter>('HeaderFooter', {
    scalars: ['leftHeader', 'centerHeader', 'rightHeader', 'leftFooter', 'centerFooter', 'rightFooter'],
  });

  constructor(private readonly texts: HeaderFooterText) {}

  get leftHeader(): string {
    return this.texts.leftHeader;
  }

  set leftHeader(text: unknown) {
    this.texts.leftHeader = asString(text);
  }

  get centerHeader(): string {
    return this.texts.centerHeader;
  }

  set centerHeader(text: unknown) {
    this.texts.centerHeader = asString(text);
  }

  get rightHeader(): string {
    return this.texts.rightHeader;
  }

  set rightHeader(text: unknown) {
    this.texts.rightHeader = asString(text);
  }

  get leftFooter(): string {
    return this.texts.leftFooter;
  }

  set leftFooter(text: unknown) {
    this.texts.leftFooter = asString(text);
  }

  get centerFooter(): string {
    return this.texts.centerFooter;
  }

  set centerFooter(text: unknown) {
    this.texts.centerFooter = asString(text);
  }

  get rightFooter(): string {
    return this.texts.rightFooter;
  }

  set rightFooter(text: unknown) {
    this.texts.rightFooter = asString(text);
  }
}
