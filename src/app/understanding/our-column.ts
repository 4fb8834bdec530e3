import type { SourceTable } from '../../plan/cells';
import { MAIN_LAYER } from '../../plan/layer';
import { namesOf, type Ownership } from '../../plan/ownership';
import type { AccountColumnKey } from '../../reports/spec';

/** A column of the accounts that we own, as it stands in the list. */
export interface OurColumn {
  /** 1-based worksheet column. */
  readonly column: number;
  readonly isThere: boolean;
  /** The cell in a row of the worksheet, trimmed; blank where there is none. */
  readonly at: (sheetRow: number) => string;
}

/** @param whole the accounts' cells with our own columns */
export function ourColumn(
  { whole, owned }: { readonly whole: SourceTable; readonly owned: Ownership | undefined },
  key: AccountColumnKey,
): OurColumn {
  const index = whole.headers.indexOf(namesOf(owned, MAIN_LAYER).columns[key] ?? '\0');
  const cells = whole.columns[index];
  return {
    column: whole.firstColumn + index,
    isThere: index >= 0,
    at: (row) => String(cells?.[row - whole.firstRow] ?? '').trim(),
  };
}
