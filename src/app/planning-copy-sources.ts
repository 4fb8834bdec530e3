import { accountLabel, townOf } from '../plan/accounts';
import { foldText } from '../exact/fold-text';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { metricWeights } from '../plan/metrics';
import { UNASSIGNED } from '../plan/territory';
import { metricLabel } from '../reports/context';
import type { CopyContext } from '../reports/planning-copy/context';
import { speak } from '../text/say';
import { bodyRowOf } from './account-at';
import { borderAccounts } from './border-accounts';
import type { Clock } from './ports';
import { inForceBySeat, quotaFigures } from './quota-figures';
import { hasPlanNumber, quotaBasis, quotaSeats, quotaSettings } from './quota-sources';
import { keyHeader } from './sheet-sources';
import { standingAssignment } from './standing-assignment';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** Who leads each territory of the plan; blank for nobody. */
export const managersOf = (
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  { record }: Pick<StandingPlan, 'record'>,
): string[] =>
  quotaSeats(understanding, record, quotaSettings(understanding)).map(({ manager }) => manager.trim());

/**
 * What a manager gets: the accounts of the own team, and those of others that lie at its border.
 * @throws Failure `noTeam` where nobody of that name leads a territory; `copyNoKey` where accounts cannot be told apart
 */
export function copyContext(
  manager: string,
  understanding: Understanding,
  standing: StandingPlan,
  clock: Clock,
): CopyContext {
  const { list, choices, settings, book } = understanding;
  const { record, assignment, metrics } = standing;
  const seats = quotaSeats(understanding, record, quotaSettings(understanding));
  const isTeam = seats.map((seat) => foldText(seat.manager) === foldText(manager) && manager.trim() !== '');
  const name = seats.find((_, j) => isTeam[j])?.manager;
  if (name === undefined) throw new Failure('noTeam', { name: manager });
  const header = keyHeader(list);
  const keys = list.source.columns[list.source.headers.indexOf(header ?? '\0')];
  if (keys === undefined) throw new Failure('copyNoKey', { name: list.ref.sheet });
  const say = speak(settings.language);
  const { accounts } = list;
  // The other side alone is a border of the team.
  const borders = borderAccounts(accounts, standing, (own, j) => isTeam[j] !== isTeam[own]);
  const rows = Array.from(accounts.sheetRow.keys()).filter(
    (i) => isTeam[assignment[i] ?? -1] === true || borders.has(i),
  );
  const within = new Set(rows);
  const weights = metrics.map(({ spec }) => metricWeights(accounts, spec));
  const elsewhere = seats.map(() => 0);
  const values = seats.map(() => metrics.map(() => 0));
  assignment.forEach((j, i) => {
    if (j < 0 || within.has(i)) return;
    elsewhere[j] = (elsewhere[j] ?? 0) + 1;
    weights.forEach((weight, m) => {
      const sums = values[j];
      if (sums !== undefined) sums[m] = (sums[m] ?? 0) + (weight[i] ?? 0);
    });
  });
  const hasQuotas = hasPlanNumber(understanding);
  const quotas = hasQuotas
    ? inForceBySeat(
        quotaFigures(
          understanding,
          quotaBasis(understanding, record),
          standingAssignment(understanding, record),
        ),
      )
    : [];
  const territory = ourColumn({ whole: list.whole, owned: book.owned }, 'territory');
  return {
    layer: MAIN_LAYER,
    say,
    manager: name,
    at: clock.now().toISOString(),
    metrics: metrics.map(({ spec }) => ({
      key: spec.id,
      label: metricLabel(say, spec),
      tolerance: spec.tolerance,
    })),
    hasQuotas,
    territories: seats.map(({ territory: called, owner }, j) => ({
      name: called,
      owner,
      isTeam: isTeam[j] === true,
      elsewhere: elsewhere[j] ?? 0,
      values: (values[j] ?? []).map((value) => Math.round(value * 100) / 100),
      targets: metrics.map(({ target }) => Math.round((target[j] ?? 0) * 100) / 100),
      quota: isTeam[j] === true ? quotas[j] : undefined,
    })),
    accounts: rows.map((i) => ({
      key: keys[bodyRowOf(list, i)] ?? '',
      name: accountLabel(accounts, i),
      place: townOf(accounts, i),
      owner: choices.holder(i),
      values: weights.map((weight) => weight[i] ?? 0),
      territory: territory.at(accounts.sheetRow[i] ?? 0) || UNASSIGNED,
      border: record.territories[borders.get(i) ?? -1]?.name ?? '',
    })),
  };
}
