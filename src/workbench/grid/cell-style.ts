import type { IStyleData, Styles } from '@univerjs/core';

/** A change of style: a property set to null is taken away. */
export type StylePatch = { [K in keyof CellStyle]?: CellStyle[K] | null };

const isSet = ([, value]: [string, unknown]) => value !== null && value !== undefined;

/** One style after a change; borders are merged edge by edge. */
export function patchStyle(style: IStyleData, patch: StylePatch): IStyleData {
  const merged: StylePatch = { ...style, ...patch };
  if (patch.bd) {
    const edges = Object.entries({ ...style.bd, ...patch.bd }).filter(isSet);
    merged.bd = edges.length > 0 ? Object.fromEntries(edges) : null;
  }
  return Object.fromEntries(Object.entries(merged).filter(isSet));
}

/**
 * Applies one patch to many cells: each distinct style is patched once, so that a format over 50,000
 * cells costs 50,000 look-ups and few style computations.
 */
export class StylePatcher {
  private readonly patched = new Map<string, string | undefined>();

  constructor(
    private readonly styles: Styles,
    private readonly patch: StylePatch,
  ) {}

  /** The id of the style after the patch; undefined for the plain style. */
  apply(style: string | IStyleData | null | undefined): string | undefined {
    const key = typeof style === 'string' ? style : style ? JSON.stringify(style) : '';
    if (this.patched.has(key)) return this.patched.get(key);
    const before = (typeof style === 'string' ? this.styles.get(style) : style) ?? {};
    const after = patchStyle(before, this.patch);
    const id = Object.keys(after).length > 0 ? (this.styles.setValue(after) ?? undefined) : undefined;
    this.patched.set(key, id);
    return id;
  }
}

/** What Univer's styles have no word for. */
export interface CellStyle extends IStyleData {
  /** Which format of the file it came from; a changed style still differs only in what was changed. */
  readonly fileIndex?: number;
  /** The cell stays editable on a protected sheet. */
  readonly unlocked?: boolean | null;
}

export const withBase = (style: IStyleData, fileIndex: number): IStyleData =>
  ({ ...style, fileIndex }) as CellStyle;

export const baseOf = (style: IStyleData): number | undefined => (style as CellStyle).fileIndex;

export const isUnlocked = (style: IStyleData): boolean => (style as CellStyle).unlocked === true;
