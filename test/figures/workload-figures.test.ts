import { Store } from '../../src/app/store';
import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { open as openPane } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { designPlan } from '../../src/app/design';
import { designPage } from '../../src/app/pages/design/view';
import { prepareOrder } from '../../src/app/write-order';
import { scoreWeights } from '../../src/reports/score';
import { workloadSheet } from '../../src/reports/workload';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, differences, picture, places, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { isOf, typingInto } from '../support/typing';
import { blockUnder, sum, tableIn, type Row } from './audit';

/** Hours, reps needed, load and travel cost are what somebody computes from the rows and the blue cells. */

const CITIES: readonly (readonly [number, number])[] = [
  [39.74, -104.99],
  [43.62, -116.2],
  [30.27, -97.74],
];
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
const TIERS = ['A', 'B*', '~C', '', 'D '];
const SEGMENTS = ['SMB', 'Big?', ''];
const COUNT = 45;
const HEADERS = ['Account Name', 'Account Owner', 'Latitude', 'Longitude', 'Potential', 'Tier', 'Segment'];

const accountRow = (i: number, name = `Account ${String(i).padStart(2, '0')}`): Cell[] => {
  const [latitude, longitude] = CITIES[i % 3] ?? [0, 0];
  return [
    name,
    OWNERS[(i * 7) % 3] ?? '',
    i === 11 ? null : latitude + ((i * 37) % 23) / 20,
    i === 11 ? null : longitude - ((i * 17) % 29) / 20,
    1000 + ((i * 613) % 900),
    TIERS[i % 5] ?? '',
    SEGMENTS[(i * 5) % 3] ?? '',
  ];
};
const ROWS = Array.from({ length: COUNT }, (_, i) => accountRow(i));
ROWS.splice(12, 0, new Array<Cell>(HEADERS.length).fill(null));
const TEAM: Cell[][] = [
  ['Rep Name', 'FTE', 'Capacity Hours', 'Active'],
  ['Ana Ruiz', 1, '', true],
  ['Ben Ito', 0.5, '', true],
  ['Cy Fox', 1, 700, true],
];

let book: OpenWorkbook;
let store: Store;
let workbook: OfficeWorkbook;
afterEach(() => {
  book.dispose();
});

async function open(language: 'en' | 'de' = 'en', settings: object = {}, headers = HEADERS): Promise<void> {
  const rows = ROWS.map((row) => row.slice(0, headers.length));
  book = await openWorkbook({ sheets: { Export: [headers, ...rows], Team: TEAM } });
  workbook = new OfficeWorkbook(clock);
  store = new Store({ workbook, solver: new InlineSolver(), places, clock }, language);
  await store.run(openPane);
  await store.run(changeSettings, { bySegment: false, ...settings });
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
}

const listRows = async (): Promise<Row[]> => {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  return body
    .map((line) => Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])))
    .filter((row) => row['Account Name'] !== '');
};

/** Great-circle distance by another formula than the product's. */
function kilometres([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const cos =
    Math.sin(a * rad) * Math.sin(c * rad) + Math.cos(a * rad) * Math.cos(c * rad) * Math.cos((b - d) * rad);
  return 6371.0088 * Math.acos(Math.min(1, cos));
}

/** The middle of points on the sphere. */
function middle(points: readonly (readonly [number, number])[]): [number, number] {
  const rad = Math.PI / 180;
  const [x, y, z] = points.reduce(
    ([p, q, r], [lat, lon]) => [
      p + Math.cos(lat * rad) * Math.cos(lon * rad),
      q + Math.cos(lat * rad) * Math.sin(lon * rad),
      r + Math.sin(lat * rad),
    ],
    [0, 0, 0],
  ) as [number, number, number];
  return [Math.atan2(z, Math.hypot(x, y)) / rad, Math.atan2(y, x) / rad];
}

const pointOf = (row: Row): readonly [number, number] | undefined =>
  row['Latitude'] === '' ? undefined : [Number(row['Latitude']), Number(row['Longitude'])];

/** Every figure. @param way km by account as they were when travel was measured; measured here where absent */
async function audit(given?: ReadonlyMap<Cell, number>): Promise<ReadonlyMap<Cell, number>> {
  const rows = await listRows();
  const sheet = await valuesOf(book, 'Workload');
  const set = Object.fromEntries(
    tableIn(sheet, 'Setting', 'Value').map((row) => [String(row['Setting']), Number(row['Value'])]),
  );
  const tiers = tableIn(sheet, 'Tier', 'Calls a year');
  const territories = [...new Set(rows.map((row) => String(row['Territory'])))];
  const way =
    given ??
    new Map(
      territories.flatMap((name) => {
        const own = rows.filter((row) => row['Territory'] === name);
        const centre = middle(own.map(pointOf).filter((point) => point !== undefined));
        return own.flatMap((row): (readonly [Cell, number])[] => {
          const point = pointOf(row);
          return point === undefined ? [] : [[row['Account Name'] ?? '', kilometres(point, centre)]];
        });
      }),
    );
  const hours = new Map<Row, number>();
  const travel = new Map<Row, number>();
  for (const row of rows) {
    const tier =
      tiers.find((one) => one['Tier'] === row['Tier']) ?? tiers.find((one) => one['Tier'] === 'All others');
    const calls = Number(tier?.['Calls a year']);
    const trips = (calls * 2 * (way.get(row['Account Name'] ?? '') ?? 0)) / (set['Calls a trip'] ?? NaN);
    const onTheWay = trips / (set['Speed'] ?? NaN);
    travel.set(row, onTheWay);
    hours.set(row, (calls * Number(tier?.['Minutes a call'])) / 60 + onTheWay);
    expect(Number(row['Workload Hrs'])).toBeCloseTo(hours.get(row) ?? NaN, 2);
  }
  const of = (map: ReadonlyMap<Row, number>, some: readonly Row[]) =>
    sum(some.map((row) => map.get(row) ?? NaN));
  for (const tier of tiers) {
    const own = rows.filter((row) =>
      tier['Tier'] === 'All others'
        ? !tiers.some((one) => one['Tier'] === row['Tier'])
        : row['Tier'] === tier['Tier'],
    );
    expect([tier['Tier'], tier['Accounts']]).toEqual([tier['Tier'], own.length]);
    expect(Number(tier['Hours'])).toBeCloseTo(of(hours, own), 1);
  }
  const year =
    (set['Working hours a year'] ?? NaN) *
    ((set['Part with customers'] ?? NaN) + (set['Part on the way'] ?? NaN));
  for (const line of tableIn(sheet, 'Segment', 'Accounts')) {
    const name = line['Segment'];
    const own = rows.filter(
      (row) => name === 'All accounts' || row['Segment'] === (name === 'Without a segment' ? '' : name),
    );
    expect([name, line['Accounts']]).toEqual([name, own.length]);
    expect(Number(line['Hours'])).toBeCloseTo(of(hours, own), 1);
    expect(Number(line['Reps needed'])).toBeCloseTo(of(hours, own) / year, 3);
    expect(line['Rounded up']).toBe(Math.ceil(of(hours, own) / year));
    if (name === 'All accounts') expect(line['Reps here']).toBe(2.5);
  }
  const listed = tableIn(sheet, 'Territory', 'Owner');
  expect(listed).toHaveLength(3);
  for (const line of listed) {
    const own = rows.filter((row) => row['Territory'] === line['Territory']);
    const share = line['Owner'] === 'Ben Ito' ? 0.5 : 1;
    const capacity = line['Owner'] === 'Cy Fox' ? 700 : year * share;
    expect([line['Territory'], line['Accounts']]).toEqual([line['Territory'], own.length]);
    expect(Number(line['Hours'])).toBeCloseTo(of(hours, own), 1);
    expect(Number(line['Of which travel'])).toBeCloseTo(of(travel, own), 1);
    expect(Number(line['Capacity h'])).toBeCloseTo(capacity, 6);
    const load = of(hours, own) / capacity;
    expect(Number(line['Workload %'])).toBeCloseTo(load, 3);
    const beyond = set['Told beyond'] ?? NaN;
    expect(line['Served']).toBe(
      load > 1 + beyond ? 'Too much work' : load < 1 - beyond ? 'Room for more' : '',
    );
    const km = of(travel, own) * (set['Speed'] ?? NaN);
    expect(Number(line['km a year'])).toBeCloseTo(km, -1);
    const cost = km * (set['Cost of a km'] ?? NaN);
    expect(Math.abs(Number(line['Travel cost']) - cost)).toBeLessThan(1);
    const potential = sum(own.map((row) => Number(row['Potential'])));
    expect(line['Potential']).toBe(potential);
    expect(Number(line['Cost ÷ Potential'])).toBeCloseTo(cost / potential, 3);
  }
  return way;
}

const type = typingInto(() => book);
const told = async (label: string): Promise<Cell> => {
  const line = (await valuesOf(book, 'Workload')).find(([first]) => first === label);
  return line?.[1] ?? '';
};

test('every figure is what rows and blue cells make of it, before and after edits; travel stays frozen and says so', async () => {
  await open();
  const before = await picture(book);
  await store.run(writeSheet, 'workload');
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(/Columns in the list: Workload Hrs\./);
  const tiers = tableIn(await valuesOf(book, 'Workload'), 'Tier', 'Calls a year');
  expect(tiers.map((row) => [row['Tier'], row['Calls a year'], row['Minutes a call']])).toEqual([
    ['A', 10, 60],
    ['B*', 3, 30],
    ['~C', 3, 30],
    ['All others', 3, 30],
  ]);
  const way = await audit();
  expect(await told('Accounts without a place: no travel counted')).toBe(1);
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await picture(book)).toEqual(before);

  await store.run(writeSheet, 'workload');
  await store.run(keep);
  await type('EfWorkloadTiers', 'Calls a year', isOf('Tier', 'B*'), 17);
  await type('EfWorkloadTiers', 'Minutes a call', isOf('Tier', 'All others'), 50);
  await type('EfWorkloadSettings', 'Value', isOf('Setting', 'Speed'), 50);
  await type('EfWorkloadSettings', 'Value', isOf('Setting', 'Cost of a km'), 0.7);
  await type('EfWorkloadSettings', 'Value', isOf('Setting', 'Working hours a year'), 900);
  await audit(way);
  await type('Accounts', 'Tier', isOf('Account Name', 'Account 03'), 'A');
  await audit(way);

  // An account that is moved keeps its way, and is counted in its new territory.
  const rows = await listRows();
  const other = rows.find((row) => row['Territory'] !== rows[0]?.['Territory'])?.['Territory'] ?? '';
  await type('Accounts', 'Territory', isOf('Account Name', rows[0]?.['Account Name'] ?? ''), other);
  expect(await told('Accounts moved since: travel from the last design')).toBe(1);
  await audit(way);

  // Written again, what was typed stays, and travel is measured anew.
  await store.run(writeSheet, 'workload');
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  expect(await told('Accounts moved since: travel from the last design')).toBe(0);
  const again = tableIn(await valuesOf(book, 'Workload'), 'Tier', 'Calls a year');
  expect(again.find(isOf('Tier', 'B*'))?.['Calls a year']).toBe(17);
  await audit();

  // A next plan writes it along, and Balance tells the hours.
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  await audit();
  const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  const hours = await listRows();
  for (const line of balance) {
    const own = hours.filter((row) => row['Territory'] === line['Territory']);
    expect(Number(line['Workload h'])).toBeCloseTo(sum(own.map((row) => Number(row['Workload Hrs']))), 4);
  }
});

test('a rename of a territory is carried through where travel leads to', async () => {
  await open();
  await store.run(writeSheet, 'workload');
  await store.run(keep);
  const [first] = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  await type('EfTerritories', 'Territory', isOf('Territory', first?.['Territory'] ?? ''), 'Mountains');
  await store.run(lookAgain);
  expect(store.state.refused).toEqual([]);
  const rows = await listRows();
  expect(rows.filter(isOf('Territory', 'Mountains')).length).toBeGreaterThan(0);
  expect(rows.filter(isOf('Territory', 'Mountains')).map((row) => row['Travel To'])).toEqual(
    rows.filter(isOf('Territory', 'Mountains')).map(() => 'Mountains'),
  );
  expect(await told('Accounts moved since: travel from the last design')).toBe(0);
});

test('without tiers every account is one of all; a setting that cannot be counts as usual and is told in German', async () => {
  await open('de', {}, HEADERS.slice(0, 5));
  await store.run(writeSheet, 'workload');
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  const tiers = tableIn(await valuesOf(book, 'Arbeitslast'), 'Stufe', 'Besuche im Jahr');
  expect(tiers.map((row) => [row['Stufe'], row['Kunden']])).toEqual([['Alle Kunden', COUNT]]);
  const usual = (await listRows()).map((row) => row['Arbeitsstunden/Jahr']);
  expect(usual.every((hours) => Number(hours) > 0)).toBe(true);
  await type('EfWorkloadSettings', 'Wert', isOf('Einstellung', 'Geschwindigkeit'), -5);
  expect((await listRows()).map((row) => row['Arbeitsstunden/Jahr'])).toEqual(usual);
  await store.run(lookAgain);
  expect(store.state.refused.join(' ')).toMatch(/Geschwindigkeit/);
});

test('scores and hours of ours are balanced where the list has none of its own, and the sentence names the column', async () => {
  await open('en', {}, HEADERS.slice(0, 5));
  for (const key of ['score-weights', 'workload']) {
    await store.run(writeSheet, key);
    expect(store.state.trouble).toBeUndefined();
    await store.run(keep);
  }
  const { understanding } = store.state;
  if (understanding === undefined) throw new Error('There is a list.');
  const { icpScore, workloadHours } = understanding.list.accounts.number;
  const rows = await listRows();
  expect([...(icpScore ?? [])]).toEqual(rows.map((row) => row['ICP Score']));
  expect([...(workloadHours ?? [])]).toEqual(rows.map((row) => row['Workload Hrs']));
  await store.run(changeSettings, {
    balance: [
      { metric: 'workloadHours', tolerance: 0.2 },
      { metric: 'icpScore', tolerance: 0.3 },
    ],
  });
  expect(designPage(store.say, store.numbers)(store.state).summary?.balance).toMatch(
    // A column that is called as what it holds is named once.
    /Workload hours \(Workload Hrs\).*ICP score to/,
  );
  await store.run(design);
  const { designed } = store.state;
  expect(store.state.trouble).toBeUndefined();
  expect(designed?.plan.metrics.map(({ spec }) => spec.id)).toEqual(['workloadHours', 'icpScore']);
  expect(sum([...(designed?.plan.metrics[0]?.load ?? [])])).toBeCloseTo(
    sum(rows.map((row) => Number(row['Workload Hrs']))),
    6,
  );
  // What was designed is what Balance says: the way stays as it was measured, and is said to be of the last design.
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  const now = await listRows();
  for (const line of balance) {
    const own = now.filter((row) => row['Territory'] === line['Territory']);
    expect(Number(line['Workload hours'])).toBeCloseTo(sum(own.map((row) => Number(row['Workload Hrs']))), 4);
    expect(Number(line['ICP score'])).toBeCloseTo(sum(own.map((row) => Number(row['ICP Score']))), 4);
    const j = designed?.plan.territories.findIndex(({ name }) => name === line['Territory']) ?? -1;
    expect(Number(line['Workload hours'])).toBeCloseTo(designed?.plan.metrics[0]?.load[j] ?? NaN, 4);
  }
  expect(now.map((row) => [row['Travel km'], row['Workload Hrs']])).toEqual(
    rows.map((row) => [row['Travel km'], row['Workload Hrs']]),
  );
  const moved = now.filter((row, i) => row['Territory'] !== rows[i]?.['Territory']).length;
  expect(moved).toBeGreaterThan(0);
  expect(await told('Accounts moved since: travel from the last design')).toBe(moved);
  expect((await differences(book)).every((difference) => difference === 0)).toBe(true);
});

test('headless, both at once: the tiers of the scores are those of the work', async () => {
  book = await openWorkbook({
    sheets: { Export: [HEADERS.slice(0, 5), ...ROWS.map((row) => row.slice(0, 5))], Team: TEAM },
  });
  workbook = new OfficeWorkbook(clock);
  const understanding = await understood({}, workbook);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  await workbook.apply(await prepareOrder(understanding, designed, workbook, [scoreWeights, workloadSheet]));
  const tiers = tableIn(await valuesOf(book, 'Workload'), 'Tier', 'Calls a year');
  expect(tiers.map((row) => row['Tier'])).toEqual(['A', 'B', 'C', 'D', 'All others']);
  await audit();
  expect(blockUnder(await valuesOf(book, 'Balance'), 'Checks').size).toBeGreaterThan(0);
});
