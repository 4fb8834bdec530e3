import type { StandingContext } from './context';
import { tableName, type TableKey } from './names';
import { textKey } from './reading';
import type { FactorReading } from './score/context';
import { columnRef, literal, sought, thisRow, type TableBlock } from './spec';
import { headsOf } from './blocks';

/** A column of numbers or days as formulas read it. */
export interface ListNumber {
  /** Header of the list's column. */
  readonly source: string;
  readonly reading: FactorReading;
  readonly isDate?: boolean;
}

/**
 * The number or the day in the list's cell; an error where there is none.
 * @param table one of ours that holds texts and what they count as
 */
export function numberIn(
  { say, layer }: Pick<StandingContext, 'say' | 'layer'>,
  table: TableKey,
  { source, reading, isDate = false }: ListNumber,
): string {
  const { texts, way, signed, currency } = reading;
  const cell = thisRow(source);
  const isIt = signed ? `ISNUMBER(${cell})` : `ISNUMBER(${cell})*(${cell}>=0)`;
  const number = isDate ? `ISNUMBER(${cell})*(${cell}>0)` : isIt;
  const column = (header: string) => columnRef(tableName(layer, table), header);
  const key = sought(`${literal(textKey(source, ''))}&${cell}`);
  const listed = `INDEX(${column(say('plan.text.understood'))},MATCH(${key},${column(say('plan.text.key'))},0))`;
  const bare = [...(way?.marks ?? []), '\u00A0'].reduce(
    (inner, mark) => `SUBSTITUTE(${inner},${literal(mark)},"")`,
    cell,
  );
  const written =
    way === undefined
      ? listed
      : `IFERROR(${listed},NUMBERVALUE(${bare},${literal(way.decimal)},${literal(way.group)}))`;
  // A blank would be read as 0, and a number that is none by its sign is not looked for among texts. A text that means
  // nothing is listed as a question mark: added to, it is an error as all that is no number.
  const text =
    texts.size === 0 && way === undefined ? 'NA()' : `IF(OR(${cell}="",ISNUMBER(${cell})),NA(),0+${written})`;
  const amount = `IF(${number},${cell},${text})`;
  if (currency === undefined) return amount;
  const word = `TRIM(${thisRow(currency)})`;
  const rates = (header: string) => columnRef(tableName(layer, 'rates'), header);
  const rate = `INDEX(${rates(say('plan.rate.rate'))},MATCH(${sought(word)},${rates(say('plan.rate.currency'))},0))`;
  return `${amount}*IF(${word}="",1,${rate})`;
}

/** Texts in columns of numbers and dates, and what they count as. */
export function textsTable(
  { say, layer }: Pick<StandingContext, 'say' | 'layer'>,
  table: TableKey,
  place: { readonly row: number; readonly column: number },
  sources: readonly ListNumber[],
): TableBlock {
  const head = headsOf(say, TEXT_COLUMNS);
  const seen = new Set<string>();
  const found = sources.flatMap(({ source, reading }) =>
    [...reading.texts].flatMap(([text, understood]) => {
      const key = textKey(source, text);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ key, source, text, understood: understood ?? '?' }];
    }),
  );
  const rows = found.length > 0 ? found : [{ key: '', source: '', text: '', understood: '' }];
  return {
    kind: 'table',
    ...place,
    name: tableName(layer, table),
    rows: rows.length,
    columns: [
      { ...head('key'), cells: rows.map((row) => row.key) },
      { ...head('column'), cells: rows.map((row) => row.source) },
      { ...head('text'), cells: rows.map((row) => row.text) },
      { ...head('understood'), cells: rows.map((row) => row.understood), format: 'General', align: 'right' },
    ],
  };
}

export const TEXT_COLUMNS = {
  key: 'plan.text.key',
  column: 'plan.text.column',
  text: 'plan.text.text',
  understood: 'plan.text.understood',
} as const;
