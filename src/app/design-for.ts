import type { Design, Progress } from '../engine/problem';
import type { Aim } from '../plan/settings';
import { designPlan, type DesignedPlan } from './design';
import type { ActionContext } from './action';
import type { Understanding } from './understanding/understand';

/**
 * The plan that is best at something, of the same workbook and the same settings but for that.
 * @param aim `set`: as continuity, caps and tolerances are set
 * @param known the plan as it is set (`DesignedPlan.asSet`), where it has been found before
 */
export async function designFor(
  aim: Aim | 'set',
  from: Understanding,
  { solver, clock, signal }: Pick<ActionContext, 'solver' | 'clock' | 'signal'>,
  onProgress?: (progress: Progress) => void,
  known?: Design,
): Promise<DesignedPlan> {
  const { aim: _, ...asSet } = from.settings;
  const settings = aim === 'set' ? asSet : { ...asSet, aim };
  return { ...(await designPlan({ ...from, settings }, solver, clock, onProgress, signal, known)), from };
}
