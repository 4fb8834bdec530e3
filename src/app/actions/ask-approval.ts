import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import type { Action, ActionContext } from '../action';
import {
  addApprovalColumns,
  approvalEdit,
  approvalsIn,
  hasApprovalColumns,
  isApprovalAsked,
  putUp,
} from '../approval';
import { changesIn, refuseWithoutAccepted } from '../changes';
import type { StandingPlan } from '../standing-plan';
import type { Understanding } from '../understanding/understand';
import { hasStandingPlan } from './write-sheet';

/**
 * Puts what is proposed up for decision: the list says beside each account who decides, and of which territory. What was
 * decided of another territory is no decision any more.
 */
export const askApproval: Action = {
  name: 'ask-approval',
  label: 'action.askApproval',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context) {
    const { workbook, look, change, say } = context;
    const first = await looked(context);
    if (first === undefined) return;
    if (!isApprovalAsked(first.understanding)) throw new Failure('approvalOff');
    if (toAsk(first).length === 0) throw new Failure('nothingToAsk');
    let now = first;
    if (!hasApprovalColumns(first.understanding)) {
      await addApprovalColumns(first.understanding, workbook);
      const again = await looked(context);
      if (again === undefined) return;
      now = again;
    }
    const { understanding, standing } = now;
    const asked = toAsk(now);
    const open = new Set(changesIn(understanding, standing).map(({ account }) => account));
    const said = new Map(asked.map((one) => [one.change.account, putUp(one)]));
    await workbook.edit({
      layer: MAIN_LAYER,
      rows: understanding.list.rows,
      cells: approvalEdit(understanding, said, open),
    });
    await look();
    const nobody = asked.filter(({ by }) => by === '').length;
    change({ news: say('news.asked', { count: asked.length, nobody }) });
  },
};

interface Looked {
  readonly understanding: Understanding;
  readonly standing: StandingPlan;
}

async function looked({ look, state }: ActionContext): Promise<Looked | undefined> {
  const understanding = await look();
  const { standing } = state();
  if (understanding === undefined || standing === undefined) return undefined;
  refuseWithoutAccepted(understanding);
  return { understanding, standing };
}

const toAsk = ({ understanding, standing }: Looked) =>
  approvalsIn(understanding, standing, changesIn(understanding, standing)).filter(
    ({ state }) => state === 'notAsked',
  );
