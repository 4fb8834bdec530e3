import { centresOf } from '../../../carve/spread';
import { haversineKm } from '../../../geo/sphere';
import { accountLabel } from '../../../plan/accounts';
import { isInBand } from '../../../plan/band';
import { distanceUnit } from '../../../plan/distance';
import { metricWeights } from '../../../plan/metrics';
import { UNASSIGNED } from '../../../plan/territory';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import type { LastEdit } from '../../last-edit';
import { endsOf, isPooled, touchedBy, type MovedEnd } from '../../moves';
import { ourColumn } from '../../understanding/our-column';
import type { Understanding } from '../../understanding/understand';
import { amountText } from './amount';
import { distanceText } from './preview';
import { endView, type EndView } from './suggestions';

/** What the last move by hand did. */
export interface EditView {
  /** Who went where. */
  readonly title: string;
  /** What went along, and how far it is now. */
  readonly texts: readonly string[];
  /** Both ends, before and after, a line each metric. */
  readonly ends: readonly EndView[];
}

/** So many words that name no territory are said. */
const MOST_NAMED = 3;
/** More territories than this are on Balance. */
const MOST = 6;

export function editView(
  { moved, before, after }: LastEdit,
  {
    book: { owned },
    list: { accounts, whole },
    choices: { exchange },
  }: Pick<Understanding, 'book' | 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): EditView {
  const { territories } = after.record;
  const nameOf = (j: number) => territories[j]?.name ?? say('edit.nowhere');
  const [first] = moved;
  const cells = ourColumn({ whole, owned }, 'territory');
  const typed = (account: number) => cells.at(accounts.sheetRow[account] ?? 0);
  const isName = (word: string) => !['', UNASSIGNED.toLowerCase()].includes(word.toLowerCase());
  const lost = moved.filter(({ to }) => to < 0).map(({ account }) => typed(account));
  // It is arithmetic, whatever else has changed since the look before; but in pools of their own, where nobody knows whose
  // share an account was that loses or gains a territory: there it is what Balance said at both looks.
  const isExact = !isPooled(after.record) || moved.every(({ from, to }) => from >= 0 && to >= 0);
  const touched = touchedBy(moved).slice(0, MOST);
  return {
    title:
      moved.length === 1 && first !== undefined
        ? say('edit.one', {
            account: accountLabel(accounts, first.account),
            from: nameOf(first.from),
            to:
              first.to < 0 && isName(typed(first.account))
                ? say('edit.unknown', { name: typed(first.account) })
                : nameOf(first.to),
          })
        : say('edit.several', {
            count: moved.length,
            lost: lost.length,
            names: [...new Set(lost.filter(isName))].slice(0, MOST_NAMED).join(', ') || 'none',
          }),
    texts: [...amounts(), ...farness()],
    ends: (isExact ? exactEnds() : toldEnds()).map((end) => endView(end, after, say, numbers)),
  };

  function exactEnds(): MovedEnd[] {
    const back = moved.map(({ account, from, to }) => ({ account, from: to, to: from }));
    const told = endsOf(back, after, accounts, touched);
    return told.map((end) => ({ ...end, before: end.after, after: end.before, isOut: isOut(end) }));
  }

  function toldEnds(): MovedEnd[] {
    return touched.flatMap((territory) =>
      after.metrics.flatMap(({ spec, index }, m) => {
        const was = before.metrics[m]?.index[territory];
        const end = { territory, spec, before: was ?? 0, after: index[territory] ?? 0 };
        return was === undefined ? [] : [{ ...end, isOut: isOut(end) }];
      }),
    );
  }

  function isOut({ territory, spec }: Pick<MovedEnd, 'territory' | 'spec'>): boolean {
    const metric = after.metrics.find((one) => one.spec.id === spec.id);
    return !isInBand(metric?.load[territory] ?? 0, metric?.target[territory] ?? 0, spec.tolerance);
  }

  function amounts(): string[] {
    return after.metrics
      .filter(({ spec }) => spec.fields.length > 0)
      .map(({ spec }) => {
        const weight = metricWeights(accounts, spec);
        const sum = moved.reduce((total, { account }) => total + (weight[account] ?? 0), 0);
        return say('edit.amount', {
          metric: metricLabel(say, spec),
          amount: amountText(sum, spec, exchange, numbers),
        });
      });
  }

  /** Of a single account: from the centre that it had to the one that it has. */
  function farness(): string[] {
    if (moved.length !== 1 || first === undefined || first.from < 0 || first.to < 0) return [];
    const { latitude, longitude } = accounts.places;
    const here = { latitude: latitude[first.account] ?? NaN, longitude: longitude[first.account] ?? NaN };
    if (Number.isNaN(here.latitude)) return [];
    const then = centresOf(after.assignment, territories.length, accounts.places);
    const unit = distanceUnit(accounts);
    const far = (j: number) => {
      const centre = then[j];
      return centre === undefined || Number.isNaN(centre.latitude)
        ? say('sheet.noData')
        : distanceText(haversineKm(here, centre), unit, say, numbers);
    };
    return [say('edit.far', { before: far(first.from), after: far(first.to) })];
  }
}
