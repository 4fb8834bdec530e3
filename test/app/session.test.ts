import type { Design } from '../../src/engine/problem';
import type { SessionPorts } from '../../src/app/session';
import { Session } from '../../src/app/session';
import type { SolverPort, WorkbookPort } from '../../src/app/ports';
import { Failure } from '../../src/plan/failures';
import { InlineSolver } from '../../src/worker/inline-solver';
import type { Cell, SheetSurvey, SourceTable } from '../../src/plan/cells';
import { clock, places } from '../support/job';

const HEADERS = ['Account Name', 'Potential', 'City', 'State', 'Owner'];
const ROWS: Cell[][] = Array.from({ length: 24 }, (_, i) => [
  `Account ${i}`,
  100 + (i % 5),
  ['Denver', 'Boise', 'Austin'][i % 3] ?? '',
  ['CO', 'ID', 'TX'][i % 3] ?? '',
  ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
]);

/** A workbook that holds one table and remembers what was asked of it. */
function fakeWorkbook(change: Partial<WorkbookPort> = {}): WorkbookPort & { calls: string[] } {
  const calls: string[] = [];
  const source: SourceTable = {
    sheet: 'Export',
    table: 'Deals',
    headerRow: 1,
    firstRow: 2,
    firstColumn: 1,
    rowCount: ROWS.length,
    headers: HEADERS,
    columns: HEADERS.map((_, c) => ROWS.map((row) => row[c] ?? '')),
    formats: HEADERS.map(() => 'General'),
    isFormula: HEADERS.map(() => false),
    hiddenRows: [],
  };
  const survey: SheetSurvey[] = [
    {
      sheet: 'Export',
      visible: true,
      isProtected: false,
      top: [HEADERS, ...ROWS],
      firstRow: 1,
      firstColumn: 1,
      rowCount: ROWS.length + 1,
      columnCount: HEADERS.length,
      tables: [
        {
          name: 'Deals',
          headers: HEADERS,
          headerRow: 1,
          firstColumn: 1,
          rowCount: ROWS.length,
          hasTotals: false,
        },
      ],
    },
  ];
  let pending = false;
  return {
    calls,
    survey: () => Promise.resolve(survey),
    read: () => Promise.resolve(source),
    ownership: ({ columns, sheets }) =>
      Promise.resolve({
        columns: Object.fromEntries(columns.map(({ key, header }) => [key, header])),
        sheets: Object.fromEntries(sheets.map(({ key, name }) => [key, name])),
      }),
    owned: () => Promise.resolve(undefined),
    apply: () => {
      calls.push('apply');
      pending = true;
      return Promise.resolve();
    },
    rename: () => Promise.resolve(),
    pending: () => Promise.resolve(pending ? { state: 'applied', at: '2026-11-22' } : { state: 'none' }),
    keep: () => {
      calls.push('keep');
      pending = false;
      return Promise.resolve();
    },
    revert: () => {
      calls.push('revert');
      pending = false;
      return Promise.resolve();
    },
    record: () => Promise.resolve(undefined),
    load: () => Promise.resolve(undefined),
    save: () => Promise.resolve(),
    insert: () => Promise.resolve(),
    select: (address) => {
      calls.push(`select ${address}`);
      return Promise.resolve();
    },
    watch: () => Promise.resolve(() => Promise.resolve()),
    isEmpty: () => Promise.resolve(false),
    ...change,
  };
}

function sessionOver(workbook: WorkbookPort, solver: SolverPort = new InlineSolver()): Session {
  const ports: SessionPorts = { workbook, solver, places, clock };
  return new Session(ports, 'en');
}

test('from opening to kept: found, previewed, applied, kept', async () => {
  const workbook = fakeWorkbook();
  const session = sessionOver(workbook);
  await session.look();
  expect(session.state.activity.kind).toBe('ready');
  expect(session.state.summary?.accounts).toBe('24 accounts in the table Deals.');
  expect(session.state.summary?.team).toBe('2 territories, one for each owner named in the list.');
  await session.design();
  expect(session.state.preview?.headline).toMatch(/^2 of 2 territories within ±10%/);
  expect(workbook.calls).toEqual([]);
  await session.apply();
  expect(session.state.activity.kind).toBe('applied');
  expect(session.state.news).toContain('Columns written: Territory, Territory Owner');
  await session.keep();
  expect(workbook.calls).toEqual(['apply', 'keep']);
  expect(session.state).toMatchObject({ activity: { kind: 'ready' }, preview: undefined });
});

test('cancel ends a design and leaves what was there', async () => {
  const endless: SolverPort = {
    design: (_problem, onProgress, signal) =>
      new Promise<Design>((_, reject) => {
        onProgress({ stage: 'balance', done: 0.5, worstDeviation: 0.3 });
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  };
  const session = sessionOver(fakeWorkbook(), endless);
  await session.look();
  const designing = session.design();
  while (session.state.activity.kind !== 'designing' || session.state.activity.done < 0.5) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  session.cancel();
  await designing;
  expect(session.state).toMatchObject({
    activity: { kind: 'ready' },
    preview: undefined,
    news: 'Cancelled. Nothing was changed.',
  });
});

test('a refusal is said in words, and the pane goes on from where it was', async () => {
  const workbook = fakeWorkbook({
    apply: () => Promise.reject(new Failure('noRoom', { address: 'Export!G9' })),
  });
  const session = sessionOver(workbook);
  await session.look();
  await session.design();
  await session.apply();
  expect(session.state.activity.kind).toBe('ready');
  expect(session.state.trouble).toMatch(/^There is something in Export!G9/);
  expect(session.state.preview).toBeDefined();
});

test('a plan that was applied before the pane was opened can be reverted', async () => {
  const workbook = fakeWorkbook();
  await workbook.apply({} as never);
  const session = sessionOver(workbook);
  await session.look();
  expect(session.state.activity.kind).toBe('applied');
  await session.revert();
  expect(workbook.calls).toContain('revert');
  expect(session.state.news).toBe('Everything is as it was before.');
});

test('too many territories block the design, with the reason', async () => {
  const session = sessionOver(fakeWorkbook());
  await session.look();
  await session.adjust({ territories: 30 });
  expect(session.state.summary?.blocked).toBe(
    '30 territories were asked for, but there are only 24 accounts.',
  );
});

test('an empty workbook is offered sample data', async () => {
  const session = sessionOver(fakeWorkbook({ isEmpty: () => Promise.resolve(true) }));
  await session.look();
  expect(session.state.activity.kind).toBe('empty');
});

test('a team list is added, remembered and said; what goes wrong is said too', async () => {
  const inserted: string[] = [];
  const saved: unknown[] = [];
  const workbook = fakeWorkbook({
    insert: (sheets) => {
      inserted.push(...sheets.map(({ name }) => name));
      return inserted.length > 1
        ? Promise.reject(new Failure('nameTaken', { name: 'Reps' }))
        : Promise.resolve();
    },
    save: (_key, value) => {
      saved.push(value);
      return Promise.resolve();
    },
  });
  const session = sessionOver(workbook);
  await session.look();
  await session.makeTeamList();
  expect(saved).toMatchObject([{ reps: { table: 'Reps' } }]);
  expect(session.state.news).toMatch(/^The table Reps was added/);
  await session.makeTeamList();
  expect(session.state.trouble).toMatch(/^There is already a sheet or table called Reps/);
  expect(inserted).toEqual(['Reps', 'Reps']);
});

test('findings are listed on a sheet without a decision to make', async () => {
  const workbook = fakeWorkbook({ owned: () => Promise.resolve(undefined) });
  const session = sessionOver(workbook);
  await session.look();
  await session.listFindings();
  expect(workbook.calls).toEqual(['apply', 'keep', "select 'Data Quality'!A1"]);
  expect(session.state).toMatchObject({
    activity: { kind: 'ready' },
    news: 'Every finding is listed on the sheet Data Quality.',
  });
});

test('a table chosen earlier that is gone since is not missed: the likeliest is read', async () => {
  const load = () => Promise.resolve({ accounts: { sheet: 'Old', table: 'Old' } });
  const session = sessionOver(fakeWorkbook({ load }));
  await session.look();
  expect(session.state.trouble).toBeUndefined();
  expect(session.state.summary?.accounts).toBe('24 accounts in the table Deals.');
});

test('a corrected column is remembered in the workbook, for the next pane', async () => {
  let stored: unknown;
  const workbook = fakeWorkbook({
    save: (_key, value) => {
      stored = value;
      return Promise.resolve();
    },
    load: () => Promise.resolve(stored),
  });
  const session = sessionOver(workbook);
  await session.look();
  const header = (open: Session, field: string) =>
    open.state.summary?.columns.lines.find((line) => line.field === field)?.header;
  expect(header(session, 'state')).toBe('State');
  await session.mapColumn('segment', 'State');
  await session.mapColumn('state', '');
  const next = sessionOver(workbook);
  await next.look();
  expect(header(next, 'segment')).toBe('State');
  expect(header(next, 'state')).toBe('');
});
