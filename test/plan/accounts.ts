import type { Accounts } from '../../src/plan/accounts';
import { TextColumnBuilder, type TextColumn } from '../../src/plan/columns';
import type { AccountTextField } from '../../src/plan/fields';
import type { Rep } from '../../src/plan/roster';

/** An account as the rules see it: texts, and the ISO codes of its place. */
export type Row = Partial<Record<AccountTextField, string>> & {
  readonly iso?: readonly [country?: string, region?: string];
};

function column(rows: readonly Row[], of: (row: Row) => string | undefined): TextColumn {
  const builder = new TextColumnBuilder(rows.length);
  rows.forEach((row, i) => builder.set(i, of(row)));
  return builder.build();
}

/** Accounts without numbers and points. A column that no row fills is not there. */
export function accountsOf(rows: readonly Row[]): Accounts {
  const fields = new Set(rows.flatMap((row) => Object.keys(row)).filter((key) => key !== 'iso'));
  return {
    count: rows.length,
    sheet: 'Accounts',
    sheetRow: Int32Array.from(rows, (_, i) => i + 2),
    text: Object.fromEntries(
      [...fields].map((field) => [field, column(rows, (row) => row[field as AccountTextField])]),
    ),
    number: {},
    places: {
      latitude: new Float64Array(rows.length).fill(NaN),
      longitude: new Float64Array(rows.length).fill(NaN),
      method: new Uint8Array(rows.length),
      country: column(rows, ({ iso }) => iso?.[0]),
      region: column(rows, ({ iso }) => iso?.[1]),
    },
    family: new Int32Array(rows.length).fill(-1),
  };
}

export const seat = (more: Partial<Rep> = {}): Rep => ({
  sheetRow: 0,
  name: 'Ann',
  tbh: false,
  active: true,
  capacityShare: 1,
  ...more,
});
