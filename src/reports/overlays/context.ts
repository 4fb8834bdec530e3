import type { OverlayKind, OverlayMeasure } from '../../plan/overlays';
import type { StandingContext } from '../context';

/** People of one kind, or of one kind and vertical. */
export interface OverlayRole {
  /** `se`, `expert-retail`. */
  readonly key: string;
  readonly kind: OverlayKind;
  /** As the team list calls it; undefined for those who keep to none. */
  readonly vertical: string | undefined;
  /** Industries of the list that it is, as they are spelled. */
  readonly industries: readonly string[];
  readonly people: readonly OverlayPerson[];
}

export interface OverlayPerson {
  readonly name: string;
  readonly leader: string;
  /** Of a full-time one. */
  readonly share: number;
}

/** A role with what stands in its blue cells. */
export interface OverlayLine extends OverlayRole {
  /** Territories for one person; absent as usual. */
  readonly ratio: number;
  readonly usualRatio: number;
  readonly by: OverlayMeasure;
  readonly usualBy: OverlayMeasure;
  /** Who stands beside each territory, in their order; empty for nobody. */
  readonly pods: readonly string[];
  /** Those of them who are not on the team list in this role. */
  readonly strangers: readonly string[];
}

/** What the sheet of overlays is made from. */
export interface OverlaysContext extends Pick<
  StandingContext,
  'layer' | 'say' | 'record' | 'table' | 'column'
> {
  readonly tolerance: number;
  readonly lines: readonly OverlayLine[];
  /** What load can be measured by: header of the list's column; none for seats and accounts. */
  readonly measures: readonly { readonly key: OverlayMeasure; readonly header: string | undefined }[];
  readonly industryHeader: string | undefined;
}
