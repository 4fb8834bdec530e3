import { acceptChanges } from '../../../src/app/actions/accept-changes';
import type { Action, ActionContext } from '../../../src/app/action';
import { advise } from '../../../src/app/actions/advise';
import { apply } from '../../../src/app/actions/apply';
import { applyRest } from '../../../src/app/actions/apply-rest';
import { carryOutDue } from '../../../src/app/actions/carry-out-due';
import { carveTerritory } from '../../../src/app/actions/carve-territory';
import { changeBalance } from '../../../src/app/actions/change-balance';
import { choosePlan } from '../../../src/app/actions/choose-plan';
import { choosePoint } from '../../../src/app/actions/choose-point';
import { chooseTable } from '../../../src/app/actions/choose-table';
import { closeTerritory } from '../../../src/app/actions/close-territory';
import { compareCopy } from '../../../src/app/actions/compare-copy';
import { compareExport } from '../../../src/app/actions/compare-export';
import { compareSystem } from '../../../src/app/actions/compare-system';
import { considerAccount } from '../../../src/app/actions/consider-account';
import { coverOpen } from '../../../src/app/actions/cover-open';
import { decideConflict } from '../../../src/app/actions/decide-conflict';
import { design } from '../../../src/app/actions/design';
import { endLeave } from '../../../src/app/actions/end-leave';
import { holdDeals } from '../../../src/app/actions/hold-deals';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { joinOpen } from '../../../src/app/actions/join-open';
import { keepEdit } from '../../../src/app/actions/keep-edit';
import { listFindings } from '../../../src/app/actions/list-findings';
import { makeTeamList } from '../../../src/app/actions/make-team-list';
import { mergeTerritories } from '../../../src/app/actions/merge-territories';
import { moveAccount } from '../../../src/app/actions/move-account';
import { openScenario } from '../../../src/app/actions/open-scenario';
import { placeAccounts } from '../../../src/app/actions/place-accounts';
import { placeStrays } from '../../../src/app/actions/place-strays';
import { priceLocks } from '../../../src/app/actions/price-locks';
import { putBack } from '../../../src/app/actions/put-back';
import { rebalance } from '../../../src/app/actions/rebalance';
import { reopenTerritory } from '../../../src/app/actions/reopen-territory';
import { saveScenario } from '../../../src/app/actions/save-scenario';
import { scheduleMoves } from '../../../src/app/actions/schedule-moves';
import { setLock } from '../../../src/app/actions/set-lock';
import { setQuota } from '../../../src/app/actions/set-quota';
import { setRate } from '../../../src/app/actions/set-rate';
import { setStay } from '../../../src/app/actions/set-stay';
import { showPage } from '../../../src/app/actions/show-page';
import { showRows } from '../../../src/app/actions/show-rows';
import { signOff } from '../../../src/app/actions/sign-off';
import { spreadTerritory } from '../../../src/app/actions/spread-territory';
import { takeCopy } from '../../../src/app/actions/take-copy';
import { takeExport } from '../../../src/app/actions/take-export';
import { takeLeave } from '../../../src/app/actions/take-leave';
import { thinkAhead } from '../../../src/app/actions/think-ahead';
import { undoEdit } from '../../../src/app/actions/undo-edit';
import { verify } from '../../../src/app/actions/verify';
import { weighScenarios } from '../../../src/app/actions/weigh-scenarios';
import { weighSeveral } from '../../../src/app/actions/weigh-several';
import { withdrawQuotas } from '../../../src/app/actions/withdraw-quotas';
import { workOutChoices } from '../../../src/app/actions/work-out-choices';
import { workOutCurve } from '../../../src/app/actions/work-out-curve';
import { writeCopy } from '../../../src/app/actions/write-copy';
import { writeLoads } from '../../../src/app/actions/write-loads';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import type { StandingPlan } from '../../../src/app/standing-plan';
import type { Understanding } from '../../../src/app/understanding/understand';
import { done, part } from '../../support/bare-action';

const day = '2026-12-01';

/** An action as it is asked for. */
const asked = <Args extends readonly unknown[]>(action: Action<Args>, ...args: Args) => ({
  name: action.name,
  perform: (context: ActionContext) => action.perform(context, ...args),
});

/** What goes on the list of accounts, and what on the plan that stands as well. */
const OVER_LIST = [
  asked(apply),
  asked(applyRest),
  asked(changeBalance, { kind: 'add', metric: 'accounts' }),
  asked(choosePlan, 0),
  asked(choosePoint, 0),
  asked(chooseTable, 'accounts', 'Accounts'),
  asked(compareExport, 'Export'),
  asked(compareSystem, 'CRM'),
  asked(design),
  asked(issueQuotas, 'Ana'),
  asked(keepEdit),
  asked(listFindings),
  asked(makeTeamList),
  asked(openScenario, 'East'),
  asked(priceLocks),
  asked(saveScenario, 'East'),
  asked(setLock, 'a', true),
  asked(setQuota, {}),
  asked(setRate, 'EUR', 1.1),
  asked(setStay, 'largest', true),
  asked(showPage, 'T1'),
  asked(showRows, 'T1'),
  asked(takeExport),
  asked(thinkAhead),
  asked(undoEdit),
  asked(verify),
  asked(weighScenarios),
  asked(withdrawQuotas),
  asked(workOutChoices),
  asked(workOutCurve),
  asked(writeLoads),
  asked(writeQuotas, {}),
  asked(writeSheet, 'quality'),
  asked(writeSheet, 'no such sheet'),
];
const OVER_PLAN = [
  asked(acceptChanges, { by: 'Ana', reason: '', effective: day }),
  asked(advise),
  asked(carryOutDue, 'Ana'),
  asked(carveTerritory, { name: 'Eva', start: day, accounts: 0.1, customers: 0.1 }),
  asked(closeTerritory, 'T1'),
  asked(compareCopy, 'Copy'),
  asked(considerAccount),
  asked(coverOpen, { territory: 'T1', by: 'Ana', future: '', start: '' }),
  asked(decideConflict, 'a', 'theirs'),
  asked(endLeave, 'T1'),
  asked(holdDeals, 'renewal'),
  asked(joinOpen, 'T1', { name: 'Eva', start: day }),
  asked(mergeTerritories, 'T1', 'T2'),
  asked(moveAccount, 'a', 'T1'),
  asked(placeAccounts),
  asked(placeStrays),
  asked(putBack),
  asked(rebalance, 0.1),
  asked(reopenTerritory, 'T1'),
  asked(scheduleMoves, { accounts: ['a'], to: 'T1', from: day }),
  asked(signOff, { manager: 'Ana', said: 'agreed' }),
  asked(spreadTerritory, 'T1'),
  asked(takeCopy),
  asked(takeLeave, { territory: 'T1', from: day, to: day, cover: '' }),
  asked(weighSeveral, 'T1'),
  asked(writeCopy, 'Ana'),
];

/** What an action asked for and made; what was worked out before may go. */
async function deeds(...args: Parameters<typeof done>): Promise<readonly unknown[]> {
  const { asked: calls, changes } = await done(...args);
  return [
    ...calls,
    ...changes.flatMap((change) => Object.values(change)).filter((value) => value !== undefined),
  ];
}

test.each([...OVER_LIST, ...OVER_PLAN])(
  'of a workbook that was emptied since, $name makes nothing, and nothing is wrong',
  async ({ perform }) => {
    expect(await deeds(perform, undefined, { isEmpty: true })).toEqual([]);
  },
);

test.each(OVER_PLAN)('where no plan stands any more, $name makes nothing', async ({ perform }) => {
  const now = part<Understanding>({});
  expect(await deeds(perform, now, { understanding: now })).toEqual([]);
});

test.each(OVER_PLAN)('of a plan without its list $name makes nothing', async ({ perform }) => {
  expect(await deeds(perform, undefined, { standing: part<StandingPlan>({}) })).toEqual([]);
});
