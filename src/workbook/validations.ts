import { inBlocks } from './cells';
import type { KeptColumn, KeptValidation } from './journal';

const RULES_PER_READ = 500;

/** The rule of all rows; where they are mixed, that of each. */
export async function keepValidations(
  context: Excel.RequestContext,
  range: Excel.Range,
  rows: number,
  whole: Excel.DataValidation,
): Promise<KeptColumn['validations']> {
  if (whole.type !== 'Inconsistent' && whole.type !== 'MixedCriteria')
    return [{ validation: keptValidation(whole) }];
  const kinds = new Map<string, { validation: KeptValidation | null; rows: number[] }>();
  await inBlocks(rows, RULES_PER_READ, async (start, count) => {
    const cells = Array.from({ length: count }, (_, r) => {
      const { dataValidation } = range.getCell(start + r, 0);
      dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
      return dataValidation;
    });
    await context.sync();
    cells.forEach((cell, r) => {
      const validation = keptValidation(cell);
      const key = JSON.stringify(validation);
      const kind = kinds.get(key) ?? { validation, rows: [] };
      kind.rows.push(start + r);
      kinds.set(key, kind);
    });
  });
  return [...kinds.values()];
}

/** The rule on cells that all have the same; null: none. Loaded: type, rule, prompt, errorAlert, ignoreBlanks. */
export function keptValidation({
  type,
  rule,
  prompt,
  errorAlert,
  ignoreBlanks,
}: Excel.DataValidation): KeptValidation | null {
  return type === 'None' ? null : { rule, prompt, errorAlert, ignoreBlanks };
}

/** Runs of rows, as they stand now, that had the same rule. Rows that came since keep theirs where rules are mixed. */
export function validationsNow(
  { validations }: Pick<KeptColumn, 'validations'>,
  then: Int32Array,
): { readonly from: number; readonly rows: number; readonly validation: KeptValidation | null }[] {
  const [only, ...others] = validations;
  if (only?.rows === undefined)
    return only === undefined ? [] : [{ from: 0, rows: then.length, validation: only.validation }];
  const ruleOf = new Map(
    [only, ...others].flatMap(({ rows = [] }, n) => rows.map((row) => [row, n] as const)),
  );
  const runs: { from: number; rows: number; n: number }[] = [];
  then.forEach((was, r) => {
    const n = ruleOf.get(was);
    const last = runs.at(-1);
    if (n === undefined) return;
    if (last?.n === n && last.from + last.rows === r) last.rows++;
    else runs.push({ from: r, rows: 1, n });
  });
  return runs.map(({ from, rows, n }) => ({ from, rows, validation: validations[n]?.validation ?? null }));
}

export function validate(to: Excel.DataValidation, validation: KeptValidation | null): void {
  to.clear();
  if (validation === null) return;
  to.rule = validation.rule;
  to.ignoreBlanks = validation.ignoreBlanks;
  to.prompt = validation.prompt;
  to.errorAlert = validation.errorAlert;
}
