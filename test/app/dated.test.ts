import { APPROVAL_COLUMNS } from '../../src/app/approval';
import { proposeDated } from '../../src/app/dated';
import { DATED_KEY, type DatedMove } from '../../src/app/logged';
import type { WriteOrder } from '../../src/app/ports';
import { keysBy } from '../../src/plan/account-keys';
import type { Cell } from '../../src/plan/cells';

/** What is said with the days of proposals, and what becomes of decisions: told without a workbook. */

const IDS = ['A1', 'A2', 'A3'];
const HEADERS = ['Id', ...APPROVAL_COLUMNS];
/** A list in which all were decided. */
const understanding = {
  list: {
    accounts: { count: 3, sheet: 'List', sheetRow: Int32Array.of(2, 3, 4), text: {} },
    source: { firstRow: 2, columns: [IDS], headers: ['Id'] },
    whole: {
      ...{ firstRow: 2, firstColumn: 1, headers: HEADERS },
      columns: HEADERS.map((header) => (header === 'Id' ? IDS : IDS.map(() => 'approved'))),
    },
    mapping: { accountId: 0 },
    rows: keysBy(() => IDS, 3, { kind: 'id', headers: ['Id'], rest: [] }),
  },
  book: {
    owned: {
      layers: {
        main: { columns: Object.fromEntries(APPROVAL_COLUMNS.map((key) => [key, key])), sheets: {} },
      },
    },
  },
} as unknown as Parameters<typeof proposeDated>[1];

const day = (account: string, effective: string, more: Partial<DatedMove> = {}): DatedMove => ({
  ...{ account, to: 'T02', effective },
  ...more,
});

async function proposed(dated: readonly DatedMove[], days: readonly DatedMove[]) {
  const orders: WriteOrder[] = [];
  const workbook = {
    apply: (order: WriteOrder) => (orders.push(order), Promise.resolve({})),
  } as unknown as Parameters<typeof proposeDated>[0];
  const goes = new Set(days.map(({ account }) => account));
  const placeOf = (i: number) => (goes.has(IDS[i] ?? '') ? 'T02' : undefined);
  await proposeDated(workbook, understanding, { dated }, placeOf, days);
  const said = (column: string): [number, Cell][] =>
    (orders[0]?.edit?.cells ?? []).flatMap((one) => (one.column === column ? [...one.said] : []));
  return { kept: orders[0]?.remember?.[DATED_KEY], places: said('territory'), decided: said('approval') };
}

test('what was decided stays where the same is said again, and goes where day or reason are others', async () => {
  const may = '2027-05-01';
  const dated = [day('A1', may), day('A2', may), day('A3', may, { reason: 'asked for' })];
  const days = [day('A1', may), day('A2', '2027-06-01')];
  const { kept, places, decided } = await proposed(dated, days);
  expect(places).toEqual([
    [0, 'T02'],
    [1, 'T02'],
  ]);
  expect(decided).toEqual([[1, '']]);
  expect(kept).toEqual([dated[2], ...days]);
  expect((await proposed(dated, [day('A3', may)])).decided).toEqual([[2, '']]);
});
