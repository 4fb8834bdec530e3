/**
 * The linear sum assignment problem, exactly: rows × columns with rows ≤ columns, lowest total cost.
 * Shortest augmenting paths with potentials (Jonker & Volgenant 1987), O(rows² · columns).
 * @returns the column of each row
 */
export function assignRows(cost: Float64Array, rows: number, columns: number): Int32Array {
  // Column 0 and row 0 are virtual: a search starts by giving its row to column 0.
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const done = new Uint8Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    least.fill(Infinity);
    done.fill(0);
    let column = 0;
    do {
      done[column] = 1;
      const r = rowOf[column]!;
      let delta = Infinity;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (done[c] === 1) continue;
        const reduced = cost[(r - 1) * columns + c - 1]! - rowPrice[r]! - columnPrice[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          before[c] = column;
        }
        if (least[c]! < delta) {
          delta = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (done[c] === 1) {
          rowPrice[rowOf[c]!]! += delta;
          columnPrice[c]! -= delta;
        } else {
          least[c]! -= delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const back = before[column]!;
      rowOf[column] = rowOf[back]!;
      column = back;
    }
  }
  const columnOf = new Int32Array(rows);
  for (let c = 1; c <= columns; c++) if (rowOf[c]! > 0) columnOf[rowOf[c]! - 1] = c - 1;
  return columnOf;
}
