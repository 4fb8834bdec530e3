import { applyAgain } from '../../src/app/actions/apply-again';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { insertSample } from '../../src/app/actions/insert-sample';
import { keep } from '../../src/app/actions/keep';
import { listFindings } from '../../src/app/actions/list-findings';
import { lookAgain } from '../../src/app/actions/look-again';
import { makeTeamList } from '../../src/app/actions/make-team-list';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { claim, unusable, writeJournal } from '../../src/workbook/checkpoint';
import { JOURNAL_SCHEMA, type Journal } from '../../src/workbook/journal';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { copies } from '../support/copies';
import { goneAt, withFault } from '../support/faults';
import { clock, picture, valuesOf } from '../support/job';
import { openList } from '../support/meddle';
import { openWorkbook, type OpenWorkbook } from '../support/office';
import { act, calculationMode, pane, sheetNames } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

async function applying() {
  const made = await openList('table');
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  return { book: made, found: store };
}
const withPlan = copies(applying);
/** A pane on a book whose plan waits for its decision. */
async function applied(): Promise<Store> {
  ({ book } = await withPlan());
  return pane();
}

/** Spoils a cell of the checkpoint's sheet. */
const spoil = (address: string, text: string) =>
  book.run(async (context) => {
    context.workbook.worksheets.getItem('EfCheckpoint').getRange(address).values = [[text]];
    await context.sync();
  });

const DAMAGED = /^What Evenfield kept to undo its last change of this workbook is damaged/;
const FOREIGN =
  /^What Evenfield kept to undo its last change of this workbook was written by another version/;

const DAMAGE: readonly (readonly [string, string, string])[] = [
  ['its head', 'A1', '~{"schema":2,"pieces":1'],
  ['a head of another form', 'A1', '~{"schema":9,"pieces":1,"characters":3,"sha256":""}'],
  [
    'a head that names more pieces than a sheet has rows',
    'A1',
    `~{"schema":${JOURNAL_SCHEMA},"pieces":1e9,"sha256":""}`,
  ],
  ['a piece', 'A2', '~{"schema":2'],
  ['a piece that is gone', 'A2', ''],
  ['how far the job is', 'B1', '~nothing'],
  ['how far the job is, in words of no version', 'B1', '~{"phase":"resting","pane":""}'],
];

test.each(DAMAGE)(
  'a damaged journal (%s): the pane opens, says what can be done, and it can be done',
  async (_, at, text) => {
    await applied();
    await spoil(at, text);
    const store = await pane();
    expect(store.state.trouble).toMatch(text.includes('"schema":9') ? FOREIGN : DAMAGED);
    // Who was not told how far the job is cannot say that it was done.
    expect(/Perhaps it broke off half-way/.test(store.state.trouble ?? '')).toBe(at === 'B1');
    expect(store.state.trouble).not.toMatch(/\. It broke off half-way/);
    expect(store.state.understanding?.list.accounts.count).toBe(24);
    const { trouble } = store.state;
    await store.run(revert);
    expect(store.state.trouble).toBe(trouble);
    await store.run(keep);
    expect(store.state).toMatchObject({
      trouble: undefined,
      pending: { state: 'none' },
      news: 'Everything stays as it stands now. There is nothing to revert any more.',
    });
    await store.run(design);
    await store.run(apply);
    expect(store.state.pending.state).toBe('applied');
  },
);

test('one in which a single letter is another, and nothing is missing, is damaged too', async () => {
  await applied();
  await book.run(async (context) => {
    const piece = context.workbook.worksheets.getItem('EfCheckpoint').getRange('A2');
    piece.load('values');
    await context.sync();
    const text = String(piece.values[0]?.[0]);
    const at = text.indexOf('"', text.length / 2) + 1;
    const other = text[at] === 'x' ? 'y' : 'x';
    piece.values = [[text.slice(0, at) + other + text.slice(at + 1)]];
    await context.sync();
  });
  const store = await pane();
  expect(store.state.trouble).toMatch(DAMAGED);
  await store.run(revert);
  expect(store.state.trouble).toMatch(DAMAGED);
});

test('of a damaged one it is said whether its job was done, as far as that can be told', () => {
  const half = (phase?: 'writing' | 'applied' | 'reverting') =>
    unusable({ kind: 'damaged', isForeign: false, ...(phase && { phase }) }).params['half'];
  expect([half('writing'), half('reverting'), half('applied'), half()]).toEqual([
    'yes',
    'yes',
    'no',
    'perhaps',
  ]);
});

test('a journal of the first form, by an earlier version: the pane opens, and the plan can be kept', async () => {
  await applied();
  const standing = await valuesOf(book, 'Export');
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('EfCheckpoint');
    sheet.getRange().clear('Contents');
    // Rows of key and piece, without a head.
    const journal = { schema: 1, at: '2026-11-22T12:00:00Z', sheets: [], names: [], record: [] };
    sheet.getRange('A1:B2').values = [
      ['~phase', '~"applied"'],
      ['~journal', `~${JSON.stringify(journal)}`],
    ];
    await context.sync();
  });
  const store = await pane();
  expect(store.state.trouble).toMatch(FOREIGN);
  expect(store.state.understanding?.list.accounts.count).toBe(24);
  await store.run(revert);
  expect(store.state.trouble).toMatch(FOREIGN);
  expect(await valuesOf(book, 'Export')).toEqual(standing);
  await store.run(keep);
  expect(store.state.pending.state).toBe('none');
  expect(await valuesOf(book, 'Export')).toEqual(standing);
});

test('a journal is written in requests that Excel takes, and one that was never finished is none', async () => {
  book = await openList('table', 6);
  const before = await picture(book);
  const journal = { schema: 2, record: [['x', 'y'.repeat(3_000_000)]] } as unknown as Journal;
  await expect(
    book.run(async (context) => {
      await claim(context, 'EfCheckpoint', { phase: 'writing', pane: 'one' }, clock.now());
      book.host.faults.at(book.host.statistics.requests + 3, 'before');
      await writeJournal(context, 'EfCheckpoint', journal);
      await context.sync();
    }),
  ).rejects.toThrow('Injected');
  expect(book.host.statistics.largestRequestBytes).toBeLessThan(2_000_000);
  const store = await pane();
  expect(store.state).toMatchObject({ pending: { state: 'none' }, trouble: undefined });
  expect(await picture(book)).toEqual(before);
});

test('the record is never torn: a save that breaks off leaves the old words or the new ones', async () => {
  book = await openList('table', 6);
  const workbook = () => new OfficeWorkbook(clock);
  await workbook().save('settings', 'a'.repeat(1_500_000));
  for (const kind of ['before', 'after', 'gone'] as const)
    for (let n = 1; n <= 8; n++) {
      await withFault(book, n, kind, () => workbook().save('settings', `${kind}${n}`.repeat(200_000)));
      const now = String(await workbook().load('settings'));
      expect([`${kind}${n}`, 'a', now.slice(0, `${kind}${n}`.length)]).toContain(
        now.slice(0, `${kind}${n}`.length) || 'a',
      );
      await workbook().save('settings', 'a'.repeat(1_500_000));
      expect(await workbook().load('settings')).toBe('a'.repeat(1_500_000));
    }
});

/** The host is gone in the middle of a Revert: some requests after calculation was made to wait. */
function goneAmidRevert(store: Store): Promise<unknown> {
  let isWriting = false;
  goneAt(book, AMID, (text) => {
    const is = isWriting;
    isWriting ||= text.includes('"Manual"');
    return is;
  });
  return withFault(book, Infinity, 'gone', () => store.run(revert));
}
const AMID = 12;

test.each(['Automatic', 'AutomaticExceptTables', 'Manual'] as const)(
  'calculation was %s, and is again after Apply, Revert and a break in either',
  async (was) => {
    book = await openList('table');
    await book.run(async (context) => {
      context.workbook.application.calculationMode = was;
      await context.sync();
    });
    const store = await pane();
    await store.run(design);
    await withFault(book, 60, 'gone', () => store.run(apply));
    expect((await pane()).state.news).toMatch(/broke off/);
    expect(await calculationMode(book)).toBe(was);
    const next = await pane();
    await next.run(design);
    await next.run(apply);
    expect(await calculationMode(book)).toBe(was);
    await goneAmidRevert(next);
    expect((await pane()).state.news).toMatch(/^A Revert that broke off has been finished/);
    expect(await calculationMode(book)).toBe(was);
  },
);

test('a Revert that broke off and cannot be finished is left as it stands by Keep, and Excel calculates as before', async () => {
  const store = await applied();
  await goneAmidRevert(store);
  expect(await calculationMode(book)).toBe('Manual');
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Export').protection.protect();
  });
  const next = await pane();
  expect(next.state.pending.state).toBe('broken');
  await next.run(keep);
  expect(next.state.news).toBe('Everything stays as it stands now. There is nothing to revert any more.');
  expect(await calculationMode(book)).toBe('Automatic');
});

test('sample data that failed half-way is not there, and can be tried again', async () => {
  book = await openWorkbook();
  const store = await pane();
  book.host.faults.at(book.host.statistics.requests + 9, 'before');
  await store.run(insertSample);
  expect(store.state.trouble).toMatch(/The workbook was put back as it was\.$/);
  expect(await sheetNames(book)).toEqual(['Sheet1']);
  await store.run(insertSample);
  expect(store.state.trouble).toBeUndefined();
  expect(await sheetNames(book)).toEqual(['Sheet1', 'Accounts', 'Reps']);
});

test('a team list comes with the choice of it, or not at all; Data Quality never asks for a decision', async () => {
  book = await openList('table');
  const store = await pane();
  for (let n = 1; n < 60; n += 4) {
    book.host.faults.at(book.host.statistics.requests + n, 'before');
    await store.run(makeTeamList);
    book.host.faults.clear();
    const isThere = (await sheetNames(book)).includes('Reps');
    expect([n, (await pane()).state.understanding?.team.ref?.table === 'Reps']).toEqual([n, isThere]);
    if (isThere) break;
  }
  for (let n = 1; n < 80; n += 6) {
    book.host.faults.at(book.host.statistics.requests + n, 'before');
    await store.run(listFindings);
    book.host.faults.clear();
    expect((await pane()).state.pending.state).toMatch(/none|rolledBack/);
  }
});

test.each([true, false])(
  'columns taken back by Excel’s own Undo are noticed; the plan is finished or taken back (again: %s)',
  async (again) => {
    const { book: made, found: store } = await applying();
    book = made;
    const standing = await picture(book);
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem('Deals');
      const sheet = context.workbook.worksheets.getItem('Export');
      table.resize('A1:G25');
      sheet.getRange('H:P').clear();
      await context.sync();
    });
    await store.run(lookAgain);
    expect(store.state.trouble).toMatch(/^The columns of the plan are not in the list any more/);
    expect((await pane()).state.trouble).toMatch(/^The columns of the plan are not in the list any more/);
    await store.run(again ? applyAgain : revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.pending.state).toBe(again ? 'applied' : 'none');
    if (!again) expect((await sheetNames(book)).sort()).toEqual(['Export', 'Notes']);
    else {
      const { EfCheckpoint: _, ...now } = await picture(book);
      const { EfCheckpoint: __, ...then } = standing;
      expect(now).toEqual(then);
    }
  },
);

describe('two panes on one workbook', () => {
  test('both press Apply: one writes, the other is refused with a sentence, and nothing is mixed', async () => {
    book = await openList('table');
    const one = await pane();
    const other = await pane();
    await one.run(design);
    await other.run(design);
    await Promise.all([one.run(apply), other.run(apply)]);
    const troubles = [one.state.trouble, other.state.trouble].filter((trouble) => trouble !== undefined);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/^(Another pane is writing|Keep or revert the plan)/);
    expect([one.state.pending.state, other.state.pending.state]).toEqual(['applied', 'applied']);
    await one.run(revert);
    expect(one.state.news).toBe('Everything Evenfield changed is as it was before.');
  });

  test('one keeps, the other would revert: it is told, and looks again', async () => {
    const one = await applied();
    const other = await pane();
    await one.run(keep);
    await other.run(revert);
    expect(other.state.trouble).toMatch(/^There is nothing to keep or revert any more/);
    expect(other.state.pending.state).toBe('none');
    const third = await pane();
    await third.run(design);
    await third.run(apply);
    await other.run(lookAgain);
    expect(other.state.pending.state).toBe('applied');
  });
});
