import type { Action, ActionContext } from '../../../src/app/action';
import { carveTerritory } from '../../../src/app/actions/carve-territory';
import { coverOpen } from '../../../src/app/actions/cover-open';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { refuseJoiner, refuseOneTooMany } from '../../../src/app/actions/join-open';
import { rebalance } from '../../../src/app/actions/rebalance';
import { saveScenario } from '../../../src/app/actions/save-scenario';
import { scheduleMoves } from '../../../src/app/actions/schedule-moves';
import { takeLeave } from '../../../src/app/actions/take-leave';
import type { Failure } from '../../../src/plan/failures';
import { LONGEST_NAME } from '../../../src/app/scenarios';
import type { StandingPlan } from '../../../src/app/standing-plan';
import type { Understanding } from '../../../src/app/understanding/understand';
import { done, part } from '../../support/bare-action';

/** What was typed, and cannot be meant, is refused before anything is looked at; its neighbour is not. */

const asked =
  <Args extends readonly unknown[]>(action: Action<Args>, ...args: Args) =>
  (context: ActionContext) =>
    action.perform(context, ...args);

const understanding = part<Understanding>({});
const standing = part<StandingPlan>({ record: {}, assignment: [] });
const LOOKED = 'looked';

/** The code of the refusal, or that it went on to look. */
const refusal = (perform: (context: ActionContext) => Promise<void>): Promise<unknown> =>
  done(
    perform,
    understanding,
    { understanding, standing },
    {
      look: () => Promise.reject(new Error(LOOKED)),
      workbook: part({ load: () => Promise.reject(new Error(LOOKED)) }),
    },
  ).then(
    () => 'done',
    (error: unknown) => part<{ code?: string }>(error).code ?? part<Error>(error).message,
  );

const carving = (accounts: number, customers: number) =>
  asked(carveTerritory, { name: 'Eva', start: '2026-12-01', accounts, customers });
const leave = (from: string, to: string) => asked(takeLeave, { territory: 'T1', from, to, cover: '' });
const moves = (from: string, until?: string) =>
  asked(scheduleMoves, { accounts: ['a'], to: 'T1', from, ...(until === undefined ? {} : { until }) });
const cover = (start: string) => asked(coverOpen, { territory: 'T1', by: '', future: '', start });

test.each([
  ['a budget below nothing', asked(rebalance, -0.01), 'badBudget'],
  ['a budget above all', asked(rebalance, 1.01), 'badBudget'],
  ['a budget that is no number', asked(rebalance, NaN), 'badBudget'],
  ['no budget', asked(rebalance, 0), LOOKED],
  ['the whole budget', asked(rebalance, 1), LOOKED],
  ['too many accounts', carving(1.01, 0), 'badBudget'],
  ['fewer than no accounts', carving(-0.01, 0), 'badBudget'],
  ['too many customers', carving(0, 1.01), 'badBudget'],
  ['fewer than no customers', carving(0, -0.01), 'badBudget'],
  ['nobody may leave', carving(0, 0), LOOKED],
  ['everybody may leave', carving(1, 1), LOOKED],
  ['a leave that ends before it begins', leave('2026-12-02', '2026-12-01'), 'leaveDays'],
  ['a leave from no day', leave('soon', '2026-12-01'), 'leaveDays'],
  ['a leave to no day', leave('2026-12-01', 'unknown'), 'leaveDays'],
  ['a leave of one day', leave('2026-12-01', '2026-12-01'), LOOKED],
  ['a move on a day that is over', moves('2026-11-21'), 'scheduleDay'],
  ['a move on no day', moves('soon'), 'scheduleDay'],
  ['a move today', moves('2026-11-22'), LOOKED],
  ['a move until before it', moves('2026-12-02', '2026-12-01'), 'scheduleUntil'],
  ['a move until no day', moves('2026-12-02', 'unknown'), 'scheduleUntil'],
  ['a move for one day', moves('2026-12-02', '2026-12-02'), LOOKED],
  ['a cover until no day', cover('soon'), 'joinerDay'],
  ['a cover until a day that nobody knows', cover(''), LOOKED],
  ['a cover until a day', cover('2026-12-01'), LOOKED],
  ['quotas issued by nobody', asked(issueQuotas, ' '), 'issuerMissing'],
  ['quotas issued by somebody', asked(issueQuotas, 'Ana'), LOOKED],
] as const)('%s', async (_, perform, expected) => {
  expect(await refusal(perform)).toBe(expected);
});

test.each([
  ['no name', ' ', 'scenarioName'],
  ['the longest name', 'x'.repeat(LONGEST_NAME), LOOKED],
  ['a name beyond it', 'x'.repeat(LONGEST_NAME + 1), 'scenarioName'],
  // It has two halves in JavaScript.
  ['the longest name of rare letters', '𝄞'.repeat(LONGEST_NAME), LOOKED],
])('a plan is not saved under %s', async (_, name, expected) => {
  const ready = part<Understanding>({ book: {}, choices: {}, list: {}, settings: {} });
  const found = await done(
    asked(saveScenario, name),
    ready,
    { understanding: ready, standing },
    { workbook: part({ load: () => Promise.reject(new Error(LOOKED)) }) },
  ).then(
    () => 'done',
    (error: unknown) => part<{ code?: string }>(error).code ?? part<Error>(error).message,
  );
  expect(found).toBe(expected);
});

test('somebody joins with a name, on a day, and once', () => {
  const team = part<Understanding>({
    team: {
      roster: {
        reps: [
          { name: 'Ana Ruiz', tbh: false },
          { name: 'Ben Ito', tbh: true },
        ],
      },
    },
  });
  const code = (name: string, start: string): unknown => {
    try {
      refuseJoiner(team, { name, start });
      return 'joins';
    } catch (error) {
      return part<{ code: string }>(error).code;
    }
  };
  const day = '2026-12-01';
  expect([code('', day), code('Eva', 'soon'), code('ana ruiz', day)]).toEqual([
    'joinerName',
    'joinerDay',
    'onTeam',
  ]);
  // A seat that is to be filled bears a name by chance.
  expect([code('Eva', day), code('Ben Ito', day)]).toEqual(['joins', 'joins']);
});

test('who comes for somebody that is on the team list still would be one too many', () => {
  const code = (former: string, tbh: boolean, territories: number): unknown => {
    const found = part<Understanding>({
      team: { ref: { sheet: 'Team' } },
      choices: { teamSeats: [{ name: 'Ana' }, { name: former, tbh }], ids: ['T01', 'T02'] },
    });
    try {
      refuseOneTooMany(found, Array(territories), { id: 'T02', called: 'T02 Reno' }, 'Eva');
      return 'joins';
    } catch (error) {
      return part<Failure>(error).params;
    }
  };
  expect(code('Ben', false, 2)).toEqual({
    ...{ name: 'Eva', former: 'Ben', territory: 'T02 Reno', count: 2, list: 'Team' },
  });
  expect([code('Ben', true, 2), code('Ben', false, 3)]).toEqual(['joins', 'joins']);
});
