import { revert } from '../../src/app/actions/revert';
import { Failure } from '../../src/plan/failures';
import { claim } from '../../src/workbook/checkpoint';
import { write, type Job } from '../../src/workbook/door';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { requestsOf, withFault } from '../support/faults';
import { clock, picture } from '../support/job';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane, calculationMode, pane, sheetNames } from '../support/pane';

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openList('table', 6);
});
afterEach(() => {
  book.dispose();
});

const desk = { pane: 'one', now: () => clock.now(), patience: 0, silence: 500 };

/** A job that makes a sheet, and then fails. */
const failing = (code: 'host' | 'hostGone'): Job => ({
  journal: { sheets: [{ key: 'new', name: 'New' }], names: [], record: [], place: 0 },
  write: async () => {
    await act(book, ({ worksheets }) => {
      worksheets.add('New');
    });
    throw new Failure(code, { message: '', location: '' });
  },
});

test('a job that fails is rolled back at once, and the failure says so', async () => {
  const before = await picture(book);
  await expect(write(desk, 'done', () => Promise.resolve(failing('host')))).rejects.toMatchObject({
    code: 'host',
    params: { outcome: 'back' },
  });
  expect(await picture(book)).toEqual(before);
  expect(await calculationMode(book)).toBe('Automatic');
});

test('where the host is gone nothing more is asked of it: the next pane rolls back', async () => {
  const before = await picture(book);
  const failed = await write(desk, 'done', () => Promise.resolve(failing('hostGone'))).catch(
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({ code: 'hostGone' });
  expect((failed as Failure).params['outcome']).toBeUndefined();
  expect(await sheetNames(book)).toEqual(['Export', 'Notes', 'EfUndo', 'New']);
  const store = await pane();
  expect(store.state.news).toBe('An earlier change broke off. The workbook has been put back as it was.');
  expect(await picture(book)).toEqual(before);
});

test('what asks for no decision can be written while another is open, and leaves that as it is', async () => {
  const store = await appliedPane();
  const port = new OfficeWorkbook(clock);
  await port.insert([{ name: 'Team', headers: ['Rep name'], rows: [['Ana']], formats: ['@'] }]);
  expect(await port.pending()).toMatchObject({
    state: 'applied',
    wrote: {
      isPlan: true,
      sheets: expect.arrayContaining(['Balance', 'Territory Plan']) as string[],
      columns: expect.arrayContaining(['Territory', 'Lock']) as string[],
    },
  });
  expect(await sheetNames(book)).toContain('Team');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect((await sheetNames(book)).filter((name) => /^(Balance|Ef)/.test(name))).toEqual([]);
});

describe.each(['done', 'applied'] as const)('a job that ends %s', (end) => {
  const job: Job = {
    journal: { sheets: [{ key: 'new', name: 'New' }], names: [], record: [], place: 0 },
    write: () =>
      act(book, ({ worksheets }) => {
        worksheets.add('New');
      }),
  };
  const run = () => write(desk, end, () => Promise.resolve(job));
  const checkpoint = end === 'done' ? [] : ['EfCheckpoint'];
  let last = 0;

  beforeEach(async () => {
    last = Math.max(...(await requestsOf(book, run)));
    book.dispose();
    book = await openList('table', 6);
  });

  test('and whose last request was carried out, whatever was answered, is done', async () => {
    // The very last one lets the client forget what it has read.
    expect(await withFault(book, last - 1, 'after', run)).toBe('done');
    expect((await sheetNames(book)).sort()).toEqual([...checkpoint, 'Export', 'New', 'Notes'].sort());
    expect(await new OfficeWorkbook(clock).pending()).toMatchObject({
      state: end === 'done' ? 'none' : 'applied',
    });
  });

  test('and whose last request was refused has changed nothing', async () => {
    const before = await picture(book);
    expect(await withFault(book, last - 1, 'before', run)).toBe('failed');
    expect(await picture(book)).toEqual(before);
  });
});

test('a job that refuses to begin has touched nothing, and says so', async () => {
  const before = await picture(book);
  const refused = () => Promise.reject(new Failure('noRoom', { address: 'Export!G9' }));
  await expect(write(desk, 'done', refused)).rejects.toMatchObject({
    code: 'noRoom',
    params: { address: 'Export!G9', outcome: 'untouched' },
  });
  expect(await picture(book)).toEqual(before);
});

test('where another pane has begun a job this one is refused, and leaves the other alone', async () => {
  await book.run((context) => claim(context, 'EfUndo', { phase: 'writing', pane: 'two' }, clock.now()));
  const before = await picture(book);
  await expect(write(desk, 'done', () => Promise.resolve(failing('host')))).rejects.toMatchObject({
    code: 'otherPane',
    params: { outcome: 'untouched' },
  });
  expect(await picture(book)).toEqual(before);
});

test('a job that fails and cannot be rolled back is broken, and why is said', async () => {
  const job = failing('host');
  const protects = async () => {
    await act(book, ({ protection }) => {
      protection.protect();
    });
    await job.write(() => undefined);
  };
  await expect(write(desk, 'done', () => Promise.resolve({ ...job, write: protects }))).rejects.toMatchObject(
    { code: 'broken', params: { why: 'protectedBook', outcome: 'broken' } },
  );
});
