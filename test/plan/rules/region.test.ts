import { regionRule } from '../../../src/plan/rules/region';
import { accountsOf, seat, type Row } from '../accounts';

/** Words that mean a place, as `geo` would tell. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  Texas: ['US-TX'],
  TX: ['US-TX'],
  Oklahoma: ['US-OK'],
  CA: ['US-CA', 'CA'],
  DE: ['US-DE', 'DE'],
  Germany: ['DE'],
  'United States': ['US'],
  Ontario: ['CA-ON'],
};
const read = (word: string) => MEANINGS[word] ?? [];

const ruleFor = (rows: readonly Row[], ...regions: (string | undefined)[]) =>
  regionRule(
    accountsOf(rows),
    regions.map((region) => seat(region === undefined ? {} : { region })),
    read,
  );
/** Seats open to each account; undefined where the rule does not speak of it. */
const openOf = (rule: ReturnType<typeof ruleFor>, seats: number) =>
  [...rule.groupOf].map((group) =>
    group < 0 ? undefined : Array.from({ length: seats }, (_, j) => j).filter((j) => rule.admits(group, j)),
  );

const texan: Row = { iso: ['US', 'US-TX'], state: 'TX', country: 'USA' };
const german: Row = { iso: ['DE', 'DE-BY'], country: 'Germany' };

test('accounts go to the seats of their state or country, and to seats without a region', () => {
  const rule = ruleFor([texan, german], 'Texas', 'Germany', 'United States', undefined);
  expect(rule.id).toBe('region');
  expect(openOf(rule, 4)).toEqual([
    [0, 2, 3],
    [1, 3],
  ]);
  expect(rule.notices).toEqual([]);
});

test('what the list calls a region so is one, whatever stands between its words', () => {
  const rows: Row[] = [{ region: 'Texas/Central' }, { region: 'Midwest' }, texan];
  const rule = ruleFor(rows, 'Texas/Central', 'Midwest');
  expect(openOf(rule, 2)).toEqual([[0], [1], []]);
  expect(rule.notices).toEqual([]);
});

test('a seat may have several regions, however they are set apart', () => {
  for (const region of ['Oklahoma, TX', 'Oklahoma;TX', ' Oklahoma / TX', 'Oklahoma\nTX', 'Oklahoma|TX,']) {
    expect(openOf(ruleFor([texan, german], region, 'Germany'), 2)).toEqual([[0], [1]]);
  }
});

test('an account that says nothing of its place may go anywhere; one in no seat’s region nowhere', () => {
  const rule = ruleFor([{}, { iso: ['FR'] }, { state: 'Nowhere' }], 'Texas', 'Germany');
  expect(openOf(rule, 2)).toEqual([undefined, [], []]);
  expect(rule.groupOf[1]).toBe(rule.groupOf[2]);
  expect(rule.groups).toBe(1);
});

test('of an account of which only the country is known every seat within it may have a part', () => {
  const rule = ruleFor([{ iso: ['US'] }, texan, { iso: ['DE'] }], 'Texas', 'Oklahoma', 'Ontario');
  expect(openOf(rule, 3)).toEqual([[0, 1], [0], []]);
});

test('accounts that may go to the same seats are one group', () => {
  const rule = ruleFor([texan, { ...texan, state: 'Tex.' }, german, texan], 'Texas', 'Germany');
  expect([...rule.groupOf]).toEqual([0, 0, 1, 0]);
  expect(rule.groups).toBe(2);
});

test('a word with two meanings has the one that most accounts bear out', () => {
  const californian: Row = { iso: ['US', 'US-CA'], state: 'CA' };
  const canadian: Row = { iso: ['CA', 'CA-ON'] };
  expect(openOf(ruleFor([californian, californian, canadian], 'CA'), 1)).toEqual([[0], [0], []]);
  expect(openOf(ruleFor([californian, canadian, canadian], 'CA'), 1)).toEqual([[], [0], [0]]);
  expect(openOf(ruleFor([german, german, { iso: ['US', 'US-DE'] }], 'DE'), 1)).toEqual([[0], [0], []]);
});

test('a region may be a word of the list itself: in its state, its country or its territory', () => {
  const rows: Row[] = [
    { state: 'West' },
    { currentTerritory: 'WEST ' },
    { country: 'West' },
    { state: 'East' },
  ];
  expect(openOf(ruleFor(rows, 'west', 'East'), 2)).toEqual([[0], [0], [0], [1]]);
});

test('where no account is in the place of that name, the list’s own region of that name is meant', () => {
  const rows: Row[] = [{ iso: ['US', 'US-CA'], currentTerritory: 'Ontario' }, texan];
  expect(openOf(ruleFor(rows, 'Ontario', undefined), 2)).toEqual([[0, 1], [1]]);
});

test('a territory that is no seat’s region says nothing of the region', () => {
  expect(openOf(ruleFor([{ currentTerritory: 'T07' }, { state: 'West' }], 'West', 'North'), 2)).toEqual([
    undefined,
    [0, 1],
  ]);
});

test('a seat whose words mean nothing here is open to all, and that is said', () => {
  const rule = ruleFor([texan, german], 'Texas', 'Blue', 'Blue, Germany', 'Green');
  expect(openOf(rule, 4)).toEqual([
    [0, 1, 3],
    [1, 2, 3],
  ]);
  expect(rule.notices).toEqual([
    { code: 'regionUnknown', severity: 'warning', params: { regions: 'Blue, Green' } },
  ]);
});

test('a region without an account is still a region: its seat gets no others', () => {
  const rule = ruleFor([german], 'Texas', 'Germany');
  expect(openOf(rule, 2)).toEqual([[1]]);
  expect(rule.notices).toEqual([]);
});

test('it explains itself by the words of the list, else by the codes', () => {
  const rule = ruleFor([texan, german, { iso: ['US', 'US-OK'] }, { iso: ['FR'] }], 'Texas');
  const said = [0, 1, 2, 3].map((i) => rule.explain(i));
  expect(said).toEqual(
    ['TX', 'Germany', 'US-OK', 'FR'].map((region) => ({ rule: 'region', params: { region } })),
  );
});
