import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, familyOf, namesOf } from '../plan/ownership';
import { SHEETS } from '../reports/registry';
import type { SheetModule } from '../reports/sheet';
import { calledIn, spokenOf } from '../reports/speaks-of';
import type { SheetSpec } from '../reports/spec';
import type { WorkbookPort } from './ports';
import { standingSheets } from './standing-sheets';
import type { Book } from './understanding/book';

/** One of our sheets that was deleted, and what goes by it all the same: there it says `#REF!` now, or nothing. */
export interface GoneSheet {
  readonly module: SheetModule;
  /** What it was to be called. */
  readonly name: string;
  /** Columns of the list are what it makes of them. */
  readonly hasColumns: boolean;
  /** Sheets that stand and speak of it. */
  readonly speakers: readonly SheetModule[];
  /** What formulas call something that stood on it. */
  readonly called: ReadonlySet<string>;
}

/** Those of our sheets that somebody deleted. */
export async function goneSheets(
  { owned, survey }: Pick<Book, 'owned' | 'survey'>,
  workbook: Pick<WorkbookPort, 'written'>,
): Promise<readonly GoneSheet[]> {
  if (owned === undefined) return [];
  const stands = standingSheets({ book: { owned, survey } });
  const specs = await Promise.all(SHEETS.map(({ key }) => workbook.written(MAIN_LAYER, key)));
  const written = SHEETS.flatMap((module, n) => {
    const spec = specs[n];
    return spec === undefined ? [] : [{ module, spec }];
  });
  if (written.every(({ module }) => stands(module))) return [];
  const speaking = written
    .filter(({ module }) => stands(module))
    .map(({ module, spec }) => ({ module, said: spokenOf(spec) }));
  const families = new Set<string>(Object.keys(columnsInUse(namesOf(owned, MAIN_LAYER))).map(familyOf));
  return written
    .filter(({ module }) => !stands(module))
    .map(({ module, spec }) => {
      const called = calledIn(spec);
      return {
        module,
        name: spec.name,
        hasColumns: module.columns !== undefined && families.has(module.source),
        speakers: speaking
          .filter(({ said }) => [...called].some((word) => said.has(word)))
          .map(({ module: speaker }) => speaker),
        called,
      };
    });
}

/** What is said of those that something still goes by. */
export function goneInWords(gone: readonly GoneSheet[], { owned }: Pick<Book, 'owned'>): Failure[] {
  const { sheets } = namesOf(owned, MAIN_LAYER);
  return gone
    .filter(({ hasColumns, speakers }) => hasColumns || speakers.length > 0)
    .map(
      ({ module, name, hasColumns, speakers }) =>
        new Failure('sheetGone', {
          sheet: name,
          names: speakers.map(({ key }) => sheets[key] ?? key).join(', ') || 'none',
          count: speakers.length + (hasColumns ? 1 : 0),
          columns: hasColumns ? 'yes' : 'no',
          alone: module.written === 'asked' ? 'yes' : 'no',
        }),
    );
}

/** What a plan writes because of them: those that columns go by again, and all that speak of one. */
export const mendedWithPlan = (gone: readonly GoneSheet[]): readonly SheetModule[] =>
  gone.flatMap(({ module, hasColumns, speakers }) => (hasColumns ? [module, ...speakers] : speakers));

/**
 * What can be written because of them over the plan that stands: what speaks of one, but for what only a plan brings, or
 * that speaks of one that is not going to be there then either.
 * @param wanted what is written anyway
 */
export function mendedAlone(
  gone: readonly GoneSheet[],
  wanted: readonly SheetModule[],
): readonly SheetModule[] {
  const missing = gone.map(({ module }) => module).filter((module) => !wanted.includes(module));
  const isAmong = (module: SheetModule, tables: SheetModule['needs'] = []) =>
    tables.some((key) => module.tables[key] !== undefined);
  return [...new Set(gone.flatMap(({ speakers }) => speakers))].filter(
    ({ source, needs, key }) =>
      source !== 'plan' &&
      !wanted.some((one) => one.key === key) &&
      !missing.some((module) => isAmong(module, needs)),
  );
}

/**
 * Refuses formulas that speak of what stood on a sheet that is gone and is not written again: Excel takes none that speaks
 * of a table that is not there, and a name of it says `#REF!`.
 * @throws Failure `neededTableGone`
 */
export function refuseGone(gone: readonly GoneSheet[], specs: readonly SheetSpec[]): void {
  const there = new Set(specs.flatMap((spec) => [...calledIn(spec)]));
  const said = new Set(specs.flatMap((spec) => [...spokenOf(spec)]));
  for (const { called } of gone)
    for (const name of called)
      if (said.has(name) && !there.has(name)) throw new Failure('neededTableGone', { name });
}
