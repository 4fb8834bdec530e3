/** A table's `columnIndex` over a list of names. */
export function calculationColumns(names: readonly string[]): (name: string) => number {
  return (name) => names.findIndex((known) => known.toLowerCase() === name.toLowerCase());
}
