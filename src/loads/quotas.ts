import type { Cell } from '../plan/cells';
import { serialDay } from '../plan/schedule';
import { flagOf, type CrmExport } from './exports';
import type { LoadFile, ProblemCode } from './file';
import type { LoadInput, LoadQuotas, Tell } from './input';
import { newOwners } from './owners';
import { idKey, type Person } from './people';

/** The columns by which a row of quota is known: whose, of which period, of which forecast, where it is told by territory. */
const KNOWN = ['QuotaOwnerId', 'StartDate', 'ForecastingTypeId', 'Territory2Id'];
const AMOUNT = 'QuotaAmount';

interface QuotaRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly amount: number;
}

/**
 * Issued quotas for Salesforce's `ForecastingQuota`: one row a period and person. With an export of what is there only
 * what changes is loaded, and what takes it back says the amounts of before; without it nobody knows these.
 * @param territoryId id in Salesforce of a territory of the plan
 */
export function salesforceQuotas(
  input: LoadInput,
  territoryId: (territory: number) => string | undefined,
  tell: Tell,
): LoadFile[] {
  const { quotas, exports } = input;
  if (quotas === undefined || !isIssued(quotas, 'quotas', tell)) return [];
  const refuse = (code: ProblemCode, parameters: Record<string, string | number> = {}, blocks = true) => {
    tell({ file: 'quotas', code, blocks, parameters });
  };
  const type = forecastType(exports.quotas, exports.forecastTypes);
  if ('code' in type) {
    refuse(type.code, { count: type.count });
    return [];
  }
  const { currency, isWeekly } = quotas;
  if (currency === undefined) refuse('noQuotaCurrency', {}, false);
  if (exports.quotas === undefined) refuse('quotaUnknownBefore', {}, false);
  if (isWeekly) refuse('weekPeriods', {}, false);
  const step = isByQuarter(exports.quotas, quotas) ? 3 : 1;
  const owners = ownersOfQuotas(input, quotas, 'id');
  const wanted = new Map<string, QuotaRow>();
  quotas.seats.forEach(({ territory, amounts, name }, n) => {
    const owner = owners[n];
    const where = type.isByTerritory ? territoryId(territory) : '';
    if (amounts.every((amount) => amount === 0)) return;
    if (typeof owner !== 'object') {
      refuse(owner ?? 'openTerritory', { territory: name, owner: quotas.seats[n]?.owner ?? '' });
      return;
    }
    if (where === undefined) {
      refuse('noTerritoryId', { territory: name });
      return;
    }
    for (let m = 0; m < amounts.length; m += step) {
      const cells = {
        QuotaOwnerId: owner.id ?? '',
        StartDate: quotas.periods[m]?.start ?? '',
        ForecastingTypeId: type.id,
        ...(type.isByTerritory ? { Territory2Id: where } : {}),
      };
      const sum = amounts.slice(m, m + step).reduce((all, one) => all + one, 0);
      const known = wanted.get(keyOf(cells))?.amount ?? 0;
      wanted.set(keyOf(cells), { cells, amount: Math.round((known + sum) * 100) / 100 });
    }
  });
  const header = [
    ...['QuotaOwnerId', 'StartDate', AMOUNT, 'ForecastingTypeId'],
    ...(currency === undefined ? [] : ['CurrencyIsoCode']),
    ...(type.isByTerritory ? ['Territory2Id'] : []),
  ];
  const before = standing(exports.quotas, type);
  const changed = [...wanted].filter(([key, { amount }]) => {
    const then = before.get(key);
    // A row of nothing is not made, but an amount that is there may become nothing.
    return then === undefined ? amount !== 0 : then.amount !== amount || differsIn(then.currency, currency);
  });
  tellOthers(before, wanted, quotas, refuse);
  const line = (row: QuotaRow, amount: number, of: string | undefined): Cell[] =>
    header.map((name) =>
      name === AMOUNT ? amount : name === 'CurrencyIsoCode' ? (of ?? '') : (row.cells[name] ?? ''),
    );
  const file = {
    object: 'ForecastingQuota',
    operation: 'upsert',
    header,
    formats: header.map((name) => (name === AMOUNT ? '0.00' : undefined)),
    known: header.flatMap((name, c) => (KNOWN.includes(name) ? [c] : [])),
  } as const;
  return [
    { ...file, key: 'quotas', rows: changed.map(([, row]) => line(row, row.amount, currency)) },
    {
      ...file,
      key: 'quotasBack',
      rows: changed.flatMap(([key, row]) => {
        const then = before.get(key);
        return then === undefined ? [] : [line(row, then.amount, then.currency || currency)];
      }),
    },
    // Rows that were not there before are known by their ids when the loader has answered.
    { key: 'quotasNewBack', object: 'ForecastingQuota', operation: 'delete', header: ['Id'], rows: [] },
  ];
}

/** Issued quotas as a plain list, for whatever else has to know them: a row a territory and period. */
export function quotaList(input: LoadInput, tell: Tell): LoadFile[] {
  const { quotas, target } = input;
  if (quotas === undefined) return [];
  // Said once.
  const isSaid = target === 'salesforce';
  if (!isIssued(quotas, 'quotaList', isSaid ? () => undefined : tell)) return [];
  const { currency = '', periods, issued } = quotas;
  return [
    {
      key: 'quotaList',
      object: 'Quota',
      operation: 'table',
      header: ['Territory', 'Owner', 'Email', 'Period Start', 'Period End', 'Quota', 'Currency', 'Issued'],
      formats: [...Array<undefined>(5).fill(undefined), '0.00', undefined, undefined],
      rows: quotas.seats.flatMap(({ name, owner, email = '', amounts }) =>
        amounts.flatMap((amount, m): Cell[][] => {
          const { start = '', end = '' } = periods[m] ?? {};
          return amount === 0 ? [] : [[name, owner, email, start, end, amount, currency, issued ?? '']];
        }),
      ),
    },
  ];
}

/** Nobody is to be measured by what was not issued. */
function isIssued({ issued }: LoadQuotas, file: 'quotas' | 'quotaList', tell: Tell): boolean {
  if (issued === undefined) tell({ file, code: 'notIssued', blocks: true, parameters: {} });
  return issued !== undefined;
}

/** Quotas are carried by whoever has the seat, never by who covers it for a while. */
const ownersOfQuotas = (input: LoadInput, { seats }: LoadQuotas, needs: 'id'): (Person | ProblemCode)[] =>
  newOwners({ ...input, territories: seats }, needs);

interface ForecastType {
  readonly id: string;
  readonly isByTerritory: boolean;
}

/** The forecast that quotas are of: as those that are there, else the only one of amounts that is active. */
function forecastType(
  quotas: CrmExport | undefined,
  types: CrmExport | undefined,
): ForecastType | { readonly code: 'noForecastType' | 'twoForecastTypes'; readonly count: number } {
  const rows = Array.from({ length: types?.rowCount ?? 0 }, (_, row) => row);
  const isTold = (id: string): boolean | undefined => {
    const row = rows.find((one) => idKey(types?.text('Id', one) ?? '') === idKey(id));
    const role = row === undefined ? '' : (types?.text('RoleType', row) ?? '');
    return role === '' ? undefined : /^t/i.test(role);
  };
  const counts = new Map<string, number>();
  for (let row = 0; row < (quotas?.rowCount ?? 0); row++) {
    const id = quotas?.text('ForecastingTypeId', row) ?? '';
    if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (most !== undefined) {
    const [id] = most;
    const withTerritory = Array.from({ length: quotas?.rowCount ?? 0 }, (_, row) => row).some(
      (row) => quotas?.text('ForecastingTypeId', row) === id && quotas.text('Territory2Id', row) !== '',
    );
    return { id, isByTerritory: isTold(id) ?? withTerritory };
  }
  const usable = rows.filter(
    (row) =>
      flagOf(types?.text('IsActive', row) ?? '') !== false &&
      flagOf(types?.text('IsAmount', row) ?? '') !== false,
  );
  const [only] = usable;
  if (only === undefined || types === undefined) return { code: 'noForecastType', count: 0 };
  if (usable.length > 1) return { code: 'twoForecastTypes', count: usable.length };
  const id = types.text('Id', only);
  return { id, isByTerritory: isTold(id) ?? false };
}

interface Standing {
  readonly amount: number;
  readonly currency: string;
  readonly owner: string;
  readonly start: string;
}

/** The quotas of that forecast that Salesforce has. */
function standing(quotas: CrmExport | undefined, { id, isByTerritory }: ForecastType): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (let row = 0; row < (quotas?.rowCount ?? 0); row++) {
    const text = (column: string) => quotas?.text(column, row) ?? '';
    if (idKey(text('ForecastingTypeId') || id) !== idKey(id)) continue;
    const [owner, start] = [text('QuotaOwnerId'), dayOf(text('StartDate'))];
    const cells = {
      QuotaOwnerId: owner,
      StartDate: start,
      ForecastingTypeId: id,
      ...(isByTerritory ? { Territory2Id: text('Territory2Id') } : {}),
    };
    const amount = Number(text(AMOUNT));
    if (owner !== '' && Number.isFinite(amount))
      found.set(keyOf(cells), { amount, currency: text('CurrencyIsoCode'), owner, start });
  }
  return found;
}

/** Quotas of the year whose users carry nothing by this plan: they may be another team's, and stay. */
function tellOthers(
  before: ReadonlyMap<string, Standing>,
  wanted: ReadonlyMap<string, QuotaRow>,
  { periods }: LoadQuotas,
  tell: (code: ProblemCode, parameters: Record<string, number>, blocks: boolean) => void,
): void {
  const [first = '', last = ''] = [periods[0]?.start, periods.at(-1)?.end];
  const others = [...before].filter(
    ([key, { start, amount }]) => !wanted.has(key) && amount !== 0 && start >= first && start <= last,
  );
  if (others.length > 0) tell('quotasLeft', { count: others.length }, false);
}

/** Whether Salesforce has quotas of quarters: all that are there begin where quarters of the plan do, and some are there. */
function isByQuarter(quotas: CrmExport | undefined, { periods }: LoadQuotas): boolean {
  const days = new Set(
    Array.from({ length: quotas?.rowCount ?? 0 }, (_, row) =>
      dayOf(quotas?.text('StartDate', row) ?? '').slice(5),
    ),
  );
  const quarters = new Set(periods.filter((_, m) => m % 3 === 0).map(({ start }) => start.slice(5)));
  return days.size >= 2 && [...days].every((day) => quarters.has(day));
}

const differsIn = (then: string, now: string | undefined): boolean =>
  then !== '' && now !== undefined && then !== now;

const keyOf = (cells: Readonly<Record<string, Cell>>): string =>
  KNOWN.map((name) => idKey(String(cells[name] ?? ''))).join('\0');

/** An ISO day: what Excel took for a date is a number of days since 1900. */
export const dayOf = (text: string): string =>
  /^\d{5}(?:\.\d+)?$/.test(text) ? serialDay(Number(text)) : text.slice(0, 10);
