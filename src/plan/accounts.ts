import { textAt, type NumberColumn, type TextColumn } from './columns';

import type { AccountNumberField, AccountTextField } from './fields';

/** How an account's place was found, best first. Stored in a byte per account. */
export enum PlaceMethod {
  None = 0,
  Coordinates = 1,
  Zip = 2,
  Postcode = 3,
  City = 4,
  Zip3 = 5,
  /** Only the state or country is known: usable for rules, never as a point. */
  Region = 6,
}

/** Degrees per account, NaN without a place. */
export interface Places {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly method: Uint8Array;
  /**
   * Degrees of the middle of the region or country of accounts of which no more is known, NaN for others: it
   * tells the carving what lies beside what, and is never a point on a map. Absent: nobody has asked.
   */
  readonly area?: { readonly latitude: Float64Array; readonly longitude: Float64Array };
  /** ISO 3166 alpha-2 country and ISO 3166-2 subdivision code (`US-TX`, `CA-ON`), where known. */
  readonly country: TextColumn;
  readonly region: TextColumn;
}

/**
 * The account table as columns, so that a full sheet of 1,048,575 rows fits. Row i of every column is
 * account i; `sheetRow[i]` is its 1-based row in the worksheet.
 */
export interface Accounts {
  readonly count: number;
  readonly sheet: string;
  readonly sheetRow: Int32Array;
  readonly text: Readonly<Partial<Record<AccountTextField, TextColumn>>>;
  readonly number: Readonly<Partial<Record<AccountNumberField, NumberColumn>>>;
  readonly places: Places;
  /** Family number ≥ 0 of accounts that share an ultimate parent, −1 for an account alone. */
  readonly family: Int32Array;
}

/** Town and state of an account as its list says them; blank where it says neither. */
export const townOf = ({ text }: Pick<Accounts, 'text'>, i: number): string =>
  [textAt(text.city, i), textAt(text.state, i)].filter((word) => word !== undefined).join(', ');

/** What to call an account in a sentence: its name, else its id, else its row. */
export function accountLabel(accounts: Accounts, i: number): string {
  return (
    textAt(accounts.text.accountName, i) ??
    textAt(accounts.text.accountId, i) ??
    `${accounts.sheet}!${accounts.sheetRow[i] ?? 0}`
  );
}
