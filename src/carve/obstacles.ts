import type { Obstacle } from '../engine/problem';
import { accountLabel, type Accounts } from '../plan/accounts';
import type { Notice } from '../plan/design';
import type { MetricSpec } from '../plan/metrics';
import type { Territory } from '../plan/territory';

/** What the engine could not meet, with the accounts and territories by name. */
export function noticeOf(
  obstacle: Obstacle,
  accounts: Accounts,
  metrics: readonly MetricSpec[],
  territories: readonly Territory[],
): Notice {
  const metricId = (m: number) => metrics[m]?.id ?? '';
  const nameOf = (j: number) => territories[j]?.name ?? '';
  const names = (list: Int32Array) => Array.from(list, nameOf).join(', ');
  const notice = (params: Notice['params']): Notice => ({
    code: `obstacle.${obstacle.kind}`,
    severity: 'warning',
    params,
  });
  switch (obstacle.kind) {
    case 'oversized':
      return notice({
        account: accountLabel(accounts, obstacle.account),
        row: accounts.sheetRow[obstacle.account] ?? 0,
        metric: metricId(obstacle.metric),
        value: obstacle.value,
        limit: obstacle.limit,
      });
    case 'pinned':
      return notice({
        territory: nameOf(obstacle.territory),
        metric: metricId(obstacle.metric),
        value: obstacle.value,
        limit: obstacle.limit,
      });
    case 'tooMuch':
    case 'tooLittle':
      return notice({
        territories: names(obstacle.territories),
        metric: metricId(obstacle.metric),
        value: obstacle.value,
        limit: obstacle.limit,
      });
    case 'ineligible':
      return notice({ accounts: obstacle.accounts });
    case 'cap':
      return notice({ by: obstacle.by, allowed: obstacle.allowed, needed: obstacle.needed });
    case 'conflict':
      return notice({
        account: accountLabel(accounts, obstacle.account),
        other: accountLabel(accounts, obstacle.other),
      });
    case 'empty':
      return notice({ territories: obstacle.territories });
  }
}
