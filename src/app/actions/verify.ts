import type { Action } from '../action';
import { howFar } from '../how-far';
import { hasStandingPlan } from './write-sheet';

/** Designs the plan that stands once more, as it is recorded, and says whether it comes to the same. Nothing is written. */
export const verify: Action = {
  name: 'verify',
  label: 'action.verify',
  doing: 'stage.check',
  covers: true,
  canCancel: true,
  when: hasStandingPlan,
  async perform(context) {
    const { workbook, places, solver, signal, look, change, say } = context;
    const understanding = await look();
    if (understanding === undefined) return;
    const { verifyPlan } = await import('../verify');
    const desk = { workbook, places, solver, signal };
    const verdict = await verifyPlan(desk, understanding, howFar(context));
    if (verdict === undefined) return;
    const { code, ...told } = verdict;
    const params = Object.fromEntries(
      Object.entries(told).map(([key, value]) => [key, typeof value === 'object' ? value.join(', ') : value]),
    );
    const text = say(`verify.${code}`, params);
    change(code === 'differs' ? { trouble: text } : { news: text });
  },
};
