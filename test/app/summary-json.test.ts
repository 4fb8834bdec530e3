import { designPlan } from '../../src/app/design';
import { summaryJson, type HeadlessSummary } from '../../src/app/summary-json';
import type { Understanding } from '../../src/app/understanding/understand';
import { Failure } from '../../src/plan/failures';
import { InlineSolver } from '../../src/worker/inline-solver';
import { fakeWorkbook } from '../support/fake-workbook';
import { clock, understood } from '../support/job';

const WRITTEN = {
  seconds: { read: 1, design: 2, write: 3 },
  lost: [],
  refused: [],
  isKept: false,
  calculate: true,
  output: 'out.xlsx',
};

async function printed(
  outcome: Partial<Parameters<typeof summaryJson>[3]> = {},
  settings: object = {},
  seen: (understanding: Understanding) => Understanding = (same) => same,
): Promise<{ summary: HeadlessSummary; plan: Awaited<ReturnType<typeof designPlan>>['plan'] }> {
  const understanding = seen(await understood(settings, fakeWorkbook()));
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  const names = { columns: { territory: 'Ef Territory' }, sheets: { balance: 'Ef Balance' } };
  const summary = summaryJson(understanding, designed, names, { ...WRITTEN, ...outcome });
  return { summary, plan: designed.plan };
}

test('figures and names are printed each under its own name', async () => {
  const { summary, plan } = await printed({}, { territories: 3 });
  expect(plan.p90Km).not.toBe(plan.meanKm);
  expect(summary).toMatchObject({
    placed: 24,
    unassigned: 0,
    territories: 3,
    met: plan.withinTolerance,
    meanKm: plan.meanKm,
    p90Km: plan.p90Km,
    gap: plan.gap,
    moved: plan.moved,
    columns: { territory: 'Ef Territory' },
    sheets: { balance: 'Ef Balance' },
    seconds: WRITTEN.seconds,
    output: 'out.xlsx',
  });
});

test('each warning is said where it is true, and only there', async () => {
  const kept = 'The input holds a plan that was applied';
  const uncalculated = 'There are so many accounts that the formulas are left';
  const lacking = 'The copy lacks what could not be carried over';
  const begins = ({ warnings }: HeadlessSummary) =>
    [kept, uncalculated, lacking, 'Setting Seed'].filter((words) =>
      warnings.some((warning) => warning.startsWith(words)),
    );
  expect(begins((await printed()).summary)).toEqual([]);
  expect(begins((await printed({ isKept: true })).summary)).toEqual([kept]);
  expect(begins((await printed({ calculate: false })).summary)).toEqual([uncalculated]);
  expect(begins((await printed({ lost: ['pictures'] })).summary)).toEqual([lacking]);
  const refused = [new Failure('badSettings', { path: 'seed', expected: 'number', received: 'x' })];
  expect(begins((await printed({ refused })).summary)).toEqual(['Setting Seed']);
});

test('accounts with a point are told from those of which only the region or country is known, and from the rest', async () => {
  expect((await printed()).summary.located).toEqual({ points: 24, regions: 0 });
  const { summary } = await printed({}, {}, (understanding) => {
    const { list } = understanding;
    const { places } = list.accounts;
    const latitude = places.latitude.map((degrees, i) => (i < 5 ? NaN : degrees));
    const codes = places.country.codes.map((code, i) => (i < 2 ? -1 : code));
    const country = { ...places.country, codes };
    const accounts = { ...list.accounts, places: { ...places, latitude, country } };
    return { ...understanding, list: { ...list, accounts } };
  });
  expect(summary.located).toEqual({ points: 19, regions: 3 });
});

test('territories that wait are told with whoever covers, and what that asks of him', async () => {
  const { summary, plan } = await printed(
    {},
    {
      territories: 3,
      quota: { seats: { T03: { coveredBy: 'Ana', start: 46447 } } },
      open: { cap: 0.1, seats: { T03: { future: 'Eva Lund' } } },
    },
  );
  const { name = '', owner } = plan.territories[2] ?? {};
  expect(owner).toBe('');
  expect(summary.open.territories).toEqual([
    {
      territory: name,
      state: 'open',
      owner: '',
      interim: 'Ana',
      future: 'Eva Lund',
      from: '2027-03-01',
    },
  ]);
  const [metric] = plan.metrics;
  const own = plan.territories.findIndex((one) => one.owner === 'Ana');
  const share = own < 0 ? (metric?.target.reduce((a, b) => a + b, 0) ?? 0) / 3 : (metric?.target[own] ?? 0);
  const part = (metric?.load[2] ?? 0) / share;
  expect(summary.open.interim).toEqual([{ person: 'Ana', part: expect.closeTo(part, 5), aboveCap: true }]);
});
