import { meanKmOf } from '../../../carve/mean-km';
import { Failure } from '../../../plan/failures';
import { fairIndex } from '../../../plan/band';
import { worstOf } from '../../../plan/design';
import type { MetricSpec } from '../../../plan/metrics';
import { metricSpecs } from '../../../plan/run-record';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { needWeighing } from '../../actions/weigh-scenarios';
import { toBeSaved } from '../../actions/save-scenario';
import { carveInput } from '../../carve-input';
import type { DesignedPlan } from '../../design';
import { changesOf, changesUnder } from '../../changes-of-owner';
import { wordFailure } from '../../sentences';
import type { Recalled } from '../../recall-scenario';
import { LONGEST_NAME } from '../../scenarios';
import { isReady, type PaneState } from '../../state';
import type { StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';
import type { WeighedScenario } from '../../weigh-scenarios';
import { inFigures, nameOfPlan, todayOf } from '../design/plans';

/** A plan beside others. */
export interface ScenarioLine {
  readonly name: string;
  /** Whether it is a saved one, which can be opened and deleted. */
  readonly isSaved: boolean;
  /** When it was saved, or what else is to be said of it; blank for nothing. */
  readonly about: string;
  /** How equal, how far, who moves; empty as long as that is not known. */
  readonly figures: readonly string[];
  readonly more: readonly string[];
}

export interface ScenariosView {
  /** Which plan would be saved, in words, and what it might be called; undefined: there is none. */
  readonly saves: { readonly text: string; readonly name: string } | undefined;
  /** How equal and how far it is as accounts are held today; undefined where that is not known. */
  readonly today: string | undefined;
  readonly lines: readonly ScenarioLine[];
  readonly isWorking: boolean;
  /** What cannot be read, in words. */
  readonly damaged: string | undefined;
}

export function scenariosPage(state: PaneState, say: Say, numbers: Numbers): ScenariosView {
  const { understanding, designed, standing, scenarios = [], damagedScenarios, isStale } = state;
  const first = scenarios.flatMap(({ now }) =>
    now === undefined || now.plan instanceof Failure ? [] : [now.plan.designed],
  )[0];
  const isPreview = designed !== undefined && isReady(state) && !isStale;
  const plan = isPreview ? designed : first;
  const saved = toBeSaved(state);
  return {
    saves:
      saved === undefined
        ? undefined
        : {
            text: say(`scenarios.save.${saved.from}`),
            name: freeName(
              saved.from === 'preview' && designed !== undefined
                ? nameOfPlan(designed, say)
                : saved.record.settings.planName,
              [
                ...scenarios.map(({ scenario: { name } }) => name),
                ...(['preview', 'standing', 'todayName'] as const).map((id) => say(`scenarios.${id}`)),
              ],
            ),
          },
    today:
      plan === undefined
        ? undefined
        : say('scenarios.by', {
            today: todayOf(plan, say, numbers) ?? say('scenarios.todayName'),
            name: isPreview ? say('scenarios.preview') : (plan.scenario ?? ''),
          }),
    damaged: damagedScenarios === 0 ? undefined : say('scenarios.damaged', { count: damagedScenarios }),
    lines: [
      ...(isPreview ? [{ ...lineOf(designed, say, numbers), name: say('scenarios.preview') }] : []),
      ...(standing === undefined || understanding === undefined
        ? []
        : [standingLine(standing, understanding, say, numbers)]),
      ...scenarios.map((one) => scenarioLine(one, say, numbers)),
    ],
    isWorking: isReady(state) && needWeighing(state),
  };
}

function lineOf(designed: DesignedPlan, say: Say, numbers: Numbers): ScenarioLine {
  const { plan, from } = designed;
  const { territories, metrics } = plan;
  const { figures, more } = inFigures(
    {
      worst: worstOf(plan),
      meanKm: plan.meanKm,
      changes: changesOf(designed),
    },
    from,
    say,
    numbers,
  );
  const of = ofWhat(
    territories.length,
    metrics.map(({ spec }) => spec),
    say,
  );
  return {
    name: nameOfPlan(designed, say),
    isSaved: false,
    about: '',
    figures: [of, ...figures],
    more,
  };
}

/** How many territories, and what is balanced between them: shares of one thing are no shares of another. */
const ofWhat = (count: number, metrics: readonly MetricSpec[], say: Say): string =>
  say('scenarios.of', { count, metrics: metrics.map((spec) => metricLabel(say, spec)).join(', ') });

/** The plan that stands, with the shares that Balance shows and the moves by its own accounts. */
function standingLine(
  { record, assignment, metrics }: StandingPlan,
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): ScenarioLine {
  const { territories } = record;
  const off = metrics.flatMap(({ load, target }) =>
    Array.from(load, (value, j) => Math.abs(fairIndex(value, target[j] ?? 0) - 1)),
  );
  const { figures, more } = inFigures(
    {
      worst: off.length === 0 ? NaN : Math.max(...off),
      meanKm: meanKmOf({ ...carveInput(understanding), metrics: metricSpecs(record) }, assignment),
      changes: changesUnder(territories, assignment, record.designedAt, understanding),
    },
    understanding,
    say,
    numbers,
  );
  const of = ofWhat(territories.length, metricSpecs(record), say);
  return { name: say('scenarios.standing'), isSaved: false, about: '', figures: [of, ...figures], more };
}

function scenarioLine({ scenario, now }: WeighedScenario, say: Say, numbers: Numbers): ScenarioLine {
  const base = { name: scenario.name, isSaved: true, figures: [], more: [] };
  const saved = say('scenarios.saved', { date: numbers.date(new Date(scenario.savedAt)) });
  if (now === undefined) return { ...base, about: saved };
  if (now.plan instanceof Failure) return { ...base, about: wordFailure(say, numbers, now.plan) };
  const { figures, more } = lineOf(now.plan.designed, say, numbers);
  const { came, handed } = now.plan;
  return {
    ...base,
    about: [
      saved,
      ...(came === 0 ? [] : [say('scenarios.came', { count: came })]),
      ...handed.map((one) => wordHanded(say, one)),
    ].join('; '),
    figures,
    more,
  };
}

/** Whose territory is whose now. */
export const wordHanded = (say: Say, { then, now }: Recalled['handed'][number]): string =>
  say('scenarios.handed', { then: then === '' ? 'none' : then, now: now === '' ? 'none' : now });

function freeName(wanted: string, names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const short = Array.from(wanted)
    .slice(0, LONGEST_NAME - 3)
    .join('')
    .trim();
  let name = short;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${short} ${n}`;
  return name;
}
