import type { Area } from '../grid/area';
import type { Rect } from '../grid/rect';

/** Where a link leads, and what it says. */
export interface LinkTarget {
  /** A web or mail address, or a file. */
  readonly address: string | undefined;
  /** A place in this workbook, such as `Sheet1!A1`. */
  readonly location: string | undefined;
  readonly screenTip: string | undefined;
}

/** A link on cells; their text is the cells' own. */
export interface Hyperlink extends LinkTarget {
  /** Its place among the links of the file. */
  readonly fileKey?: string;
  readonly areas: Area[];
}

export interface HyperlinkContents extends LinkTarget {
  readonly fileKey?: string;
  readonly rect: Rect;
}
