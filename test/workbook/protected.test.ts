import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { moveAccount } from '../../src/app/actions/move-account';
import { revert } from '../../src/app/actions/revert';
import { picture } from '../support/job';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane, pane } from '../support/pane';

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openList('table');
});
afterEach(() => {
  book.dispose();
});

const on = (deed: (workbook: Excel.Workbook) => void) => act(book, deed);

const territories = (store: Awaited<ReturnType<typeof pane>>) =>
  store.state.understanding?.settings.territories;

describe('the structure of the workbook is protected', () => {
  const BOOK = /^The structure of the workbook is protected.* Nothing was changed\.$/;

  test('a setting of the first plan cannot be kept: that is said, and the old one stays in force and in sight', async () => {
    const store = await pane();
    const before = territories(store);
    await on(({ protection }) => {
      protection.protect();
    });
    await store.run(changeSettings, { territories: 5 });
    expect(store.state.trouble).toMatch(BOOK);
    expect(territories(store)).toEqual(before);
    expect(territories(await pane())).toEqual(before);
  });

  test('where there is a record the setting is kept in it', async () => {
    const store = await appliedPane();
    await store.run(keep);
    await on(({ protection }) => {
      protection.protect();
    });
    await store.run(changeSettings, { territories: 2 });
    expect(store.state.trouble).toBeUndefined();
    expect(territories(await pane())).toBe(2);
  });

  test('Keep and Revert are refused, and can be done when it is open again', async () => {
    const store = await appliedPane();
    await on(({ protection }) => {
      protection.protect();
    });
    for (const action of [keep, revert]) {
      await store.run(action);
      expect(store.state.trouble).toMatch(BOOK);
      expect(store.state.pending.state).toBe('applied');
    }
    await on(({ protection }) => {
      protection.unprotect();
    });
    await store.run(revert);
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  });
});

test('the list alone is protected: a single move is refused, without a trace of an attempt', async () => {
  const store = await appliedPane();
  await store.run(keep);
  const names = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
  await on(({ worksheets }) => {
    worksheets.getItem('Export').protection.protect();
  });
  const before = await picture(book);
  for (const name of names) {
    await store.run(moveAccount, 'A001', name);
    expect(store.state.trouble).toMatch(/^The sheet Export is protected.*Nothing was changed\.$/);
  }
  expect(await picture(book)).toEqual(before);
});

describe('a macro protects all sheets, our very hidden ones among them', () => {
  const protect = (name: string, password?: string) =>
    on(({ worksheets }) => {
      worksheets.getItem(name).protection.protect({}, password);
    });

  test('without a password: the record is opened again, and all goes on', async () => {
    const store = await appliedPane();
    await store.run(keep);
    await protect('EfRecord');
    await store.run(changeSettings, { territories: 2 });
    expect(store.state.trouble).toBeUndefined();
    const { EfRecord: _, ...before } = await picture(book);
    await protect('EfRecord');
    await store.run(design);
    await store.run(apply);
    expect(store.state.pending.state).toBe('applied');
    await protect('EfCheckpoint');
    await protect('EfRecord');
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(await picture(book)).toMatchObject(before);
  });

  test('with a password: refused before anything is written, naming the sheet and a way to it', async () => {
    const store = await appliedPane();
    await store.run(keep);
    await protect('EfRecord', 'secret');
    const before = await picture(book);
    await store.run(changeSettings, { territories: 2 });
    expect(store.state.trouble).toMatch(/^The sheet EfRecord, .*password.*Alt\+F11.*Nothing was changed\.$/);
    await store.run(design);
    await store.run(apply);
    expect(store.state.trouble).toMatch(/^The sheet EfRecord, .*Nothing was changed\.$/);
    expect(store.state.pending.state).toBe('none');
    expect(await picture(book)).toEqual(before);
    expect((await pane()).state.understanding).toBeDefined();
  });

  test('the undo copy with a password: Revert is refused and stays open, Keep can be chosen', async () => {
    const store = await appliedPane();
    await protect('EfCheckpoint', 'secret');
    const before = await picture(book);
    await store.run(revert);
    expect(store.state.trouble).toMatch(/^The sheet EfCheckpoint, .*Nothing was changed\.$/);
    expect(store.state.pending.state).toBe('applied');
    expect(await picture(book)).toEqual(before);
    await store.run(keep);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.pending.state).toBe('none');
  });
});
