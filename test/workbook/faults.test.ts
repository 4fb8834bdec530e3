import { appendFileSync } from 'node:fs';
import type { FaultKind } from '../../src/workbench';
import { designPlan } from '../../src/app/design';
import { prepareOrder, type PreparedOrder } from '../../src/app/order';
import { sheetAlone } from '../../src/app/order';
import { MAIN_LAYER } from '../../src/plan/layer';
import { dataQuality } from '../../src/reports/data-quality';
import { sampleSheets } from '../../src/app/sample/sample';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { requestsOf, wholeState, withFault } from '../support/faults';
import { carryOut, clock, understood } from '../support/job';
import { insertColumn, openList, sortList } from '../support/meddle';
import { openWorkbook, type OpenWorkbook } from '../support/office';

/** Every request of every job with `FAULTS=all`; else every k-th, another part of them in each case. */
const STRIDE = process.env['FAULTS'] === 'all' ? 1 : 11;
const KINDS: readonly FaultKind[] = ['before', 'after', 'gone'];
const ACCOUNTS = 12;

let book: OpenWorkbook;
let isOpen = false;
let injected = 0;
const close = () => {
  if (isOpen) book.dispose();
  isOpen = false;
};
afterEach(close);
afterAll(() => {
  process.stdout.write(`${injected} faults injected\n`);
  const list = process.env['FAULTS_LIST'];
  if (list !== undefined) appendFileSync(list, `${injected}\n`);
});

async function opened(opening: Promise<OpenWorkbook>): Promise<void> {
  book = await opening;
  isOpen = true;
}

const workbook = () => new OfficeWorkbook(clock);

async function ordered(settings: object): Promise<PreparedOrder> {
  const port = workbook();
  const understanding = await understood(settings, port);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  return prepareOrder(understanding, designed, port);
}

interface Case {
  readonly name: string;
  /** Opens the book and brings it to where the job begins; returns the job. */
  readonly open: () => Promise<() => Promise<unknown>>;
}

const lists = ['table', 'range'] as const;
const second = async () => {
  await carryOut({ territories: 3 });
  await workbook().keep();
};

const cases: Case[] = [
  ...lists.flatMap((kind): Case[] => [
    {
      name: `first Apply, ${kind}`,
      open: async () => {
        await opened(openList(kind, ACCOUNTS));
        const order = await ordered({ territories: 3 });
        return () => workbook().apply(order);
      },
    },
    {
      name: `second Apply, ${kind}, sorted in between`,
      open: async () => {
        await opened(openList(kind, ACCOUNTS));
        await second();
        await sortList(book);
        const order = await ordered({ territories: 2, seed: 4 });
        await sortList(book, 'Account ID');
        return () => workbook().apply(order);
      },
    },
    {
      name: `Revert of a first Apply, ${kind}, a column inserted since`,
      open: async () => {
        await opened(openList(kind, ACCOUNTS));
        await carryOut({ territories: 3 });
        await insertColumn(book, 'City', 'Mine');
        return () => workbook().revert();
      },
    },
    {
      name: `Revert of a second Apply, ${kind}, sorted and renamed since`,
      open: async () => {
        await opened(openList(kind, ACCOUNTS));
        await second();
        await carryOut({ territories: 2, seed: 4 });
        await sortList(book);
        await book.run(async (context) => {
          context.workbook.worksheets.getItem('Balance').name = 'Fairness';
          context.workbook.tables
            .getItem(kind === 'table' ? 'Deals' : 'Accounts')
            .columns.getItem('Lock').name = 'Held';
          await context.sync();
        });
        return () => workbook().revert();
      },
    },
    {
      name: `Keep, ${kind}`,
      open: async () => {
        await opened(openList(kind, ACCOUNTS));
        await carryOut({ territories: 3 });
        return () => workbook().keep();
      },
    },
    {
      name: `new names, ${kind}`,
      open: async () => {
        await opened(openList(kind, ACCOUNTS));
        const { designed } = await carryOut({ territories: 3 });
        await workbook().keep();
        const [first] = designed.plan.territories;
        const names = new Map([[first?.name ?? '', 'North']]);
        return () => workbook().rename({ layer: MAIN_LAYER, names, record: designed.record });
      },
    },
  ]),
  {
    name: 'sample',
    open: async () => {
      await opened(openWorkbook());
      const sheets = sampleSheets({ accounts: 8, reps: 2 });
      return () => workbook().insert(sheets);
    },
  },
  {
    name: 'team list, remembered',
    open: async () => {
      await opened(openList('table', ACCOUNTS));
      await workbook().save('other', 1);
      const list = { name: 'Reps', headers: ['Rep name'], rows: [['Ana']], formats: ['@'] };
      return () => workbook().insert([list], undefined, { settings: { reps: 'Reps' } });
    },
  },
  {
    name: 'Data Quality',
    open: async () => {
      await opened(openList('table', ACCOUNTS));
      const sheet = await sheetAlone(dataQuality, await understood(), workbook(), clock);
      return () => workbook().apply({ layer: MAIN_LAYER, sheets: [sheet], decision: false });
    },
  },
];

/** Old and new state, and what becomes of the old one when the pane is opened again: a Revert is finished then. */
async function ends(one: Case): Promise<{ old: unknown; now: unknown; requests: number }> {
  const job = await one.open();
  const old = await wholeState(book);
  const requests = await requestsOf(book, job);
  const now = await wholeState(book);
  close();
  return { old, now, requests };
}

test.each(cases.map((one, c) => [one.name, one, c] as const))(
  'a fault at any request leaves the old workbook or the new one: %s',
  async (_, one, c) => {
    const { old, now, requests } = await ends(one);
    for (const kind of KINDS) {
      for (let n = 1 + ((c + KINDS.indexOf(kind)) % STRIDE); n <= requests; n += STRIDE) {
        const job = await one.open();
        const outcome = await withFault(book, n, kind, job);
        injected++;
        const { state } = await workbook().pending();
        expect({ n, kind, state }).not.toEqual({ n, kind, state: 'broken' });
        const is = await wholeState(book);
        const end = isSame(is, now) ? 'new' : isSame(is, old) ? 'old' : difference(is, old, now);
        expect({ n, kind, outcome, end }).toEqual({
          n,
          kind,
          outcome,
          end: outcome === 'done' ? 'new' : expect.stringMatching(/^(old|new)$/),
        });
        close();
      }
    }
  },
  1_800_000,
);

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The first few places where a state is neither the old nor the new one. */
function difference(is: unknown, old: unknown, now: unknown): string {
  const found: string[] = [];
  const walk = (path: string, a: unknown, b: unknown, c: unknown) => {
    if (found.length > 3 || isSame(a, b) || isSame(a, c)) return;
    const parts = [a, b, c];
    if (parts.every((part) => typeof part === 'object' && part !== null)) {
      const [x, y, z] = parts as Record<string, unknown>[];
      for (const key of Object.keys({ ...x, ...y, ...z }))
        walk(`${path}.${key}`, x?.[key], y?.[key], z?.[key]);
      if (found.length > 0) return;
    }
    found.push(
      `${path}: ${JSON.stringify(a)?.slice(0, 150)} | old ${JSON.stringify(b)?.slice(0, 150)} | new ${JSON.stringify(c)?.slice(0, 150)}`,
    );
  };
  walk('', is, old, now);
  return found.length > 0 ? found.join('\n') : 'a mixture of both';
}
