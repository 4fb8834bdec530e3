import fc from 'fast-check';
import { apply } from '../../src/app/actions/apply';
import { applyRest } from '../../src/app/actions/apply-rest';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { open } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { textAt } from '../../src/plan/columns';
import {
  deleteRow,
  insertAbove,
  insertAccount,
  insertColumn,
  listRows,
  openList,
  sortList,
  OUR_HEADERS,
} from '../support/meddle';
import type { Cell, OpenWorkbook } from '../support/office';
import { closedPane } from '../support/pane';

/** How many random users: more with `MEDDLE=200`. */
const RUNS = Number(process.env['MEDDLE'] ?? 10);
const OURS = [...OUR_HEADERS, 'Terr'];

let book: OpenWorkbook;

/** What a user does between two of our steps. Each can be done in any state; what Excel refuses is not done. */
const DEEDS = [
  'sort',
  'sortBack',
  'insertAbove',
  'insertAccount',
  'deleteRow',
  'insertColumn',
  'insertOurs',
  'renameOurs',
  'renameTable',
  'renameSheet',
  'hide',
  'edit',
  'deleteOurs',
  'deleteSheet',
  'note',
] as const;
type Deed = (typeof DEEDS)[number];

let serial = 0;

async function meddle(deed: Deed): Promise<void> {
  const inTable = (act: (table: Excel.Table) => void) =>
    book.run(async (context) => {
      const { tables } = context.workbook;
      tables.load('items/name');
      await context.sync();
      const own = tables.items.find(({ name }) => !name.startsWith('Ef'));
      if (own !== undefined) act(own);
      await context.sync();
    });
  const onSheet = (name: string, act: (sheet: Excel.Worksheet) => void) =>
    book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      await context.sync();
      if (!sheet.isNullObject) act(sheet);
      await context.sync();
    });
  const n = serial++;
  switch (deed) {
    case 'sort':
      return sortList(book);
    case 'sortBack':
      return sortList(book, 'Account ID');
    case 'insertAbove':
      return insertAbove(book, 1 + (n % 3));
    case 'insertAccount':
      return insertAccount(book, n % 5, `N${n}`);
    case 'deleteRow':
      return deleteRow(book, n % 6);
    case 'insertColumn':
      return insertColumn(book, 'City', `Mine ${n}`);
    case 'insertOurs':
      return insertColumn(book, 'Owner', `Mine ${n}`);
    case 'renameOurs':
      return inTable((table) => {
        const column = table.columns.getItemOrNullObject('Territory');
        column.load('name');
        column.name = 'Terr';
      });
    case 'renameTable':
      return inTable((table) => {
        table.name = `List${n}`;
      });
    case 'renameSheet':
      return onSheet('Balance', (sheet) => {
        sheet.name = `Fair ${n}`;
      });
    case 'hide':
      return onSheet('Export', (sheet) => {
        sheet.getRange('B:B').columnHidden = true;
      });
    case 'edit':
      return onSheet('Notes', (sheet) => {
        sheet.getRange('C3').values = [[n]];
      });
    case 'deleteOurs':
      return inTable((table) => {
        table.columns.getItemOrNullObject('Moved?').delete();
      });
    case 'deleteSheet':
      return onSheet('Balance', (sheet) => {
        sheet.delete();
      });
    case 'note':
      return onSheet('Territory Plan', (sheet) => {
        sheet.getRange('Z40').values = [[`note ${n}`]];
      });
  }
}

/** The user's own cells, by account and header. */
async function users(): Promise<Record<string, Record<string, Cell>>> {
  const rows = await listRows(book);
  return Object.fromEntries(
    rows.map((row) => [
      String(row['Account ID']),
      Object.fromEntries(Object.entries(row).filter(([header]) => header !== '' && !OURS.includes(header))),
    ]),
  );
}

async function territories(): Promise<Record<string, Cell>> {
  const rows = await listRows(book);
  return Object.fromEntries(
    rows.map((row) => [String(row['Account ID']), row['Territory'] ?? row['Terr'] ?? '']),
  );
}

/** Does one of our steps; whatever it says must be true, and the user's cells must be what they were. */
async function step(store: Store, action: Parameters<Store['run']>[0]): Promise<void> {
  const before = await users();
  await store.run(action);
  const { trouble, pending } = store.state;
  expect(trouble ?? '').not.toMatch(/went wrong inside|Excel answered|Injected/);
  expect([action.name, trouble, pending.state]).not.toContain('broken');
  expect(await users()).toEqual(before);
}

async function play(
  kind: 'table' | 'range',
  rounds: readonly (readonly Deed[])[],
  isKept: boolean,
): Promise<void> {
  book = await openList(kind, 12);
  const store = closedPane();
  const doAll = async (deeds: readonly Deed[] = []) => {
    for (const deed of deeds) await meddle(deed).catch(() => undefined);
  };
  await store.run(open);
  for (const turn of [0, 1]) {
    await step(store, design);
    const plan = store.state.designed;
    await doAll(rounds[3 * turn]);
    const before = await territories();
    await step(store, apply);
    if (store.state.pending.state !== 'applied') await step(store, applyRest);
    if (store.state.pending.state === 'applied' && plan !== undefined) {
      const { accounts } = plan.from.list;
      const now = await territories();
      plan.plan.assignment.forEach((j, i) => {
        const id = textAt(accounts.text.accountId, i) ?? '';
        if (id in now) expect([id, now[id]]).toEqual([id, plan.plan.territories[j]?.name ?? 'Unassigned']);
      });
      await doAll(rounds[3 * turn + 1]);
      const isReverted = turn === 1 || !isKept;
      await step(store, isReverted ? revert : keep);
      expect(store.state.trouble).toBeUndefined();
      expect(store.state.pending.state).toBe('none');
      if (isReverted) {
        const back = await territories();
        for (const [id, name] of Object.entries(back))
          if (id in before) expect([id, name]).toEqual([id, before[id]]);
      }
    }
    await doAll(rounds[3 * turn + 2]);
    await store.run(open);
  }
}

const deeds = fc.array(fc.constantFrom(...DEEDS), { maxLength: 3 });

test('whatever a user does between our steps: their cells are theirs, an account’s territory is its own, what is said is true', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('table' as const, 'range' as const),
      fc.array(deeds, { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      async (kind, rounds, isKept) => {
        try {
          await play(kind, rounds, isKept);
        } finally {
          book.dispose();
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 1_800_000);
