import type { Defaults } from '../intake';
import type { Accounts } from '../plan/accounts';
import { textAt } from '../plan/columns';
import type { Notice } from '../plan/design';
import { Failure } from '../plan/failures';
import { ACCOUNT_FIELDS, type AccountNumberField } from '../plan/fields';
import { defaultTolerance, metricFields, type BalanceField, type MetricSpec } from '../plan/metrics';
import type { Settings } from '../plan/settings';

const isMoney = (field: AccountNumberField): boolean => ACCOUNT_FIELDS[field] === 'money';

export interface MetricChoice {
  readonly specs: readonly MetricSpec[];
  readonly notices: readonly Notice[];
  readonly blocked: Failure | undefined;
}

/** What is balanced: as set, else the usual choice, which is said in one sentence. */
export function chooseMetrics(accounts: Accounts, defaults: Defaults, settings: Settings): MetricChoice {
  const mixed = defaults.currencies.code === 'mixed' && settings.fx === undefined;
  if (settings.balance.length === 0) {
    const usual = mixed ? withoutMoney(accounts) : defaults.balance;
    const spec = specOf(usual.fields, undefined);
    const notice: Notice = {
      code: 'chosen.balance',
      severity: 'note',
      params: { metric: spec.id, reason: usual.code },
    };
    const currencies: Notice[] = mixed
      ? [
          {
            code: 'mixedCurrencies',
            severity: 'warning',
            params: { currencies: defaults.currencies.currencies.join(', ') },
          },
        ]
      : [];
    return { specs: [spec], notices: [notice, ...currencies], blocked: undefined };
  }
  const specs = settings.balance.map(({ metric, tolerance }) =>
    specOf(metricFields(metric) ?? [], tolerance),
  );
  return { specs, notices: [], blocked: blockedBy(specs, accounts, defaults, mixed) };
}

function blockedBy(
  specs: readonly MetricSpec[],
  accounts: Accounts,
  defaults: Defaults,
  mixed: boolean,
): Failure | undefined {
  const missing = specs.find(({ fields }) => fields.some((field) => accounts.number[field] === undefined));
  if (missing !== undefined) return new Failure('metricMissing', { metric: missing.id });
  if (!mixed || !specs.some(({ fields }) => fields.some(isMoney))) return undefined;
  return new Failure('mixedCurrencies', { currencies: defaults.currencies.currencies.join(', ') });
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

/** Amounts in the plan's currency, where rates are given; amounts without a rate become "no data". */
export function convertMoney(accounts: Accounts, { fx }: Settings): Accounts {
  const { currency } = accounts.text;
  if (fx === undefined || currency === undefined) return accounts;
  const number = { ...accounts.number };
  for (const name of Object.keys(number) as AccountNumberField[]) {
    const column = number[name];
    if (column === undefined || !isMoney(name)) continue;
    number[name] = column.map((value, i) => {
      const code = textAt(currency, i);
      return code === undefined ? value : value * (fx[code] ?? NaN);
    });
  }
  return { ...accounts, number };
}

/** The money that moves with an account: ARR if known, else the first balanced amount. */
export function moneyAtStake(
  { number, count }: Accounts,
  metrics: readonly MetricSpec[],
): Float64Array | undefined {
  const balanced = metrics.flatMap(({ fields }) => fields).find(isMoney);
  const column = number.arr ?? (balanced === undefined ? undefined : number[balanced]);
  if (column === undefined) return undefined;
  const money = new Float64Array(count);
  column.forEach((value, i) => {
    if (value > 0) money[i] = value;
  });
  return money;
}
