import { SettingsDesk } from '../../../src/app/settings/desk';
import { readBook } from '../../../src/app/understanding/book';
import { defaultSettings, type Settings } from '../../../src/plan/settings';
import { RUN_SCHEMA, type RunRecord } from '../../../src/plan/run-record';
import { fakeWorkbook } from '../../support/fake-workbook';

const recordOf = (settings: Partial<Settings>, designedAt = '2026-11-20T10:00:00Z'): RunRecord => ({
  schema: RUN_SCHEMA,
  version: '0.1.0',
  seed: 1,
  inputHash: 'in',
  resultHash: 'out',
  designedAt,
  settings: { ...defaultSettings, ...settings },
  metrics: [],
  accounts: 24,
  territories: [],
  figures: {},
});

const standing = recordOf({
  language: 'de',
  seed: 5,
  continuity: 0.4,
  balance: [
    { metric: 'potential', tolerance: 0.05 },
    { metric: 'arr', tolerance: 0.07 },
  ],
  cap: { accounts: 0.1, money: 0.2 },
});

async function deskOver(
  workbook: ReturnType<typeof fakeWorkbook>,
  from: ConstructorParameters<typeof SettingsDesk>[1] = { language: 'en' },
) {
  const desk = new SettingsDesk(workbook, from);
  const opened = await desk.open(await readBook(workbook));
  return { desk, opened };
}
const withRecord = (record: unknown) => fakeWorkbook({ record: () => Promise.resolve(record) });

describe('the order of precedence', () => {
  test('nothing said anywhere: the defaults, in the language of the program', async () => {
    const { desk } = await deskOver(fakeWorkbook(), { language: 'de' });
    expect(desk.settings).toEqual({ ...defaultSettings, language: 'de' });
  });

  test('the plan that stands is the start of the next: metrics, tolerances, seed, continuity, language', async () => {
    const { desk } = await deskOver(withRecord(standing));
    expect(desk.settings).toEqual(standing.settings);
  });

  test('what the pane said since comes before the record, name by name', async () => {
    const workbook = withRecord(standing);
    const { desk } = await deskOver(workbook);
    await desk.say({ cap: { accounts: 0.3 }, seed: 6 });
    expect(desk.settings).toEqual({
      ...standing.settings,
      seed: 6,
      cap: { accounts: 0.3, money: 0.2 },
    });
    const reopened = await deskOver(workbook);
    expect(reopened.desk.settings).toEqual(desk.settings);
    expect(reopened.desk.said).toEqual({ cap: { accounts: 0.3 }, seed: 6 });
  });

  test('a file comes before everything, for its run alone', async () => {
    const workbook = withRecord(standing);
    const { desk } = await deskOver(workbook);
    await desk.say({ seed: 6 });
    const run = await deskOver(workbook, { language: 'en', file: { seed: 9, balance: [{ metric: 'arr' }] } });
    expect(run.desk.settings).toMatchObject({
      seed: 9,
      continuity: 0.4,
      balance: [{ metric: 'arr', tolerance: 0.07 }],
    });
    expect((await deskOver(workbook)).desk.settings).toMatchObject({
      seed: 6,
      balance: standing.settings.balance,
    });
  });

  test('what is taken back is the default again, whatever the record says', async () => {
    const { desk } = await deskOver(withRecord(recordOf({ territories: 30, seed: 5 })));
    await desk.say({ territories: null, seed: null });
    expect(desk.settings.territories).toBeUndefined();
    expect(desk.settings.seed).toBe(1);
  });

  test('a new plan takes up all that was said; only what is said after it is said still', async () => {
    let record = standing;
    const workbook = fakeWorkbook({ record: () => Promise.resolve(record) });
    const { desk } = await deskOver(workbook);
    await desk.say({ seed: 6 });
    record = recordOf({ seed: 6, continuity: 0.9 }, '2026-11-21T10:00:00Z');
    const next = await deskOver(workbook);
    expect(next.desk.said).toEqual({});
    expect(next.desk.settings).toMatchObject({ seed: 6, continuity: 0.9 });
  });
});

describe('nothing gets in unchecked', () => {
  test('what the pane says and cannot be is refused, and nothing is saved', async () => {
    const workbook = withRecord(standing);
    const { desk } = await deskOver(workbook);
    await expect(
      desk.say({ balance: [{ metric: 'potential, arr', tolerance: 0.05 }] }),
    ).rejects.toMatchObject({
      code: 'badSettings',
      params: { path: 'balance.0.metric', received: '"potential, arr"' },
    });
    expect(workbook.saved.size).toBe(0);
    expect(desk.settings).toEqual(standing.settings);
  });

  test('a file that cannot be ends the run before anything is read', () => {
    expect(() => new SettingsDesk(fakeWorkbook(), { language: 'en', file: { sed: 1 } })).toThrow(
      expect.objectContaining({ code: 'badSettings' }),
    );
  });

  test('a save that fails leaves the settings as they were', async () => {
    const workbook = fakeWorkbook({ save: () => Promise.reject(new Error('gone')) });
    const { desk } = await deskOver(workbook);
    await expect(desk.say({ seed: 6 })).rejects.toThrow('gone');
    expect(desk.settings.seed).toBe(1);
  });

  test('a record that cannot be read stands for no plan', async () => {
    const book = await readBook(withRecord({ schema: 99 }));
    expect(book).toMatchObject({ record: undefined, recordUnreadable: true });
    expect(await readBook(fakeWorkbook())).toMatchObject({ recordUnreadable: false });
  });
});

test('it knows what the file asks for', async () => {
  const { desk } = await deskOver(fakeWorkbook(), { language: 'en', file: { reps: { sheet: 'Team' } } });
  expect(desk.isFromFile('reps')).toBe(true);
  expect(desk.isFromFile('accounts')).toBe(false);
  expect((await deskOver(fakeWorkbook())).desk.isFromFile('reps')).toBe(false);
});
