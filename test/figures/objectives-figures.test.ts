import type { Store } from '../../src/app/store';
import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import { sheetsOnOffer, writeSheet } from '../../src/app/actions/write-sheet';
import { cities } from '../support/cities';
import { valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { keptAsShown } from '../support/pane';
import { isOf, typingInto } from '../support/typing';
import { sum, tableIn, type Row } from './audit';

/** Targets and what is reached of them are what somebody computes from the rows, the quotas and the blue cells. */

const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'City',
  'State',
  'Potential',
  'ARR',
  'Open Pipeline',
  'Bookings YTD',
  'Tier',
  'Activities (90d)',
];
const CITIES = cities(3);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
const ROWS = Array.from({ length: 18 }, (_, i): Cell[] => [
  `A${String(100 + i)}`,
  `Account ${String(i)}`,
  OWNERS[i % 3] ?? '',
  ...(CITIES[(i * 5) % 3] ?? []),
  1000 + ((i * 613) % 900),
  i % 2 === 0 ? 100.5 + i : 0,
  (i * 37) % 400,
  (i * 91) % 700,
  ['A', 'B', 'C'][i % 3] ?? '',
  i % 6,
]);

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});
const type = typingInto(() => book);

async function open(language: 'en' | 'de' = 'en', headers = HEADERS): Promise<void> {
  const rows = ROWS.map((row) => headers.map((header) => row[HEADERS.indexOf(header)] ?? null));
  book = await openWorkbook({ sheets: { Export: [headers, ...rows] } });
  store = await keptAsShown(language);
}

const told = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Objectives'), 'Territory', 'Owner');

/** @param before ARR of each territory when the sheet was written */
async function audit(
  set: { pipeline: number; retained: number; calls: number; days: number },
  before: Row[],
) {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  const rows = body.map((line) =>
    Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])),
  );
  const quotas = tableIn(await valuesOf(book, 'Quota'), 'Territory', 'Rep');
  const lines = await told();
  expect(lines).toHaveLength(3);
  lines.forEach((line, j) => {
    const mine = rows.filter(isOf('Territory', line['Territory'] ?? ''));
    const of = (header: string, some: readonly Row[] = mine) => sum(some.map((row) => Number(row[header])));
    const quota = sum(
      quotas.filter(isOf('Territory', line['Territory'] ?? '')).map((row) => Number(row['Final'])),
    );
    const best = mine.filter(isOf('Tier', 'A'));
    const arr = Number(before[j]?.['ARR to begin with']);
    const calls = Math.round((10 * best.length * set.calls * set.days) / 365) / 10;
    const expected: Record<string, number> = {
      Quota: quota,
      Booked: of('Bookings YTD'),
      'Quota reached': of('Bookings YTD') / quota,
      'Pipeline target': set.pipeline * quota,
      'Open pipeline now': of('Open Pipeline'),
      'Pipeline reached': of('Open Pipeline') / (set.pipeline * quota),
      'ARR to begin with': arr,
      'ARR to keep': set.retained * arr,
      'ARR now': of('ARR'),
      'ARR reached': of('ARR') / (set.retained * arr),
      'Calls to make': calls,
      'Calls made': of('Activities (90d)', best),
      'Calls reached': of('Activities (90d)', best) / calls,
    };
    expect(quota).toBeGreaterThan(0);
    for (const [header, value] of Object.entries(expected)) {
      const cell = line[header];
      if (Number.isFinite(value)) expect([header, cell]).toEqual([header, expect.closeTo(value, 2)]);
      else expect([header, cell]).toEqual([header, '']);
    }
  });
  return lines;
}

test('targets are filled in, actuals stand beside them, and follow cells and settings; what was typed stays', async () => {
  await open();
  expect(sheetsOnOffer(store.state).map(({ key }) => key)).toContain('objectives');
  await store.run(writeSheet, 'objectives');
  expect(store.state.news).toMatch(/No quota and no pipeline targets/);
  expect((await told())[0]).not.toHaveProperty('Quota');
  await store.run(
    writeQuotas,
    { lines: [{ component: 'new', role: '', segment: '', amount: 900_000, method: 'equal' }] },
    [],
  );
  await type('EfTerritories', 'Objective', isOf('Id', 'T02'), 'Win Acme');
  await store.run(writeSheet, 'objectives');
  expect(store.state.trouble).toBeUndefined();
  const before = await told();
  // What each holds at the writing.
  const list = await valuesOf(book, 'Export');
  const at = (header: string) => list[0]?.indexOf(header) ?? -1;
  before.forEach((line) => {
    const mine = list.slice(1).filter((row) => row[at('Territory')] === line['Territory']);
    expect(line['ARR to begin with']).toBeCloseTo(sum(mine.map((row) => Number(row[at('ARR')]))), 2);
  });
  await audit({ pipeline: 3, retained: 0.9, calls: 10, days: 90 }, before);
  expect(before.map((line) => line['Own words'])).toEqual(['', 'Win Acme', '']);

  const [first = '', second = ''] = before.map((row) => String(row['Territory']));
  await type('Accounts', 'Territory', isOf('Territory', first), second);
  await type('Accounts', 'ARR', isOf('Territory', second), 5000);
  await type('Accounts', 'Activities (90d)', isOf('Tier', 'A'), 44);
  await type('EfObjectiveSettings', 'Value', isOf('Setting', 'Pipeline'), 4);
  await type('EfObjectiveSettings', 'Value', isOf('Setting', 'ARR to keep'), 0.8);
  await type('EfObjectiveSettings', 'Value', isOf('Setting', 'Calls a year'), 12);
  await audit({ pipeline: 4, retained: 0.8, calls: 12, days: 90 }, before);
  // A blank cell counts as usual.
  await type('EfObjectiveSettings', 'Value', isOf('Setting', 'Calls a year'), '');
  await audit({ pipeline: 4, retained: 0.8, calls: 10, days: 90 }, before);
  await store.run(lookAgain);
  expect(store.state.understanding?.settings.objectives).toMatchObject({ pipeline: 4, retained: 0.8 });
});

test('settings said elsewhere fill it in; what the list lacks is said; in German', async () => {
  await open('de', HEADERS.slice(0, 7));
  await store.run(changeSettings, { objectives: { retained: 0.75 } });
  await store.run(writeSheet, 'objectives');
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(/Keine Quoten- und Pipeline-Ziele/);
  // It goes along with the next plan, as it was set.
  for (const action of [design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  const [line] = tableIn(await valuesOf(book, 'Ziele'), 'Gebiet', 'Betreuer');
  expect(Number(line?.['ARR zu Beginn'])).toBeGreaterThan(0);
  expect(Number(line?.['ARR zu halten'])).toBeCloseTo(0.75 * Number(line?.['ARR zu Beginn']), 2);
  expect(line).not.toHaveProperty('Quote');
  expect(line).not.toHaveProperty('Offene Pipeline jetzt');
  expect((await valuesOf(book, 'Ziele')).flat().join(' ')).toContain('Offene Pipeline');
});
