import { markedWithOwners } from '../../../src/app/settings/seat-owners';
import { PERSONAL } from '../../../src/plan/quota';
import type { RunRecord } from '../../../src/plan/run-record';
import { defaultSettings, parseSettings, type Settings } from '../../../src/plan/settings';

const record = {
  territories: [
    { id: 'T01', owner: 'Ada Quill' },
    { id: 'T02', owner: '' },
  ],
} as unknown as RunRecord;
const before = (said: unknown): Settings => {
  const parsed = parseSettings(said);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
};
const marked = (said: Record<string, unknown>, settings = defaultSettings) =>
  (markedWithOwners(said, settings, record)['quota'] as { seats: Record<string, unknown> }).seats;
const NOTHING = Object.fromEntries(PERSONAL.map((part) => [part, null]));

test('pay and dates of a seat are marked with who sits there; of an open seat they are the seat’s', () => {
  const seats = { T01: { base: 5 }, T02: { start: 46000 }, T09: { base: 1 } };
  expect(marked({ quota: { seats } })).toEqual({
    T01: { base: 5, blank: {}, of: 'Ada Quill' },
    T02: { start: 46000, blank: {}, of: null },
    T09: { base: 1, blank: {}, of: null },
  });
});

test('what is not personal is nobody’s, and other words are left alone', () => {
  expect(marked({ quota: { seats: { T01: { role: 'AE' } } } })).toEqual({ T01: { role: 'AE' } });
  const seed = { seed: 5 };
  expect(markedWithOwners(seed, defaultSettings, record)).toBe(seed);
  const unit = { quota: { unit: 5 } };
  expect(markedWithOwners(unit, defaultSettings, record)).toBe(unit);
});

test('the owner is the one who is said now, else was said, else is on the record', () => {
  const seats = { T01: { base: 5 } };
  const said = { quota: { seats }, territoryList: { T01: { owner: ' Kim ' } } };
  expect(marked(said)).toMatchObject({ T01: { of: 'Kim' } });
  const listed = before({ territoryList: { T01: { owner: 'Eva' } } });
  expect(marked({ quota: { seats } }, listed)).toMatchObject({ T01: { of: 'Eva' } });
  expect(marked(said, listed)).toMatchObject({ T01: { of: 'Kim' } });
});

test('the first word for somebody else takes away what was said for who sat there before', () => {
  const seats = { T01: { base: 5, blank: { base: null } } };
  const other = before({ quota: { seats: { T01: { base: 4, variable: 3, of: 'Bo' } } } });
  expect(marked({ quota: { seats } }, other)).toEqual({
    T01: { ...NOTHING, base: 5, blank: { ...NOTHING, base: null }, of: 'Ada Quill' },
  });
  const same = before({ quota: { seats: { T01: { base: 4, of: 'ada quill' } } } });
  expect(marked({ quota: { seats } }, same)).toEqual({
    T01: { base: 5, blank: { base: null }, of: 'Ada Quill' },
  });
});

test('a further rep of a shared seat is who is named there', () => {
  const quota = {
    seats: { 'T01+1': { base: 1 }, 'T01+2': { base: 2 }, 'T01+3': { base: 3 } },
    shares: [
      { seat: 'T02', rep: 'Not he' },
      { seat: ' T01 ', rep: 'Ada Quill' },
      { seat: 'T01', rep: ' Bo ' },
    ],
  };
  const found = { 'T01+1': { of: 'Ada Quill' }, 'T01+2': { of: 'Bo' }, 'T01+3': { of: null } };
  expect(marked({ quota })).toMatchObject(found);
  const { seats, shares } = quota;
  expect(marked({ quota: { seats } }, before({ quota: { shares } }))).toMatchObject(found);
});
