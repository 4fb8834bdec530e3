import { isGrouped, strip, type DecimalSign } from '../cells/numbers';

/** How the texts of a column write numbers. */
export interface NumberStyle {
  readonly decimal: DecimalSign;
  /** False if nothing in the column tells thousands from decimals and some texts allow both. */
  readonly certain: boolean;
  /** Texts that speak for either sign, as counts. */
  readonly forPoint: number;
  readonly forComma: number;
}

/**
 * Decides for a whole column which character is the decimal sign, from the texts that allow only one:
 * `1,234.56`, `12.5` and `$1,234` speak for the point, `1.234,56`, `12,5` and `0,855` for the comma.
 *
 * @param hint what the table's other columns say, used where this one says nothing
 * @param whole the field counts things, so that `1,234` has no decimals
 */
export function decideNumberStyle(texts: Iterable<string>, hint?: DecimalSign, whole = false): NumberStyle {
  let forPoint = 0;
  let forComma = 0;
  let groupedByPoint = 0;
  let groupedByComma = 0;
  let open = 0;
  for (const text of texts) {
    const stripped = strip(text);
    if (stripped === undefined || !/[.,]/.test(stripped.core)) continue;
    const speaks = evidence(stripped.core);
    if (speaks === '.') forPoint++;
    else if (speaks === ',') forComma++;
    else {
      open++;
      if (stripped.core.includes(',')) groupedByComma++;
      else groupedByPoint++;
      if (/^(USD|GBP|CAD|AUD|MXN|INR|JPY|SGD|HKD)$/.test(stripped.currency ?? '')) forPoint += 0.5;
    }
  }
  const decimal = pick(forPoint, forComma, groupedByPoint, groupedByComma, hint, whole);
  const oneSided = decimal === '.' ? forPoint > 10 * forComma : forComma > 10 * forPoint;
  const certain = open === 0 || whole || (forPoint + forComma > 0 && oneSided);
  return { decimal, certain, forPoint, forComma };
}

function pick(
  forPoint: number,
  forComma: number,
  groupedByPoint: number,
  groupedByComma: number,
  hint: DecimalSign | undefined,
  whole: boolean,
): DecimalSign {
  if (forPoint !== forComma) return forPoint > forComma ? '.' : ',';
  if (whole && groupedByPoint !== groupedByComma) return groupedByPoint > groupedByComma ? ',' : '.';
  return hint ?? '.';
}

/** The decimal sign that a core forces, if it forces one. */
function evidence(core: string): DecimalSign | undefined {
  const points = core.split('.').length - 1;
  const commas = core.split(',').length - 1;
  if (points > 0 && commas > 0) return core.lastIndexOf('.') > core.lastIndexOf(',') ? '.' : ',';
  const sign: DecimalSign = points > 0 ? '.' : ',';
  const count = points + commas;
  const after = core.length - 1 - core.lastIndexOf(sign);
  if (count === 1) return after !== 3 || /^0?[.,]/.test(core) || /^\d{4,}[.,]/.test(core) ? sign : undefined;
  // `1.234.567` can only be grouped by points; a comma in its place is grouping too, unless damaged.
  if (isGrouped(core, sign)) return sign === '.' ? ',' : undefined;
  return sign;
}
