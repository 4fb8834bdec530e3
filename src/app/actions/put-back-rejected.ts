import { changeId, nextNumber, type LoggedChange } from '../../plan/change-log';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { UNASSIGNED } from '../../plan/territory';
import type { Action } from '../action';
import { approvalEdit, approvalsIn, tellApprovals } from '../approval';
import { changesIn, knownBy, refuseWithoutAccepted } from '../changes';
import { editOrder } from '../edit-order';
import { DATED_KEY, LOG_KEY, readLog } from '../logged';
import { wordApplied } from '../sentences';
import { hasStandingPlan } from './write-sheet';

/** What managers rejected goes back to where it was accepted, and the log says who rejected it. */
export const putBackRejected: Action<[by: string]> = {
  name: 'put-back-rejected',
  label: 'action.putBackRejected',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, clock, look, state, change, say, onProgress }, by) {
    const { understanding: seen, standing: stood } = state();
    const before = seen && stood && tellApprovals(approvalsIn(seen, stood, changesIn(seen, stood)));
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const changes = changesIn(understanding, standing);
    const approvals = approvalsIn(understanding, standing, changes);
    // Nobody puts back what was not shown as rejected.
    if (tellApprovals(approvals) !== before) throw new Failure('changesMoved');
    const rejected = approvals.filter((one) => one.state === 'rejected');
    if (rejected.length === 0) throw new Failure('noneRejected');
    const { logSheet } = await import('../change-log');
    const at = clock.now().toISOString();
    const logged = await readLog(workbook);
    const first = nextNumber(logged);
    const names = standing.record.territories;
    const keys = rejected.map((one) => knownBy(understanding, one.change.account, one.change.label));
    const log = [
      ...logged,
      ...rejected.map((one, n): LoggedChange => ({
        id: changeId(first + n),
        kind: 'rejected',
        at,
        by: by.trim(),
        account: keys[n] ?? '',
        name: one.change.label,
        from: one.change.was,
        to: names[one.change.to]?.name ?? UNASSIGNED,
        reason: '',
        decidedBy: one.by,
        effective: at.slice(0, 10),
        fromShare: null,
        toShare: null,
      })),
    ];
    const back = new Map(rejected.map((one) => [one.change.account, one.change.was]));
    const open = new Set(changes.flatMap(({ account }) => (back.has(account) ? [] : [account])));
    const { rows, cells } = editOrder(understanding, 'territory', (account) => back.get(account));
    const report = await workbook.apply(
      {
        layer: MAIN_LAYER,
        sheets: [await logSheet(log, understanding, standing, workbook, at)],
        edit: {
          layer: MAIN_LAYER,
          rows,
          cells: [...cells, ...approvalEdit(understanding, new Map(), open)],
        },
        decision: false,
        remember: {
          [LOG_KEY]: log,
          [DATED_KEY]: standing.dated.filter(({ account }) => !keys.includes(account)),
        },
      },
      onProgress,
    );
    await look();
    change({
      edit: undefined,
      news: [say('news.rejectedBack', { count: rejected.length }), ...wordApplied(say, report)].join(' '),
    });
  },
};
