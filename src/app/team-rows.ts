import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { RepField } from '../plan/fields';
import type { Rep } from '../plan/roster';
import { daySerial } from '../plan/schedule';
import { speak, type MessageId } from '../text/say';
import { whereOwn } from './own-table';
import type { FillCell, FillOrder, WorkbookPort } from './ports';
import type { Understanding } from './understanding/understand';

/** Somebody who comes. */
export interface Joiner {
  readonly name: string;
  /** ISO day. */
  readonly start: string;
  /** Whose role, segment, region and manager a new row gets. */
  readonly like?: Pick<Rep, 'role' | 'segment' | 'region' | 'manager'>;
}

/**
 * The row of the team list with somebody in it: the row of an open seat, or a new one.
 * @param sheetRow of the open seat; absent: a new row
 * @throws Failure `noTeamList`; `teamColumn` where it has no column for the name, or for the day of the start
 */
export function teamFill(
  { team, settings }: Pick<Understanding, 'settings' | 'team'>,
  joiner: Joiner,
  sheetRow?: number,
): FillOrder {
  const { ref, source, mapping } = team;
  if (ref === undefined || source === undefined) throw new Failure('noTeamList');
  const say = speak(settings.language);
  const headerOf = (field: RepField): string | undefined => source.headers[mapping[field] ?? -1];
  const needed = (field: 'repName' | 'startDate'): string => {
    const header = headerOf(field);
    if (header === undefined)
      throw new Failure('teamColumn', {
        list: ref.table ?? ref.sheet,
        column: say(`rep.${field}` satisfies MessageId),
      });
    return header;
  };
  const at = (field: RepField): Cell | undefined =>
    sheetRow === undefined ? '' : source.columns[mapping[field] ?? -1]?.[sheetRow - source.firstRow];
  const day = { value: daySerial(joiner.start), format: 'yyyy-mm-dd' };
  const cells = new Map<string, FillCell>([
    [needed('repName'), { value: joiner.name }],
    [needed('startDate'), day],
  ]);
  const hired = headerOf('hireDate');
  // Who is hired for the seat ramps from the day on which he starts; a day that stands there stays.
  if (hired !== undefined && at('hireDate') === '') cells.set(hired, day);
  const active = headerOf('active');
  if (active !== undefined && (sheetRow === undefined || at('active') === false))
    cells.set(active, { value: true });
  for (const field of ['role', 'segment', 'region', 'manager'] as const) {
    const header = headerOf(field);
    const value = joiner.like?.[field];
    if (header !== undefined && value !== undefined && at(field) === '') cells.set(header, { value });
  }
  if (sheetRow === undefined) return [{ ref, cells }];
  const says = new Map<string, Cell>();
  source.headers.forEach((header, c) => {
    if (header !== '') says.set(header, source.columns[c]?.[sheetRow - source.firstRow] ?? '');
  });
  return [{ ref, row: { says, sheetRow }, cells }];
}

/** Sheets that have a row of blue cells for each territory, or for some. */
const SHEET_OF = {
  territories: 'territory-plan',
  quotaSeats: 'quota-plan',
  openTerritories: 'open-territories',
} as const;

/**
 * Blue cells of our own sheets by the id of a territory; none where the sheet is not there, has no such cells, or no row of
 * the territory: it was not open yet, say, when Open Territories was written.
 */
export async function seatFill(
  { book }: Pick<Understanding, 'book'>,
  workbook: WorkbookPort,
  id: string,
  of: keyof typeof SHEET_OF,
  cells: Readonly<Record<string, FillCell>>,
): Promise<FillOrder> {
  const own = await whereOwn(workbook, book.survey, SHEET_OF[of], of);
  const there = Object.entries(cells).filter(([key]) => own?.has(key) === true);
  if (own === undefined || there.length === 0 || !(await own.hasRow('id', id))) return [];
  return [
    {
      ref: own.ref,
      row: { says: new Map([[own.header('id'), id]]) },
      cells: new Map(there.map(([key, cell]) => [own.header(key), cell])),
    },
  ];
}
