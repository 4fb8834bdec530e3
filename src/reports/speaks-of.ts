import type { CellSpec, ConditionalSpec, SheetSpec, TableColumn, ValidationSpec } from './spec';

/** What other sheets may call something on this one: its tables, and its names. */
export const calledIn = ({ blocks, names }: Pick<SheetSpec, 'blocks' | 'names'>): ReadonlySet<string> =>
  new Set([
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.name] : [])),
    ...names.map(({ name }) => name),
  ]);

/** Tables and names of ours that a sheet speaks of, in formulas, drop-downs and conditional formats, its own among them. */
export function spokenOf(spec: Pick<SheetSpec, 'blocks' | 'names' | 'conditional'>): ReadonlySet<string> {
  const said = new Set<string>();
  const hear = (formula: string | undefined): void => {
    if (formula?.startsWith('=') !== true) return;
    for (const [word] of formula.replace(TEXTS, '""').matchAll(OURS)) said.add(word);
  };
  const hearLooks = (validation?: ValidationSpec, conditional: readonly ConditionalSpec[] = []): void => {
    hear(validation?.list);
    for (const one of conditional) if (one.kind === 'formula') hear(one.formula);
  };
  const hearColumn = ({ cells, validation, conditional, looks }: TableColumn): void => {
    if (typeof cells === 'string') hear(cells);
    else for (const cell of cells) if (typeof cell === 'object' && cell !== null) hear(cell.formula);
    hearLooks(validation, conditional);
    for (const look of looks ?? []) hearLooks(look.validation);
  };
  const hearCell = ({ formula, validation }: CellSpec): void => {
    hear(formula);
    hearLooks(validation);
  };
  for (const block of spec.blocks) {
    if (block.kind === 'table') block.columns.forEach(hearColumn);
    else for (const cell of block.cells.flat()) if (cell !== null) hearCell(cell);
  }
  for (const { formula } of spec.names) hear(formula);
  for (const { spec: one } of spec.conditional) hearLooks(undefined, [one]);
  return said;
}

const TEXTS = /"[^"]*"/g;
const OURS = /(?<![\w.])Ef[\w.]+/g;
