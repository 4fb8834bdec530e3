import type { Cell } from '../plan/cells';

/**
 * Number formats of the numbers of a column, as they come block by block: kept as the one that most have, and the rows
 * that have another.
 */
export class FormatsOfColumn {
  private readonly codes: Uint16Array;
  private readonly numberOf = new Map<string, number>();
  private readonly counts: number[] = [];

  constructor(rows: number) {
    this.codes = new Uint16Array(rows);
  }

  /** What is no number has no say: blanks and texts are formatted anyhow. */
  add(row: number, cell: Cell, format: string): void {
    if (typeof cell !== 'number') return;
    let code = this.numberOf.get(format);
    if (code === undefined) {
      code = this.counts.push(0);
      this.numberOf.set(format, code);
    }
    this.codes[row] = code;
    this.counts[code - 1] = (this.counts[code - 1] ?? 0) + 1;
  }

  /** Undefined where no number was seen; of equals the format that was met first. */
  finish(): { readonly format: string; readonly apart: ReadonlyMap<number, string> | undefined } | undefined {
    const formats = [...this.numberOf.keys()];
    let most = 0;
    this.counts.forEach((count, code) => {
      if (count > (this.counts[most] ?? 0)) most = code;
    });
    const format = formats[most];
    if (format === undefined) return undefined;
    if (formats.length === 1) return { format, apart: undefined };
    const apart = new Map<number, string>();
    this.codes.forEach((code, row) => {
      if (code > 0 && code - 1 !== most) apart.set(row, formats[code - 1] ?? format);
    });
    return { format, apart };
  }
}
