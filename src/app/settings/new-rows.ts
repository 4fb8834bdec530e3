import { nextIds } from '../../plan/territory-id';
import type { Cell } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import type { RunRecord } from '../../plan/run-record';
import type { InputCells } from '../../reports/inputs';
import { refusalOf, refusalOfName, type Said } from './said';
import type { Stored } from './stored';

/** Nobody owns a seat whose Owner is empty, or leads it; any other empty cell is as the team list has it. */
export function ofSeat(part: string, value: Cell): Cell | null {
  if (part === 'share' || part === 'capacityHours') return value === '' ? null : value;
  const text = String(value).trim();
  return text === '' && part !== 'owner' && part !== 'manager' ? null : text;
}

/** The columns of a row of the list that is new, in the order in which it is read. */
const NEW_ROW = [
  'territory',
  'owner',
  'manager',
  'share',
  'capacityHours',
  'objective',
  'measure',
  'support',
] as const;

/**
 * A row that was put into the list of territories is one more seat, the last; one that was taken away again before the
 * next design is none. What cannot be in a row is refused part by part, at each look.
 * @param promised ids that no seat of now may have
 * @returns undefined where the list could not be read: it says nothing then
 */
export function rowsSaid(
  record: RunRecord,
  now: InputCells,
  taken: Readonly<Record<string, Cell>>,
  promised: readonly string[] = [],
): { said: Said; refused: Failure[]; gone: string[] } | undefined {
  if (![...now.keys()].some((key) => key.startsWith('name.'))) return undefined;
  const rows = [...now].filter(([key]) => isRow(key));
  const before = Object.keys(taken).filter(isRow);
  const idsOf = (count: number) =>
    nextIds(
      record.territories.map(({ id }) => id),
      promised,
      count,
    );
  const refused: Failure[] = [];
  const names: Record<string, string | null> = {};
  const list: Record<string, Said | null> = {};
  for (const id of idsOf(before.length).slice(rows.length)) {
    names[id] = null;
    list[id] = null;
  }
  const ids = idsOf(rows.length);
  rows.forEach(([, value], n) => {
    const id = ids[n] ?? '';
    const [name = '', ...cells] = JSON.parse(String(value)) as Cell[];
    const refusal = name === '' ? undefined : refusalOfNew(record, id, String(name));
    if (refusal !== undefined) refused.push(refusal);
    names[id] = name === '' || refusal !== undefined ? null : String(name);
    const words = NEW_ROW.slice(1).map((part, c) => {
      const word = ofSeat(part, cells[c] ?? '');
      const unfit = refusalOf({ territoryList: { [id]: { [part]: word } } });
      if (unfit !== undefined) refused.push(unfit);
      return [part, unfit === undefined ? word : null] as const;
    });
    list[id] = Object.fromEntries(words);
  });
  const isNews = rows.length !== before.length || rows.some(([key, value]) => taken[key] !== value);
  return {
    said: isNews ? { territoryNames: names, territoryList: list } : {},
    refused,
    gone: before.filter((key) => !now.has(key)),
  };
}

const isRow = (key: string): boolean => key.startsWith('row.');

/**
 * New rows make at least so many territories. A number that somebody gave stands as it was said: it counts where it is
 * larger, and again when the rows are gone.
 * @returns a refusal where the number is smaller than what the rows make
 */
export function withRows(
  { territories }: RunRecord,
  { said, taken }: Stored,
): { readonly said: Said; readonly refused: readonly Failure[] } {
  const rows = Object.keys(taken).filter(isRow).length;
  const made = territories.length + rows;
  const number = said['territories'];
  if (rows === 0 || (typeof number === 'number' && number >= made)) return { said: {}, refused: [] };
  const refusal = new Failure('rowsBeyondNumber', { territories: Number(number), rows, made });
  return { said: { territories: made }, refused: typeof number === 'number' ? [refusal] : [] };
}

function refusalOfNew({ territories }: RunRecord, id: string, name: string): Failure | undefined {
  const isTaken = territories.some((other) => other.name.toLowerCase() === name.toLowerCase());
  return isTaken ? new Failure('sameTerritoryName', { name }) : refusalOfName(id, name);
}
