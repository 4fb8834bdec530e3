/** Settings of pay that stand one a row, in this order. */
export const PAY_SETTINGS = [
  'tierKind',
  'rampRate',
  'budget',
  'attainment',
  'attrition',
  'ratioLow',
  'ratioHigh',
  'overlayCost',
] as const;
export type PaySetting = (typeof PAY_SETTINGS)[number];
