import { fairPools } from '../carve/classes';
import { meanKmOf } from '../carve/mean-km';
import { distanceUnit } from '../plan/distance';
import { metricSpecs, type RunRecord } from '../plan/run-record';
import { recallSeats } from '../plan/whose';
import { moneyFormat } from '../reports/amounts';
import { metricLabel, type ReportContext, type StandingContext } from '../reports/context';
import type { PlanBeside, ScenariosContext } from '../reports/scenarios/context';
import { MOST_BESIDE } from '../reports/scenarios/layout';
import { bodyRowOf } from './account-at';
import { holderIn, peopleIn } from './compare-sources';
import { keyCells, textOf } from './decisions';
import { carveInput } from './carve-input';
import type { Scenario } from './scenarios';
import { standingAssignment } from './standing-assignment';
import { isMoney } from './understanding/currency';
import type { Understanding } from './understanding/understand';

/** Known by what no account is. */
const NOBODY = '–';

/** Saved plans beside today and the plan in the workbook; the oldest first, as many as there is room for. */
export function scenariosContext(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  context: StandingContext | ReportContext,
  scenarios: readonly Scenario[],
): ScenariosContext {
  const { list, choices } = understanding;
  const { say, metrics, record } = context;
  const rows = Array.from({ length: list.accounts.count }, (_, i) => bodyRowOf(list, i));
  const told = toldAccounts(understanding, rows);
  const unit = distanceUnit(list.accounts);
  const far = (of: RunRecord, assignment: Int32Array): number =>
    unit.perKm * meanKmOf({ ...carveInput(understanding), metrics: metricSpecs(of) }, assignment);
  const balances = (of: RunRecord) =>
    metricSpecs(of)
      .map((spec) => metricLabel(say, spec))
      .join(', ');
  const fields = metrics[0]?.fields ?? [];
  const money = choices.exchange.base ?? choices.exchange.currencies[0];
  const territoriesOf = ({ territories }: RunRecord): PlanBeside['territories'] =>
    territories.map(({ name, owner = '', share = 1 }) => ({ name, owner, share }));
  const isPooled = ({ settings }: RunRecord): boolean =>
    settings.bySegment === true || fairPools(list.accounts, choices.seats, settings)?.byRegion === true;
  const ofNow = { name: '', savedAt: '', at: [], isPooled: isPooled(record) };
  const shown = scenarios.slice(-MOST_BESIDE);
  return {
    ...context,
    plans: [
      {
        kind: 'today',
        ...ofNow,
        territories: todays(
          understanding,
          record,
          'plan' in context ? context.holder : holderIn(understanding),
        ),
        balances: '',
        meanDistance: far(record, choices.current),
      },
      {
        kind: 'standing',
        ...ofNow,
        territories: territoriesOf(record),
        balances: balances(record),
        meanDistance: far(
          record,
          'plan' in context ? context.plan.assignment : standingAssignment(understanding, record),
        ),
      },
      ...shown.map((scenario): PlanBeside => {
        const seats = recallSeats(scenario.whose, list.rows, rows);
        return {
          kind: 'saved',
          name: scenario.name,
          savedAt: scenario.savedAt,
          territories: territoriesOf(scenario.record),
          balances: balances(scenario.record),
          isPooled: isPooled(scenario.record),
          meanDistance: far(scenario.record, seats),
          at:
            told.length === 0
              ? ['']
              : told.map(({ account }) => scenario.record.territories[seats[account] ?? -1]?.name ?? ''),
        };
      }),
    ],
    // A table has one row at least.
    keys: told.length === 0 ? [NOBODY] : told.map(({ key }) => key),
    isBlind: told.length === 0,
    left: scenarios.length - shown.length,
    amountFormat:
      fields.length > 0 && fields.every((field) => isMoney(field)) ? moneyFormat(money, '#,##0') : '#,##0',
    unit: unit.sign,
  };
}

/** Accounts that one key tells from all others, in the order of the list. */
function toldAccounts({ list }: Pick<Understanding, 'list'>, rows: readonly number[]) {
  const keys = keyCells(list) ?? [];
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(textOf(key), (counts.get(textOf(key)) ?? 0) + 1);
  return rows.flatMap((row, account) => {
    const key = keys[row] ?? '';
    return key !== '' && counts.get(textOf(key)) === 1 ? [{ account, key }] : [];
  });
}

/** Everybody who holds accounts today or is to, with the capacity that the plan in the workbook gives. */
function todays(
  { list }: Pick<Understanding, 'list'>,
  { territories }: RunRecord,
  holder: (account: number) => string,
): PlanBeside['territories'] {
  const shares = new Map<string, number>();
  for (const { owner = '', share = 1 } of territories)
    shares.set(owner.toLowerCase(), (shares.get(owner.toLowerCase()) ?? 0) + share);
  const people = peopleIn(territories, list.accounts.count, holder);
  return people.map((name) => ({ name, owner: name, share: shares.get(name.toLowerCase()) ?? 0 }));
}
