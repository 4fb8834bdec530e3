import type { Action } from '../../src/app/action';
import { acceptChanges } from '../../src/app/actions/accept-changes';
import { compareExport } from '../../src/app/actions/compare-export';
import { joinOpen } from '../../src/app/actions/join-open';
import { issueQuotas } from '../../src/app/actions/issue-quotas';
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
import { copies } from './copies';
import { carryOut, clock, understood } from './job';
import { byAccount, insertColumn, openList, sortList } from './meddle';
import { newAccount, newExport } from './new-export';
import { openWorkbook, type Cell, type OpenWorkbook } from './office';
import { act, keptPane, pane } from './pane';
import { ACCOUNTS as LIST, keptPlan } from './quotas';
import { addTeam, fillOrder, sortTeam } from './team-list';
import { yearView } from './year';

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

/** What a job is done with: an order, names. It is found out once, and every copy of the book is written with it. */
type Writing<T> = (
  found: T,
  book: OpenWorkbook,
) => (() => Promise<unknown>) | Promise<() => Promise<unknown>>;

/** A case whose book is brought to where the job begins once, and opened as a copy from then on. */
function onCopies<T>(
  name: string,
  prepare: () => Promise<OpenWorkbook>,
  find: (book: OpenWorkbook) => Promise<T>,
  writing: Writing<T>,
): WriteCase {
  const opened = copies(async () => {
    const book = await prepare();
    return { book, found: await orDispose(book, find(book)) };
  });
  return {
    name,
    open: async () => {
      const { book, found } = await opened();
      return { book, write: await orDispose(book, Promise.resolve(writing(found, book))) };
    },
  };
}

function orDispose<T>(book: OpenWorkbook, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    book.dispose();
    throw error;
  });
}

const nothing = (): Promise<void> => Promise.resolve();

/** Books that several cases begin with, by what was done in them. */
const known = new Map<string, () => Promise<OpenWorkbook>>();
function begun(
  name: string,
  from: () => Promise<OpenWorkbook>,
  act: (book: OpenWorkbook) => Promise<unknown>,
): () => Promise<OpenWorkbook> {
  const before = known.get(name);
  if (before !== undefined) return before;
  const opened = copies(async () => {
    const book = await from();
    return { book, found: await orDispose(book, act(book)) };
  });
  const open = async () => (await opened()).book;
  known.set(name, open);
  return open;
}

const list = (kind: Kind) => () => openList(kind, ACCOUNTS);
/** A list with a plan that waits for its decision, and with one that is kept. */
const applied = (kind: Kind, settings: object) =>
  begun(`applied ${kind} ${JSON.stringify(settings)}`, list(kind), () => carryOut(settings));
const kept = (kind: Kind, settings: object) =>
  begun(`kept ${kind} ${JSON.stringify(settings)}`, applied(kind, settings), () => paneOn().keep());
/** A second plan over one that was kept. */
const appliedAgain = (kind: Kind, before: object, after: object) =>
  begun(`again ${kind} ${JSON.stringify([before, after])}`, kept(kind, before), () => carryOut(after));

async function ordered(settings: object): Promise<PreparedOrder> {
  const port = paneOn();
  const understanding = await understood(settings, port);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  return prepareOrder(understanding, designed, port);
}

/** The order of a second plan, over a list that was sorted before and after. */
async function orderedWhileSorted(book: OpenWorkbook, settings: object): Promise<PreparedOrder> {
  await sortList(book);
  const order = await ordered(settings);
  await sortList(book, 'Account ID');
  return order;
}

const applying = (order: PreparedOrder) => () => paneOn().apply(order);
const reverting = () => () => paneOn().revert();

const POTENTIAL = { balance: [{ metric: 'potential' }] };
const TWO_METRICS = { balance: [{ metric: 'potential' }, { metric: 'count', tolerance: 0.4 }] };
const FIRST = { territories: 3 };
const SECOND = { territories: 2, seed: 4 };

/** How a second plan may differ from the first: what was set for the one, and for the other. */
const CHANGES: Readonly<Record<string, readonly [before: object, after: object]>> = {
  'fewer territories': [{ territories: 4 }, SECOND],
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
    onCopies(
      `second Apply with ${change}, ${kind}, sorted in between`,
      kept(kind, before),
      (book) => orderedWhileSorted(book, after),
      applying,
    ),
    onCopies(
      `Revert of a second Apply with ${change}, ${kind}, sorted since`,
      appliedAgain(kind, before, after),
      (book) => sortList(book),
      reverting,
    ),
  ];
});

const onEachKind = KINDS.flatMap((kind): WriteCase[] => [
  onCopies(`first Apply, ${kind}`, list(kind), () => ordered(FIRST), applying),
  onCopies(
    `second Apply, ${kind}, sorted in between`,
    kept(kind, FIRST),
    (book) => orderedWhileSorted(book, SECOND),
    applying,
  ),
  onCopies(
    `Revert of a first Apply, ${kind}, a column inserted since`,
    applied(kind, FIRST),
    (book) => insertColumn(book, 'City', 'Mine'),
    reverting,
  ),
  onCopies(
    `Revert of a second Apply, ${kind}, sorted and renamed since`,
    appliedAgain(kind, FIRST, SECOND),
    async (book) => {
      await sortList(book);
      await act(book, ({ worksheets, tables }) => {
        worksheets.getItem('Balance').name = 'Fairness';
        tables.getItem(kind === 'table' ? 'Deals' : 'Accounts').columns.getItem('Lock').name = 'Held';
      });
    },
    reverting,
  ),
  onCopies(`Keep, ${kind}`, applied(kind, FIRST), nothing, () => () => paneOn().keep()),
  onCopies(
    `new names, ${kind}`,
    kept(kind, FIRST),
    async () => {
      const { record } = (await understood()).book;
      if (record === undefined) throw new Error('There is no plan.');
      return record;
    },
    (record) => () => {
      const names = new Map([[record.territories[0]?.name ?? '', 'North']]);
      return paneOn().rename({ layer: MAIN_LAYER, names, record });
    },
  ),
  onCopies(
    `cells of the team list and of ours, ${kind}, sorted in between`,
    kept(kind, FIRST),
    async (book) => {
      await addTeam(book, kind);
      const order = await fillOrder();
      await sortTeam(book);
      return order;
    },
    (order) => () => paneOn().apply(order),
  ),
]);

const others: readonly WriteCase[] = [
  onCopies(
    'Revert of a second Apply, words typed since in Lock and on Compare',
    begun('compared', kept('table', FIRST), async () => {
      const port = paneOn();
      await port.apply(await sheetsAlone([compare], await understood({}, port), port, clock));
      await carryOut(SECOND);
    }),
    (book) =>
      act(book, ({ tables }) => {
        const fill = (table: string, column: string, word: string) => {
          tables.getItem(table).columns.getItem(column).getDataBodyRange().getCell(1, 0).values = [[word]];
        };
        fill('Deals', 'Lock', 'Keep here');
        fill('EfCompareMoves', 'Comment', 'since');
      }),
    reverting,
  ),
  onCopies(
    'sample',
    () => openWorkbook(),
    nothing,
    () => () => paneOn().insert(sampleSheets({ accounts: 8, reps: 2 })),
  ),
  onCopies(
    'team list, remembered',
    list('table'),
    () => paneOn().save('other', 1),
    () => () => {
      const reps = { name: 'Reps', headers: ['Rep name'], rows: [['Ana']], formats: ['@'] };
      return paneOn().insert([reps], undefined, { settings: { reps: 'Reps' } });
    },
  ),
  onCopies(
    'single cells, sorted in between',
    kept('table', FIRST),
    async (book) => {
      const order = editOrder(await understood(), 'lock', (i) => (i % 5 === 1 ? 'Keep here' : undefined));
      await sortList(book);
      return order;
    },
    (order) => () => paneOn().edit(order),
  ),
  onCopies(
    'Data Quality',
    list('table'),
    async () => sheetsAlone([dataQuality], await understood(), paneOn(), clock),
    (order) => () => paneOn().apply(order),
  ),
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

const SMALL = LIST.slice(0, ACCOUNTS + 1);

/** A plan that a pane keeps, and what was done after it. */
const inPane = begun('kept in a pane', list('table'), keptPane);
const withQuotas = begun('quotas', inPane, async () => asked(await pane(), writeQuotas, QUOTA)());
const withLoads = begun('loads', inPane, async () => asked(await pane(), writeLoads)());

const inPanes: readonly WriteCase[] = [
  onCopies('quotas, and what is said of them', inPane, nothing, async () =>
    asked(await pane(), writeQuotas, QUOTA),
  ),
  onCopies('issue of quotas', withQuotas, nothing, async () => asked(await pane(), issueQuotas, 'Eva')),
  onCopies(
    'acceptance of changes, sorted in between, the log written before',
    inPane,
    async (book) => {
      await moveElsewhere(book, 0);
      await asked(await pane(), acceptChanges, ACCEPTED)();
      await moveElsewhere(book, 2);
    },
    async (_, book) => {
      const store = await pane();
      await sortList(book);
      return asked(store, acceptChanges, ACCEPTED);
    },
  ),
  onCopies(
    'a newer export taken over, sorted in between',
    inPane,
    (book) => {
      const change = (row: Record<string, Cell>) =>
        row['Account ID'] === 'A004' ? undefined : { ...row, Potential: Number(row['Potential']) + 1 };
      return newExport(book, change, { more: [newAccount('A901'), newAccount('0902')] });
    },
    async (_, book) => {
      const store = await pane();
      await asked(store, compareExport, 'December')();
      await sortList(book);
      return asked(store, takeExport);
    },
  ),
  onCopies(
    'somebody joins: team list, list of territories and log',
    async () => (await keptPlan(SMALL)).book,
    nothing,
    async () => {
      const store = await pane();
      const [open = ''] = yearView(store).seats.open;
      return asked(store, joinOpen, open, { name: 'Nora Hall', start: '2027-07-01' });
    },
  ),
  onCopies(
    'load files, a second time',
    withLoads,
    (book) => sortList(book),
    async () => asked(await pane(), writeLoads),
  ),
  onCopies(
    'load files, when there is nothing to load any more',
    withLoads,
    async (book) => {
      const owners = await byAccount(book, 'Territory Owner');
      const ids = await byAccount(book, 'Account ID');
      await act(book, ({ tables }) => {
        const column = tables.getItem('Deals').columns.getItem('Owner');
        column.getDataBodyRange().values = Object.keys(ids).map((id) => [owners[id]]);
      });
    },
    async () => asked(await pane(), writeLoads),
  ),
];

/** Every writing action, on every kind of book. */
export const WRITE_CASES: readonly WriteCase[] = [...onEachKind, ...second, ...others, ...inPanes];

/** A second Apply over so many accounts that their journal needs more than one request. */
export const largeCase = (accounts: number): WriteCase => ({
  name: `second Apply over ${accounts} accounts`,
  open: async () => {
    const book = await openList('table', accounts);
    const order = await orDispose(
      book,
      carryOut({ territories: 8, effort: 0.1 })
        .then(() => paneOn().keep())
        .then(() => ordered({ territories: 6, seed: 4, effort: 0.1 })),
    );
    return { book, write: applying(order) };
  },
});
