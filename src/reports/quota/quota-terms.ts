import type { MessageId } from '../../text/say';
import { sought } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { BRIDGE_COLUMNS, QUOTA_COLUMNS, type BridgeKey, type QuotaKey } from './quota-layout';

/** What formulas of the tables of quotas and of the bridge are made of. */
export type QuotaTerms = ReturnType<typeof quotaTerms>;

export function quotaTerms(context: QuotaContext) {
  const { say, digits } = context;
  const { own, column, setting } = formulas(context);
  /** The cell of this row, and the whole column. */
  const me = (key: QuotaKey) => own(say(QUOTA_COLUMNS[key]));
  const all = (key: QuotaKey) => column('quota', say(QUOTA_COLUMNS[key]));
  const line = (key: BridgeKey) => own(say(BRIDGE_COLUMNS[key]));
  const ofLine = (key: BridgeKey) =>
    `INDEX(${column('quotaBridge', say(BRIDGE_COLUMNS[key]))},${me('line')})`;
  const planLine = (header: MessageId, n: string) => `INDEX(${column('quotaLines', say(header))},${n})`;
  const seat = (header: MessageId) =>
    `INDEX(${column('quotaSeats', say(header))},MATCH(${sought(me('id'))},${column('quotaSeats', say('plan.id'))},0))`;
  const month = (header: MessageId) =>
    `INDEX(${column('quotaSeatMonths', say(header))},MATCH(${sought(me('id'))},${column('quotaSeatMonths', say('plan.id'))},0))`;
  const listed = (header: MessageId) =>
    `INDEX(${column('territories', say(header))},MATCH(${sought(me('id'))},${column('territories', say('plan.id'))},0))`;
  /** A number that can be: below 0 is none, as for the settings. */
  const isNumber = (key: QuotaKey) => `AND(ISNUMBER(${me(key)}),N(${me(key)})>=0)`;
  const unit = `MAX(${10 ** -digits},ROUND(N(${setting('unit')}),${digits}))`;

  /** What the seats of a line carry together where λ is `at`. */
  const placedAt = (at: string, of: string) =>
    `SUMPRODUCT((${all('line')}=${of})*${all('free')}*${all('share')}*(` +
    `(${at}*${all('weight')}<=${all('low')})*${all('low')}+` +
    `(${at}*${all('weight')}>${all('low')})*(${at}*${all('weight')}<${all('high')})*${at}*${all('weight')}+` +
    `(${at}*${all('weight')}>${all('low')})*(${at}*${all('weight')}>=${all('high')})*${all('high')}))`;
  const sumOf = (key: QuotaKey, of: string, ...more: string[]) =>
    `SUMIFS(${all(key)},${[all('line'), of, ...more].join(',')})`;
  return { me, all, line, ofLine, planLine, seat, month, listed, isNumber, unit, placedAt, sumOf };
}
