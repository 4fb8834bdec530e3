/** `Excel.PageLayoutZoom`: a scale, or so many pages wide and tall. */
export interface PageZoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

/** Header and footer texts of `Excel.HeaderFooter`. */
export interface HeaderFooterText {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

/** How a sheet prints; lengths in points. */
export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string | null;
  zoom: PageZoom;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  /** Addresses without sheet name. */
  printArea: string | undefined;
  titleRows: string | undefined;
  titleColumns: string | undefined;
  readonly headersFooters: HeaderFooterText;
}

/** Excel's defaults for a new sheet. */
export function newPageLayout(): PageLayout {
  return {
    orientation: 'Portrait',
    paperSize: null,
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    leftMargin: 50.4,
    rightMargin: 50.4,
    topMargin: 54,
    bottomMargin: 54,
    headerMargin: 21.6,
    footerMargin: 21.6,
    printArea: undefined,
    titleRows: undefined,
    titleColumns: undefined,
    headersFooters: {
      leftHeader: '',
      centerHeader: '',
      rightHeader: '',
      leftFooter: '',
      centerFooter: '',
      rightFooter: '',
    },
  };
}
