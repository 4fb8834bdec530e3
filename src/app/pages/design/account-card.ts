import { accountLabel } from '../../../plan/accounts';
import { distanceUnit } from '../../../plan/distance';
import { metricWeights } from '../../../plan/metrics';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { keyOf } from '../../account-at';
import type { AccountAdvice } from '../../advice';
import { ourColumn } from '../../understanding/our-column';
import type { Understanding } from '../../understanding/understand';
import { amountText } from './amount';
import { distanceText } from './preview';
import { scoreFact } from './score-fact';
import { suggestionView, type SuggestionView } from './suggestions';

/** The account in the selected row: where it is, why, and where else it could go. */
export interface AccountCardView {
  readonly title: string;
  /** Its territory and who has that. */
  readonly place: string;
  /** What it weighs, and what of its territory that is. */
  readonly facts: readonly string[];
  /** Why it is there, as the list says; blank where the list says nothing. */
  readonly reason: string;
  /** What locks it, and what that costs; undefined for an account that is free. */
  readonly lock: string | undefined;
  /** Its Lock cell is filled, so it can be cleared. */
  readonly isCellLocked: boolean;
  /** What the account is known by. */
  readonly key: string;
  readonly own: readonly SuggestionView[];
}

export function accountCard(
  { account, standing, own, lock }: AccountAdvice,
  understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): AccountCardView {
  const { list, book, choices } = understanding;
  const { accounts, whole } = list;
  const row = accounts.sheetRow[account] ?? 0;
  const cell = (key: 'reason' | 'lock') => ourColumn({ whole, owned: book.owned }, key).at(row);
  const { territories } = standing.record;
  const at = standing.assignment[account] ?? -1;
  const kind = choices.locks.kind(account);
  return {
    title: accountLabel(accounts, account),
    place: say('card.place', {
      name: territories[at]?.name ?? say('edit.nowhere'),
      owner: (at < 0 ? '' : territories[at]?.owner) || 'none',
    }),
    facts: [
      ...standing.metrics
        .filter(({ spec }) => spec.fields.length > 0)
        .map(({ spec, load }) => {
          const amount = metricWeights(accounts, spec)[account] ?? 0;
          const sum = load[at] ?? 0;
          return say('card.fact', {
            metric: metricLabel(say, spec),
            amount: amountText(amount, spec, choices.exchange, numbers),
            share: at >= 0 && sum > 0 ? numbers.percent(amount / sum, 1) : 'none',
          });
        }),
      ...scoreFact(understanding, row, say, numbers),
    ],
    reason: cell('reason'),
    lock:
      kind === undefined
        ? undefined
        : say('card.locked', {
            kind: say(`lock.${kind}`),
            best: lock === undefined || lock.best === at ? 'none' : (territories[lock.best]?.name ?? 'none'),
            way: (lock?.km ?? 0) < 0 ? 'farther' : 'nearer',
            distance: distanceText(Math.abs(lock?.km ?? 0), distanceUnit(accounts), say, numbers),
          }),
    isCellLocked: cell('lock') !== '',
    key: keyOf(list, account),
    own: own.map((one) => ({
      ...suggestionView(one, standing, understanding, say, numbers),
      title: say('card.to', { name: territories[one.moves[0]?.to ?? -1]?.name ?? '' }),
    })),
  };
}
