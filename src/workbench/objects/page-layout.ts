import { formatRect, parseAddress } from '../grid/address';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asInteger, asNumber, asOneOf, asRecord, asString } from './arguments';
import { fieldsClass } from './fields';
import { Range } from './range';
import { RangeAreas } from './range-areas';

/** A scale from 10 to 400, or pages across and down. */
function checkedZoom(value: unknown): object {
  const { scale, horizontalFitToPages, verticalFitToPages } = asRecord(value);
  if (scale !== undefined && scale !== null) {
    const percent = asInteger(scale);
    if (percent < 10 || percent > 400) throw hostErrors.invalidArgument();
    return { scale: percent };
  }
  return {
    ...(horizontalFitToPages ? { horizontalFitToPages: asInteger(horizontalFitToPages) } : {}),
    ...(verticalFitToPages ? { verticalFitToPages: asInteger(verticalFitToPages) } : {}),
  };
}

const SCALARS = {
  orientation: (value: unknown) => asOneOf(value, ['Portrait', 'Landscape']),
  paperSize: asString,
  zoom: checkedZoom,
  centerHorizontally: asBoolean,
  centerVertically: asBoolean,
  printHeadings: asBoolean,
  printGridlines: asBoolean,
  leftMargin: asNumber,
  rightMargin: asNumber,
  topMargin: asNumber,
  bottomMargin: asNumber,
  headerMargin: asNumber,
  footerMargin: asNumber,
};

export const HeaderFooter = fieldsClass({
  className: 'HeaderFooter',
  scalars: Object.fromEntries(
    ['left', 'center', 'right'].flatMap((side) => [
      [`${side}Header`, asString],
      [`${side}Footer`, asString],
    ]),
  ),
});
export const HeaderFooterGroup = fieldsClass({
  className: 'HeaderFooterGroup',
  parts: { defaultForAllPages: (texts) => new HeaderFooter(texts) },
});
const Layout = fieldsClass({
  className: 'PageLayout',
  scalars: SCALARS,
  parts: { headersFooters: ({ headersFooters }) => new HeaderFooterGroup(headersFooters as object) },
});

/** How a sheet prints. */
export class PageLayout extends Layout {
  static readonly wire = wire<Record<string, unknown>>('PageLayout', {
    scalars: Object.keys(SCALARS),
    navigations: ['headersFooters'],
    methods: ['getPrintTitleRows', 'setPrintArea', 'setPrintTitleColumns', 'setPrintTitleRows'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super(sheet.pageLayout);
  }

  setPrintArea(area: unknown): void {
    this.sheet.pageLayout.printArea =
      area instanceof RangeAreas ? area.rects.map((rect) => formatRect(rect)).join(',') : localAddress(area);
  }

  setPrintTitleRows(rows: unknown): void {
    this.sheet.pageLayout.titleRows = localAddress(rows);
  }

  setPrintTitleColumns(columns: unknown): void {
    this.sheet.pageLayout.titleColumns = localAddress(columns);
  }

  getPrintTitleRows(): WireObject {
    const address = parseAddress(this.sheet.pageLayout.titleRows ?? '');
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
