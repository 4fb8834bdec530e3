import type { Defaults } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { Notice } from '../../plan/design';
import { Failure } from '../../plan/failures';
import { defaultTolerance, metricFields, type BalanceField, type MetricSpec } from '../../plan/metrics';
import type { Settings } from '../../plan/settings';
import { isMoney, type Exchange } from './currency';

export interface MetricChoice {
  readonly specs: readonly MetricSpec[];
  readonly notices: readonly Notice[];
  readonly blocked: Failure | undefined;
}

/** Headers of the columns that amounts are in, where a sentence names them. */
export interface MoneyHeaders {
  readonly annualRevenue?: string;
}

/** What is balanced: as set, else the usual choice, which is said in one sentence. */
export function chooseMetrics(
  accounts: Accounts,
  defaults: Defaults,
  exchange: Exchange,
  settings: Settings,
  headers: MoneyHeaders = {},
): MetricChoice {
  const mixed = exchange.missing.length > 0;
  if (settings.balance.length === 0) {
    const usual = mixed ? withoutMoney(accounts) : defaults.balance;
    const spec = specOf(usual.fields, undefined);
    const notice: Notice = {
      code: 'chosen.balance',
      severity: 'note',
      params: {
        metric: spec.id,
        // There is a number, but it is the customers' own: to say that there is none would be untrue.
        reason: mixed ? 'mixed' : usual.code === 'count' && defaults.revenueLeftOut ? 'noOwn' : usual.code,
      },
    };
    const currencies: Notice[] = mixed
      ? [
          {
            code: 'mixedCurrencies',
            severity: 'warning',
            params: { currencies: exchange.currencies.join(', ') },
          },
        ]
      : [];
    return {
      specs: [spec],
      notices: [notice, ...leftOut(defaults, headers), ...currencies],
      blocked: undefined,
    };
  }
  const specs = settings.balance.map(({ metric, tolerance }) =>
    specOf(metricFields(metric) ?? [], tolerance),
  );
  return { specs, notices: [], blocked: blockedBy(specs, accounts, exchange) };
}

/** The customers' own turnover, which is not what the seller earns: said, and balanced on asking. */
function leftOut({ revenueLeftOut }: Defaults, { annualRevenue }: MoneyHeaders): Notice[] {
  if (!revenueLeftOut) return [];
  return [{ code: 'revenueLeftOut', severity: 'note', params: { header: annualRevenue ?? 'none' } }];
}

function blockedBy(
  specs: readonly MetricSpec[],
  accounts: Accounts,
  { missing, currencies }: Exchange,
): Failure | undefined {
  const absent = specs.find(({ fields }) => fields.some((field) => accounts.number[field] === undefined));
  if (absent !== undefined) return new Failure('metricMissing', { metric: absent.id });
  if (missing.length === 0 || !specs.some(({ fields }) => fields.some(isMoney))) return undefined;
  return new Failure('mixedCurrencies', { currencies: currencies.join(', ') });
}

function withoutMoney({ number }: Accounts): Pick<Defaults['balance'], 'code' | 'fields'> {
  return number.employees === undefined
    ? { code: 'count', fields: [] }
    : { code: 'employees', fields: ['employees'] };
}

function specOf(fields: readonly BalanceField[], tolerance: number | undefined): MetricSpec {
  return {
    id: fields.length === 0 ? 'count' : fields.join('+'),
    fields,
    tolerance: tolerance ?? defaultTolerance(fields),
  };
}

/** What the money is that moves with an account: ARR if known, else the first balanced amount. */
export function moneyField(
  { number }: Pick<Accounts, 'number'>,
  metrics: readonly Pick<MetricSpec, 'fields'>[],
): BalanceField | undefined {
  return number.arr === undefined ? metrics.flatMap(({ fields }) => fields).find(isMoney) : 'arr';
}

/** The money that moves with an account. */
export function moneyAtStake(
  accounts: Pick<Accounts, 'number' | 'count'>,
  metrics: readonly MetricSpec[],
): Float64Array | undefined {
  const field = moneyField(accounts, metrics);
  const column = field === undefined ? undefined : accounts.number[field];
  if (column === undefined) return undefined;
  const { count } = accounts;
  const money = new Float64Array(count);
  column.forEach((value, i) => {
    if (value > 0) money[i] = value;
  });
  return money;
}
