/**
 * Columns of text and numbers that stay small for a full sheet: text is interned, so 1,000,000 owners
 * are 4 MB of codes and one pool of names. Absent is code −1 in text and NaN in numbers: null is not 0.
 */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly pool: readonly string[];
}

export type NumberColumn = Float64Array;

export function textAt(column: TextColumn | undefined, row: number): string | undefined {
  const code = column?.codes[row] ?? -1;
  return code < 0 ? undefined : column?.pool[code];
}

export function numberAt(column: NumberColumn | undefined, row: number): number | undefined {
  const value = column?.[row];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** Builds a text column row by row; rows never set stay blank. */
export class TextColumnBuilder {
  private readonly codes: Int32Array;
  private readonly pool: string[] = [];
  private readonly codeOf = new Map<string, number>();

  constructor(rows: number) {
    this.codes = new Int32Array(rows).fill(-1);
  }

  set(row: number, text: string | undefined): void {
    if (text === undefined || text === '') {
      this.codes[row] = -1;
      return;
    }
    let code = this.codeOf.get(text);
    if (code === undefined) {
      code = this.pool.push(text) - 1;
      this.codeOf.set(text, code);
    }
    this.codes[row] = code;
  }

  build(): TextColumn {
    return { codes: this.codes, pool: this.pool };
  }
}

/** Sum over the rows that have a value, and how many do. */
export function sumOf(column: NumberColumn): { sum: number; filled: number } {
  let sum = 0;
  let filled = 0;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    sum += value;
    filled++;
  }
  return { sum, filled };
}
