import { bind } from './families';
import { centresOf } from './figures';
import { measuresOf } from './measures';
import type { Problem } from './contract';

/**
 * Centres of the territories of any assignment (K × dims, in the problem's coordinates): the mean place of their accounts,
 * by what is balanced. NaN for a territory without a placed account.
 * @param assignment N values: territory, −1 none
 */
export const centresOfPlan = (problem: Problem, assignment: Int32Array): Float64Array =>
  centresOf(problem, measuresOf(problem, bind(problem)), assignment);
