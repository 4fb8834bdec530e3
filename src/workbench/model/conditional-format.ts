import type { Area } from '../grid/area';

/** `Excel.ConditionalFormatType`. */
export type ConditionalFormatType =
  | 'Custom'
  | 'DataBar'
  | 'ColorScale'
  | 'IconSet'
  | 'TopBottom'
  | 'PresetCriteria'
  | 'ContainsText'
  | 'CellValue';

/** What a matching cell looks like; undefined: as it is. */
export interface ConditionalLook {
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
  numberFormat?: string;
  borders: Record<string, { style: string; color: string }>;
}

export interface DataBarLook {
  axisColor: string;
  axisFormat: string;
  barDirection: string;
  lowerBoundRule: Record<string, unknown>;
  upperBoundRule: Record<string, unknown>;
  showDataBarOnly: boolean;
  positive: { fillColor: string; borderColor: string; gradientFill: boolean };
  negative: {
    fillColor: string;
    borderColor: string;
    matchPositiveFillColor: boolean;
    matchPositiveBorderColor: boolean;
  };
}

/**
 * One conditional format. `rule` holds what its type needs, in Office.js's own shape: `{formula}` for
 * Custom, `{formula1, operator, formula2?}` for CellValue, `{minimum, maximum, midpoint?}` for
 * ColorScale, and so on.
 */
export interface ConditionalFormat {
  readonly id: string;
  readonly type: ConditionalFormatType;
  areas: Area[];
  stopIfTrue: boolean;
  rule: Record<string, unknown>;
  readonly look: ConditionalLook;
  readonly dataBar: DataBarLook | undefined;
  iconSet:
    { style: string; criteria: unknown[]; reverseIconOrder: boolean; showIconOnly: boolean } | undefined;
}

/** Excel's first choices for a new data bar. */
export function newDataBar(): DataBarLook {
  return {
    axisColor: '#000000',
    axisFormat: 'Automatic',
    barDirection: 'Context',
    lowerBoundRule: { type: 'Automatic' },
    upperBoundRule: { type: 'Automatic' },
    showDataBarOnly: false,
    positive: { fillColor: '#638EC6', borderColor: '', gradientFill: true },
    negative: {
      fillColor: '#FF0000',
      borderColor: '',
      matchPositiveFillColor: false,
      matchPositiveBorderColor: false,
    },
  };
}
