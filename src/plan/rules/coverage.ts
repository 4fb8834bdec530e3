import { foldText } from '../../exact/fold-text';
import type { Accounts } from '../accounts';
import type { Locks } from './lock';
import type { Rule } from './rule';
import type { Kind } from './words';

/** Who looks after an account. Only `direct` ones are carved. */
export const COVERAGE_MODELS = [
  {
    code: 'direct',
    also: ['field', 'direct sales', 'named', 'territory', 'direkt', 'aussendienst'],
  },
  {
    code: 'pool',
    also: [
      'pooled',
      'house',
      'house account',
      'holding',
      'unassigned pool',
      'self service',
      'digital',
      'haus',
    ],
  },
  {
    code: 'partner',
    also: ['partner led', 'channel', 'indirect', 'reseller', 'distributor', 'var', 'indirekt', 'handel'],
  },
  {
    code: 'none',
    also: [
      'do not assign',
      'do not cover',
      'no coverage',
      'not covered',
      'uncovered',
      'nicht zuteilen',
      'nicht zuordnen',
      'keine',
    ],
  },
] as const satisfies readonly Kind[];

export type CoverageModel = (typeof COVERAGE_MODELS)[number]['code'];

/** The coverage model that a cell names; undefined for a word we do not know. */
export function coverageOf(text: string): CoverageModel | undefined {
  const word = foldText(text);
  return COVERAGE_MODELS.find(({ code, also }) => code === word || (also as readonly string[]).includes(word))
    ?.code;
}

/**
 * Accounts of the pool, of partners and those not to be assigned go to no seat. A blank or unknown model
 * is direct: the rule does not speak of it. A lock that gives an account to nobody comes before its model.
 */
export function coverageRule({ count, text }: Accounts, locks?: Pick<Locks, 'kind'>): Rule<'coverage'> {
  const pool = (text.coverage?.pool ?? []).map(coverageOf);
  const modelOf = (i: number): CoverageModel | undefined =>
    locks?.kind(i) === 'none' ? 'none' : pool[text.coverage?.codes[i] ?? -1];
  const groupOf = new Int32Array(count).map((_, i) => {
    const model = modelOf(i);
    return model === undefined || model === 'direct' ? -1 : CARRIED_ELSEWHERE.indexOf(model);
  });
  return {
    id: 'coverage',
    groupOf,
    groups: CARRIED_ELSEWHERE.length,
    admits: () => false,
    explain: (i) => ({
      rule: 'coverage',
      params: { model: modelOf(i) ?? '' },
    }),
  };
}

const CARRIED_ELSEWHERE: readonly CoverageModel[] = ['pool', 'partner', 'none'];
