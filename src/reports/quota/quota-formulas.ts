import { seatBridgeFormulas } from './bridge-by-formulas';
import { lineFormulas } from './bridge-lines';
import type { QuotaContext } from './context';
import { issueFormulas } from './issue-formulas';
import { rowFormulas } from './quota-rows';
import { quotaTerms } from './quota-terms';

/** Formulas of the tables of quotas and of the bridge by the keys of their columns. The arithmetic is that of `quota/allocate.ts`. */
export function quotaFormulas(context: QuotaContext) {
  const terms = quotaTerms(context);
  const { me, all, line, planLine } = terms;
  const issue = issueFormulas(context, terms);
  const bySeat = seatBridgeFormulas(context, {
    ...terms,
    lineSegment: planLine('plan.segment', line('line')),
  });
  return {
    quota: { ...rowFormulas(context, terms), ...issue.quota, ...bySeat.quota },
    bridge: { ...lineFormulas(context, terms), ...issue.bridge, ...bySeat.bridge },
    me,
    all,
  };
}
