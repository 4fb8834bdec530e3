import { formatRect, parseAddress } from '../grid/address';
import type { Book } from '../model/book';
import type { PageLayout as Layout, PageZoom } from '../model/page-layout';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asInteger, asNumber, asOneOf, asRecord, asString } from './arguments';
import { HeaderFooterGroup } from './header-footer';
import { Range } from './range';
import { RangeAreas } from './range-areas';

/** Points in an inch and a centimetre. */
const UNITS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** How a sheet prints. */
export class PageLayout implements WireObject {
  static readonly wire = wire<PageLayout>('PageLayout', {
    scalars: [
      'orientation',
      'paperSize',
      'blackAndWhite',
      'printErrors',
      'zoom',
      'centerHorizontally',
      'centerVertically',
      'printHeadings',
      'printGridlines',
      'leftMargin',
      'rightMargin',
      'topMargin',
      'bottomMargin',
      'headerMargin',
      'footerMargin',
      'printComments',
      'draftMode',
      'firstPageNumber',
      'printOrder',
    ],
    navigations: ['headersFooters'],
    methods: [
      'getPrintArea',
      'getPrintTitleColumns',
      'getPrintTitleRows',
      'setPrintArea',
      'setPrintMargins',
      'setPrintTitleColumns',
      'setPrintTitleRows',
    ],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {}

  private get layout(): Layout {
    return this.sheet.pageLayout;
  }

  get orientation(): string {
    return this.layout.orientation;
  }

  set orientation(orientation: unknown) {
    this.layout.orientation = asOneOf(orientation, ['Portrait', 'Landscape']);
  }

  get paperSize(): string | null {
    return this.layout.paperSize;
  }

  set paperSize(size: unknown) {
    this.layout.paperSize = asString(size);
  }

  get zoom(): PageZoom {
    return this.layout.zoom;
  }

  /** A scale from 10 to 400, or pages across and down. */
  set zoom(value: unknown) {
    const zoom = asRecord(value);
    const { scale, horizontalFitToPages, verticalFitToPages } = zoom;
    if (scale !== undefined && scale !== null) {
      const percent = asInteger(scale);
      if (percent < 10 || percent > 400) throw hostErrors.invalidArgument();
      this.layout.zoom = { scale: percent };
      return;
    }
    this.layout.zoom = {
      ...(horizontalFitToPages ? { horizontalFitToPages: asInteger(horizontalFitToPages) } : {}),
      ...(verticalFitToPages ? { verticalFitToPages: asInteger(verticalFitToPages) } : {}),
    };
  }

  get blackAndWhite(): boolean {
    return this.layout.blackAndWhite;
  }

  set blackAndWhite(value: unknown) {
    this.layout.blackAndWhite = asBoolean(value);
  }

  get centerHorizontally(): boolean {
    return this.layout.centerHorizontally;
  }

  set centerHorizontally(value: unknown) {
    this.layout.centerHorizontally = asBoolean(value);
  }

  get centerVertically(): boolean {
    return this.layout.centerVertically;
  }

  set centerVertically(value: unknown) {
    this.layout.centerVertically = asBoolean(value);
  }

  get printHeadings(): boolean {
    return this.layout.printHeadings;
  }

  set printHeadings(value: unknown) {
    this.layout.printHeadings = asBoolean(value);
  }

  get printGridlines(): boolean {
    return this.layout.printGridlines;
  }

  set printGridlines(value: unknown) {
    this.layout.printGridlines = asBoolean(value);
  }

  get draftMode(): boolean {
    return this.layout.draftMode;
  }

  set draftMode(value: unknown) {
    this.layout.draftMode = asBoolean(value);
  }

  get firstPageNumber(): number | '' {
    return this.layout.firstPageNumber;
  }

  set firstPageNumber(value: unknown) {
    this.layout.firstPageNumber = value === '' ? '' : asInteger(value);
  }

  get printOrder(): string {
    return this.layout.printOrder;
  }

  set printOrder(value: unknown) {
    this.layout.printOrder = asOneOf(value, ['DownThenOver', 'OverThenDown']);
  }

  get printComments(): string {
    return this.layout.printComments;
  }

  set printComments(value: unknown) {
    this.layout.printComments = asOneOf(value, ['NoComments', 'EndSheet', 'InPlace']);
  }

  get printErrors(): string {
    return this.layout.printErrors;
  }

  set printErrors(value: unknown) {
    this.layout.printErrors = asOneOf(value, ['AsDisplayed', 'Blank', 'Dash', 'NotAvailable']);
  }

  get leftMargin(): number {
    return this.layout.leftMargin;
  }

  set leftMargin(value: unknown) {
    this.layout.leftMargin = asNumber(value);
  }

  get rightMargin(): number {
    return this.layout.rightMargin;
  }

  set rightMargin(value: unknown) {
    this.layout.rightMargin = asNumber(value);
  }

  get topMargin(): number {
    return this.layout.topMargin;
  }

  set topMargin(value: unknown) {
    this.layout.topMargin = asNumber(value);
  }

  get bottomMargin(): number {
    return this.layout.bottomMargin;
  }

  set bottomMargin(value: unknown) {
    this.layout.bottomMargin = asNumber(value);
  }

  get headerMargin(): number {
    return this.layout.headerMargin;
  }

  set headerMargin(value: unknown) {
    this.layout.headerMargin = asNumber(value);
  }

  get footerMargin(): number {
    return this.layout.footerMargin;
  }

  set footerMargin(value: unknown) {
    this.layout.footerMargin = asNumber(value);
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.layout.headersFooters);
  }

  setPrintMargins(unit: unknown, margins: unknown): void {
    const points = UNITS[asOneOf(unit, ['Points', 'Inches', 'Centimeters'])] ?? 1;
    const { left, right, top, bottom, header, footer } = asRecord(margins);
    const length = (value: unknown, before: number) =>
      value === undefined || value === null ? before : asNumber(value) * points;
    const { layout } = this;
    layout.leftMargin = length(left, layout.leftMargin);
    layout.rightMargin = length(right, layout.rightMargin);
    layout.topMargin = length(top, layout.topMargin);
    layout.bottomMargin = length(bottom, layout.bottomMargin);
    layout.headerMargin = length(header, layout.headerMargin);
    layout.footerMargin = length(footer, layout.footerMargin);
  }

  setPrintArea(area: unknown): void {
    if (area instanceof RangeAreas)
      this.layout.printArea = area.rects.map((rect) => formatRect(rect)).join(',');
    else this.layout.printArea = localAddress(area);
  }

  setPrintTitleRows(rows: unknown): void {
    this.layout.titleRows = localAddress(rows);
  }

  setPrintTitleColumns(columns: unknown): void {
    this.layout.titleColumns = localAddress(columns);
  }

  getPrintArea(): RangeAreas {
    const text = this.layout.printArea;
    if (text === undefined) throw hostErrors.itemNotFound();
    const rects = text.split(',').flatMap((part) => parseAddress(part)?.rect ?? []);
    return new RangeAreas(this.book, this.sheet, rects);
  }

  getPrintTitleRows(): Range {
    return this.rangeOf(this.layout.titleRows);
  }

  getPrintTitleColumns(): Range {
    return this.rangeOf(this.layout.titleColumns);
  }

  private rangeOf(text: string | undefined): Range {
    const address = text === undefined ? null : parseAddress(text);
    if (!address) throw hostErrors.itemNotFound();
    return new Range(this.book, this.sheet, address.rect);
  }
}

function localAddress(value: unknown): string {
  if (value instanceof Range) return formatRect(value.rect);
  const address = parseAddress(asString(value));
  if (!address) throw hostErrors.invalidArgument();
  return formatRect(address.rect);
}
