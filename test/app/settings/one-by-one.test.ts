import { SettingsDesk } from '../../../src/app/settings/desk';
import type { SettingsChange } from '../../../src/app/settings/said';
import { readBook } from '../../../src/app/understanding/book';
import { defaultSettings, parseSettings, SettingsSchema, type Settings } from '../../../src/plan/settings';
import { RUN_SCHEMA, type RunRecord } from '../../../src/plan/run-record';
import { fakeWorkbook } from '../../support/fake-workbook';

/** A plan in which everything is other than usual: whatever is lost or borrowed shows. */
const full: Settings = settingsOf({
  planName: 'FY27',
  language: 'de',
  balance: [{ metric: 'potential', tolerance: 0.04 }, { metric: 'arr' }, { metric: 'count', tolerance: 0.3 }],
  territories: 12,
  seed: 5,
  aim: 'compact',
  effort: 2,
  continuity: 0.4,
  evenness: 0.02,
  cap: { accounts: 0.1, money: 0.2, customers: 0.15, active: 0.25, untouched: 0.5 },
  moveWeights: { customers: 0.9, active: 0.4, untouched: 0.2 },
  stay: { kinds: ['renewal'], asAt: '2026-11-01' },
  book: { accounts: 90, hours: 1500, roles: { SMB: { accounts: 200 } } },
  keepFamilies: false,
  unit: 'zip3',
  bySegment: true,
  byRegion: false,
  bySkill: true,
  connected: true,
  alike: 'region+industry',
  namedSeats: true,
  sharedSeats: true,
  fx: { EUR: 1.1, GBP: 1.3 },
  fxFrom: { EUR: { date: 46000, source: 'ECB' } },
  includeHiddenRows: false,
  country: 'AU',
  accountColumns: { potential: 'Pot', arr: 'ARR' },
  repColumns: { repName: 'Who' },
  accounts: { sheet: 'List' },
  reps: { sheet: 'Team' },
  territoryNames: { T01: 'North', T02: 'South' },
  territoryList: { T01: { owner: 'Ada', share: 0.5 }, T02: { manager: 'Kim' } },
  effectiveFrom: '2027-01-01',
  approval: true,
  quota: { periods: '445', unit: 500 },
  signOff: { since: 'accepted', due: 46100 },
});

/** Another word for each setting that is said whole, and for one name in each that is said by name. */
const words: SettingsChange = {
  planName: 'FY28',
  language: 'en',
  balance: [
    { metric: 'potential', tolerance: 0.04 },
    { metric: 'arr', tolerance: 0.08 },
  ],
  territories: 14,
  seed: 6,
  aim: 'fewest',
  effort: 3,
  continuity: 0.5,
  evenness: 0.03,
  cap: { accounts: 0.3 },
  moveWeights: { active: 0.3 },
  stay: { kinds: ['churn'], asAt: '2026-12-01' },
  book: { hours: 1600 },
  keepFamilies: true,
  unit: 'county',
  bySegment: false,
  byRegion: true,
  bySkill: false,
  connected: false,
  alike: 'size',
  namedSeats: false,
  sharedSeats: false,
  fx: { EUR: 1.2 },
  fxFrom: { EUR: { source: 'Fed' } },
  includeHiddenRows: true,
  country: 'NZ',
  accountColumns: { potential: 'TAM' },
  repColumns: { role: 'Title' },
  accounts: { sheet: 'New' },
  reps: { sheet: 'People' },
  territoryNames: { T02: 'East' },
  territoryList: { T02: { owner: 'Eva' } },
  effectiveFrom: '2027-02-01',
  approval: false,
  quota: { unit: 100 },
  signOff: { due: 46_200 },
};

function settingsOf(said: unknown): Settings {
  const parsed = parseSettings(said);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

const record: RunRecord = {
  schema: RUN_SCHEMA,
  version: '0.1.0',
  seed: 5,
  inputHash: 'in',
  resultHash: 'out',
  designedAt: '2026-11-20T10:00:00Z',
  settings: full,
  metrics: [],
  accounts: 24,
  territories: [],
  figures: {},
};

async function opened(workbook: ReturnType<typeof fakeWorkbook>): Promise<SettingsDesk> {
  const desk = new SettingsDesk(workbook, { language: 'en' });
  await desk.open(await readBook(workbook));
  return desk;
}
const standing = () => fakeWorkbook({ record: () => Promise.resolve(record) });

describe.each(Object.keys(words) as (keyof typeof words)[])('%s', (key) => {
  test('is changed and nothing else is, now and when the workbook is opened again', async () => {
    const workbook = standing();
    const desk = await opened(workbook);
    await desk.say({ [key]: words[key] });
    const { [key]: changed, ...others } = desk.settings;
    const { [key]: was, ...before } = full;
    expect(others).toEqual(before);
    expect(changed).not.toEqual(was);
    expect((await opened(workbook)).settings).toEqual(desk.settings);
  });

  test('taken back is the usual one, and the others stay', async () => {
    const workbook = standing();
    const desk = await opened(workbook);
    await desk.say({ [key]: null });
    expect(desk.settings).toEqual({
      ...full,
      [key]: key === 'language' ? 'en' : defaultSettings[key],
    });
    expect((await opened(workbook)).settings).toEqual(desk.settings);
  });
});

test('no setting that is said of a plan is missing here; those of single sheets are tested with these', () => {
  const ofSheets = ['score', 'workload', 'segments', 'overlays', 'objectives', 'open'];
  expect([...Object.keys(words), ...ofSheets, 'schema'].sort()).toEqual(
    Object.keys(SettingsSchema.entries).sort(),
  );
});

test('all said one after the other is what all said at once is', async () => {
  const [one, other] = [await opened(standing()), await opened(standing())];
  for (const [key, word] of Object.entries(words)) await one.say({ [key]: word });
  await other.say(words);
  expect(one.settings).toEqual(other.settings);
});

test.each([
  ['cap', { accounts: 0.3 }, { accounts: 0.3, money: 1 }],
  ['book', { hours: 1600 }, { hours: 1600 }],
  ['fx', { USD: 0.9 }, { USD: 0.9 }],
] as const)(
  'of %s, taken back whole, a part that is said again brings no other part back',
  async (key, part, is) => {
    const workbook = standing();
    const desk = await opened(workbook);
    await desk.say({ [key]: null });
    await desk.say({ [key]: part });
    expect(desk.settings).toEqual({ ...full, [key]: is });
    expect((await opened(workbook)).settings).toEqual(desk.settings);
  },
);
