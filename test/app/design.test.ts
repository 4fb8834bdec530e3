import { designPlan, type DesignedPlan } from '../../src/app/design';
import { InlineSolver } from '../../src/worker/inline-solver';
import { fakeWorkbook } from '../support/fake-workbook';
import { clock, understood } from '../support/job';

const designed = async (settings: object = {}): Promise<DesignedPlan> =>
  designPlan(await understood(settings, fakeWorkbook()), new InlineSolver(), clock);

test('the record holds the figures of the plan, each under its own name', async () => {
  const { plan, record } = await designed({ territories: 3 });
  expect(plan.moved.accounts).toBeGreaterThan(0);
  expect(plan.moved.money).not.toBe(plan.moved.accounts);
  expect(plan.p90Km).not.toBe(plan.meanKm);
  expect(record.figures).toEqual({
    placed: plan.placed,
    unassigned: plan.unassigned,
    meanKm: plan.meanKm,
    p90Km: plan.p90Km,
    cost: plan.cost,
    bound: plan.bound,
    gap: plan.gap,
    movedAccounts: plan.moved.accounts,
    movedMoney: plan.moved.money,
    'worst:potential': plan.metrics[0]?.worstDeviation,
  });
});

test('the record holds the metrics with the tolerances in force, chosen or set, and the moment of the design', async () => {
  const { record } = await designed({ balance: [{ metric: 'arr', tolerance: 0.2 }, { metric: 'count' }] });
  expect(record.settings.balance).toEqual([{ metric: 'arr', tolerance: 0.2 }, { metric: 'count' }]);
  expect(record.metrics).toEqual([
    { metric: 'arr', tolerance: 0.2 },
    { metric: 'count', tolerance: 0.2 },
  ]);
  expect((await designed({ seed: 7 })).record).toMatchObject({ seed: 7, settings: { seed: 7 } });
  expect(record.designedAt).toBe('2026-11-22T12:00:00.000Z');
  expect((await designed()).record.settings.balance).toEqual([{ metric: 'potential' }]);
});

test('a tolerance that could not be met is said, with the limit that holds for every plan; one that was met is not', async () => {
  const { plan } = await designed({
    territories: 23,
    balance: [{ metric: 'count', tolerance: 0.5 }, { metric: 'potential' }],
  });
  expect(plan.withinTolerance).toBe(false);
  const said = plan.notices.filter(({ code }) => code === 'outOfBand');
  const missed = plan.metrics.filter(({ spec, worstDeviation }) => worstDeviation > spec.tolerance);
  expect(missed.length).toBeGreaterThan(0);
  expect(said.map(({ params }) => params)).toEqual(
    missed.map(({ spec, worstDeviation, floor }) => ({
      metric: spec.id,
      tolerance: spec.tolerance,
      worst: worstDeviation,
      floor: floor > spec.tolerance ? floor : 'none',
    })),
  );
  expect((await designed()).plan.notices.map(({ code }) => code)).not.toContain('outOfBand');
});
