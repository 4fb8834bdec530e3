import type { Action } from '../../src/app/action';
import { acceptChanges } from '../../src/app/actions/accept-changes';
import { compareExport } from '../../src/app/actions/compare-export';
import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { lookAgain } from '../../src/app/actions/look-again';
import { takeExport } from '../../src/app/actions/take-export';
import { writeLoads } from '../../src/app/actions/write-loads';
import { writeQuotas, type QuotaChange } from '../../src/app/actions/write-quotas';
import { designPlan } from '../../src/app/design';
import { editOrder } from '../../src/app/edit-order';
import { prepareOrder, sheetsAlone, type PreparedOrder } from '../../src/app/write-order';
import { sampleSheets } from '../../src/app/sample/sample';
import type { Store } from '../../src/app/store';
import { MAIN_LAYER } from '../../src/plan/layer';
import { compare } from '../../src/reports/compare';
import { dataQuality } from '../../src/reports/data-quality';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { carryOut, clock, understood } from './job';
import { byAccount, insertColumn, openList, sortList } from './meddle';
import { newAccount, newExport } from './new-export';
import { openWorkbook, type Cell, type OpenWorkbook } from './office';
import { keptPane } from './pane';

/** No other pane is there: what is silent for a moment has broken off. */
export const paneOn = (): OfficeWorkbook => new OfficeWorkbook(clock, 0, 1);

/** A book, and something that is about to be written in it. */
export interface WriteJob {
  readonly book: OpenWorkbook;
  readonly write: () => Promise<unknown>;
}

export interface WriteCase {
  readonly name: string;
  /** Opens the book and brings it to where the job begins. */
  readonly open: () => Promise<WriteJob>;
}

type Kind = 'table' | 'range';
const KINDS: readonly Kind[] = ['table', 'range'];
const ACCOUNTS = 12;

/** A book on which `begin` does what comes before, and answers the job. */
async function on(
  opening: Promise<OpenWorkbook>,
  begin: (book: OpenWorkbook) => Promise<() => Promise<unknown>>,
): Promise<WriteJob> {
  const book = await opening;
  try {
    return { book, write: await begin(book) };
  } catch (error) {
    book.dispose();
    throw error;
  }
}

async function ordered(settings: object): Promise<PreparedOrder> {
  const port = paneOn();
  const understanding = await understood(settings, port);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  return prepareOrder(understanding, designed, port);
}

async function keepFirst(settings: object): Promise<void> {
  await carryOut(settings);
  await paneOn().keep();
}

const POTENTIAL = { balance: [{ metric: 'potential' }] };
const TWO_METRICS = { balance: [{ metric: 'potential' }, { metric: 'count', tolerance: 0.4 }] };

/** How a second plan may differ from the first: what was set for the one, and for the other. */
const CHANGES: Readonly<Record<string, readonly [before: object, after: object]>> = {
  'fewer territories': [{ territories: 4 }, { territories: 2, seed: 4 }],
  'more territories': [{ territories: 2 }, { territories: 4, seed: 4 }],
  'one metric more': [
    { territories: 3, ...POTENTIAL },
    { territories: 3, ...TWO_METRICS },
  ],
  'one metric less': [
    { territories: 3, ...TWO_METRICS },
    { territories: 3, ...POTENTIAL },
  ],
  'another language': [
    { territories: 3, language: 'en' },
    { territories: 3, language: 'de' },
  ],
};

const second = Object.entries(CHANGES).flatMap(([change, [before, after]], c): WriteCase[] => {
  // Both kinds of list, turn by turn: after the first Apply a range is a table too.
  const kind = KINDS[c % 2] ?? 'table';
  return [
    {
      name: `second Apply with ${change}, ${kind}, sorted in between`,
      open: () =>
        on(openList(kind, ACCOUNTS), async (book) => {
          await keepFirst(before);
          await sortList(book);
          const order = await ordered(after);
          await sortList(book, 'Account ID');
          return () => paneOn().apply(order);
        }),
    },
    {
      name: `Revert of a second Apply with ${change}, ${kind}, sorted since`,
      open: () =>
        on(openList(kind, ACCOUNTS), async (book) => {
          await keepFirst(before);
          await carryOut(after);
          await sortList(book);
          return () => paneOn().revert();
        }),
    },
  ];
});

const onEachKind = KINDS.flatMap((kind): WriteCase[] => [
  {
    name: `first Apply, ${kind}`,
    open: () =>
      on(openList(kind, ACCOUNTS), async () => {
        const order = await ordered({ territories: 3 });
        return () => paneOn().apply(order);
      }),
  },
  {
    name: `second Apply, ${kind}, sorted in between`,
    open: () =>
      on(openList(kind, ACCOUNTS), async (book) => {
        await keepFirst({ territories: 3 });
        await sortList(book);
        const order = await ordered({ territories: 2, seed: 4 });
        await sortList(book, 'Account ID');
        return () => paneOn().apply(order);
      }),
  },
  {
    name: `Revert of a first Apply, ${kind}, a column inserted since`,
    open: () =>
      on(openList(kind, ACCOUNTS), async (book) => {
        await carryOut({ territories: 3 });
        await insertColumn(book, 'City', 'Mine');
        return () => paneOn().revert();
      }),
  },
  {
    name: `Revert of a second Apply, ${kind}, sorted and renamed since`,
    open: () =>
      on(openList(kind, ACCOUNTS), async (book) => {
        await keepFirst({ territories: 3 });
        await carryOut({ territories: 2, seed: 4 });
        await sortList(book);
        await book.run(async (context) => {
          context.workbook.worksheets.getItem('Balance').name = 'Fairness';
          context.workbook.tables
            .getItem(kind === 'table' ? 'Deals' : 'Accounts')
            .columns.getItem('Lock').name = 'Held';
          await context.sync();
        });
        return () => paneOn().revert();
      }),
  },
  {
    name: `Keep, ${kind}`,
    open: () =>
      on(openList(kind, ACCOUNTS), async () => {
        await carryOut({ territories: 3 });
        return () => paneOn().keep();
      }),
  },
  {
    name: `new names, ${kind}`,
    open: () =>
      on(openList(kind, ACCOUNTS), async () => {
        const { designed } = await carryOut({ territories: 3 });
        await paneOn().keep();
        const [first] = designed.plan.territories;
        const names = new Map([[first?.name ?? '', 'North']]);
        return () => paneOn().rename({ layer: MAIN_LAYER, names, record: designed.record });
      }),
  },
]);

const others: readonly WriteCase[] = [
  {
    name: 'Revert of a second Apply, words typed since in Lock and on Compare',
    open: () =>
      on(openList('table', ACCOUNTS), async (book) => {
        await keepFirst({ territories: 3 });
        const port = paneOn();
        await port.apply(await sheetsAlone([compare], await understood({}, port), port, clock));
        await carryOut({ territories: 2, seed: 4 });
        await book.run(async ({ workbook: { tables } }) => {
          const fill = (table: string, column: string, word: string) => {
            tables.getItem(table).columns.getItem(column).getDataBodyRange().getCell(1, 0).values = [[word]];
          };
          fill('Deals', 'Lock', 'Keep here');
          fill('EfCompareMoves', 'Comment', 'since');
          await tables.context.sync();
        });
        return () => paneOn().revert();
      }),
  },
  {
    name: 'sample',
    open: () =>
      on(openWorkbook(), () => {
        const sheets = sampleSheets({ accounts: 8, reps: 2 });
        return Promise.resolve(() => paneOn().insert(sheets));
      }),
  },
  {
    name: 'team list, remembered',
    open: () =>
      on(openList('table', ACCOUNTS), async () => {
        await paneOn().save('other', 1);
        const list = { name: 'Reps', headers: ['Rep name'], rows: [['Ana']], formats: ['@'] };
        return () => paneOn().insert([list], undefined, { settings: { reps: 'Reps' } });
      }),
  },
  {
    name: 'single cells, sorted in between',
    open: () =>
      on(openList('table', ACCOUNTS), async (book) => {
        await keepFirst({ territories: 3 });
        const order = editOrder(await understood(), 'lock', (i) => (i % 5 === 1 ? 'Keep here' : undefined));
        await sortList(book);
        return () => paneOn().edit(order);
      }),
  },
  {
    name: 'Data Quality',
    open: () =>
      on(openList('table', ACCOUNTS), async () => {
        const order = await sheetsAlone([dataQuality], await understood(), paneOn(), clock);
        return () => paneOn().apply(order);
      }),
  },
];

const QUOTA: QuotaChange = {
  lines: [{ component: 'new', role: '', segment: '', amount: 3_000_000, method: 'equal' }],
};

/** An action of a pane, its trouble as a failure: it reads, writes, remembers and shows. */
const asked =
  <Args extends readonly unknown[]>(store: Store, action: Action<Args>, ...args: Args) =>
  async () => {
    await store.run(action, ...args);
    if (store.state.trouble !== undefined) throw new Error(store.state.trouble);
  };

const ACCEPTED = { by: 'Eva', reason: '', effective: '2027-01-01' };

/** The account in a row of the list goes to another territory. */
async function moveElsewhere(book: OpenWorkbook, row: number): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('Deals').columns.getItem('Territory').getDataBodyRange();
    body.load('values');
    await context.sync();
    const other = body.values.find(([name]) => name !== body.values[row]?.[0]);
    body.getCell(row, 0).values = [other ?? []];
    await context.sync();
  });
}

const inPanes: readonly WriteCase[] = [
  {
    name: 'quotas, and what is said of them',
    open: () => on(openList('table', ACCOUNTS), async () => asked(await keptPane(), writeQuotas, QUOTA)),
  },
  {
    name: 'issue of quotas',
    open: () =>
      on(openList('table', ACCOUNTS), async () => {
        const store = await keptPane();
        await asked(store, writeQuotas, QUOTA)();
        return asked(store, issueQuotas, 'Eva');
      }),
  },
  {
    name: 'acceptance of changes, sorted in between, the log written before',
    open: () =>
      on(openList('table', ACCOUNTS), async (book) => {
        const store = await keptPane();
        await moveElsewhere(book, 0);
        await store.run(lookAgain);
        await asked(store, acceptChanges, ACCEPTED)();
        await moveElsewhere(book, 2);
        await store.run(lookAgain);
        await sortList(book);
        return asked(store, acceptChanges, ACCEPTED);
      }),
  },
  {
    name: 'a newer export taken over, sorted in between',
    open: () =>
      on(openList('table', ACCOUNTS), async (book) => {
        const store = await keptPane();
        const change = (row: Record<string, Cell>) =>
          row['Account ID'] === 'A004' ? undefined : { ...row, Potential: Number(row['Potential']) + 1 };
        await newExport(book, change, { more: [newAccount('A901'), newAccount('0902')] });
        await store.run(lookAgain);
        await asked(store, compareExport, 'December')();
        await sortList(book);
        return asked(store, takeExport);
      }),
  },
  {
    name: 'load files, a second time',
    open: () =>
      on(openList('table', ACCOUNTS), async (book) => {
        const store = await keptPane();
        await asked(store, writeLoads)();
        await sortList(book);
        return asked(store, writeLoads);
      }),
  },
  {
    name: 'load files, when there is nothing to load any more',
    open: () =>
      on(openList('table', ACCOUNTS), async (book) => {
        const store = await keptPane();
        await asked(store, writeLoads)();
        const owners = await byAccount(book, 'Territory Owner');
        const ids = await byAccount(book, 'Account ID');
        await book.run(async (context) => {
          const column = context.workbook.tables.getItem('Deals').columns.getItem('Owner');
          column.getDataBodyRange().values = Object.keys(ids).map((id) => [owners[id]]);
          await context.sync();
        });
        return asked(store, writeLoads);
      }),
  },
];

/** Every writing action, on every kind of book. */
export const WRITE_CASES: readonly WriteCase[] = [...onEachKind, ...second, ...others, ...inPanes];

/** A second Apply over so many accounts that their journal needs more than one request. */
export const largeCase = (accounts: number): WriteCase => ({
  name: `second Apply over ${accounts} accounts`,
  open: () =>
    on(openList('table', accounts), async () => {
      await keepFirst({ territories: 8, effort: 0.1 });
      const order = await ordered({ territories: 6, seed: 4, effort: 0.1 });
      return () => paneOn().apply(order);
    }),
});
