import { rosterTemplate } from '../../src/app/roster-template';
import { findingsOf } from '../../src/app/understanding/findings-of';
import { speak } from '../../src/text/say';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { clock, understood } from '../support/job';
import { openWorkbook, type OpenWorkbook } from '../support/office';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const CITIES = ['Denver', 'Boise', 'Austin'];
const STATES = ['CO', 'ID', 'TX'];

const accounts = () => [
  ['Account Name', 'Potential', 'City', 'State', 'Owner'],
  ...Array.from({ length: 24 }, (_, i) => [
    `Account ${i}`,
    100 + i,
    CITIES[i % 3] ?? '',
    STATES[i % 3] ?? '',
    ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
  ]),
];

test.each(['en', 'de'] as const)(
  'the team list made in %s is read back whole: every column known, every seat there',
  async (language) => {
    book = await openWorkbook({ sheets: { Export: accounts() } });
    const workbook = new OfficeWorkbook(clock);
    const before = await understood({ language, territories: 4 });
    const list = await rosterTemplate(before, workbook);
    await workbook.insert([list]);
    const after = await understood({ language });
    expect(after.team.ref?.table).toBe(list.name);
    expect(Object.values(after.team.mapping).sort((a, b) => a - b)).toEqual(list.headers.map((_, c) => c));
    expect(after.team.roster.source).toBe('table');
    expect(after.choices.seats.map(({ name, tbh }) => (tbh ? 'open' : name))).toEqual([
      'Ana Ruiz',
      'Ben Ito',
      'open',
      'open',
    ]);
    // Nothing of it is in doubt; that nobody looks after the two open seats yet is said of each.
    const cover = list.headers.indexOf(speak(language)('rep.coveredBy')) + 1;
    expect(
      findingsOf(after)
        .filter(({ sheet }) => sheet === list.name)
        .map(({ code, row, column }) => [code, row, column]),
    ).toEqual([
      ['openWithoutCover', 4, cover],
      ['openWithoutCover', 5, cover],
    ]);
  },
);

test('part time, ramp, an open seat, homes and a leaver are taken from the filled-in list', async () => {
  book = await openWorkbook({ sheets: { Export: accounts() } });
  const workbook = new OfficeWorkbook(clock);
  const list = await rosterTemplate(await understood({ territories: 4 }), workbook);
  await workbook.insert([list]);
  const at = (header: string) => list.headers.indexOf(header);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(list.name);
    const set = (row: number, header: string, value: string | number | boolean) => {
      sheet.getRangeByIndexes(row, at(header), 1, 1).values = [[value]];
    };
    set(1, 'FTE', 0.5);
    set(1, 'Home ZIP', '80202');
    set(2, 'Ramp %', 0.25);
    set(2, 'Home city', 'Boise');
    set(2, 'Home state', 'ID');
    set(3, 'Segment', 'Enterprise');
    set(4, 'Active', false);
    set(4, 'Rep name', 'Cy Left');
    await context.sync();
  });
  const { choices, team } = await understood();
  const { seats } = choices;
  expect(team.roster.reps).toHaveLength(4);
  expect(seats).toHaveLength(3);
  expect(seats[0]).toMatchObject({ name: 'Ana Ruiz', capacityShare: 0.5 });
  expect(seats[0]?.homeLatitude).toBeCloseTo(39.75, 1);
  expect(seats[1]).toMatchObject({ name: 'Ben Ito', ramp: 0.25 });
  expect(seats[1]?.homeLongitude).toBeCloseTo(-116.2, 0);
  expect(seats[2]).toMatchObject({ tbh: true, segment: 'Enterprise' });
});
