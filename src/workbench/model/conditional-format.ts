import type { Area } from '../grid/area';

/** What a matching cell looks like; undefined: as it is. */
export interface ConditionalLook {
  readonly fill: { color?: string };
  readonly font: { color?: string; bold?: boolean; italic?: boolean; strikethrough?: boolean };
}

/**
 * One conditional format: a formula with a look, a data bar, or one of another kind that came with a file and is
 * known by its place alone.
 */
export interface ConditionalFormat {
  readonly id: string;
  /** Its place among the rules of the file. */
  readonly fileKey?: { readonly block: string; readonly rule: string };
  readonly type: 'Custom' | 'DataBar' | 'Other';
  areas: Area[];
  stopIfTrue: boolean;
  /** Of a custom format. */
  readonly rule: { formula?: string };
  readonly look: ConditionalLook;
  readonly bar: { fillColor: string };
}

/** Excel's first choice for a new data bar. */
export const NEW_BAR = { fillColor: '#638EC6' } as const;
