import { meanKmToCentre } from '../../../carve/spread';
import { Failure } from '../../../plan/failures';
import { fairIndex } from '../../../plan/band';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { needWeighing } from '../../actions/weigh-scenarios';
import { toBeSaved } from '../../actions/save-scenario';
import { changesUnder } from '../../changes-of-owner';
import { wordFailure } from '../../sentences';
import { isOpen, type PaneState } from '../../state';
import type { StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';
import type { WeighedScenario } from '../../weigh-scenarios';
import { described, inFigures, todayOf } from '../design/plans';

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
}

export function scenariosPage(state: PaneState, say: Say, numbers: Numbers): ScenariosView {
  const { understanding, designed, standing, scenarios = [], pending } = state;
  const plan =
    designed ??
    scenarios.flatMap(({ now }) =>
      now === undefined || now.plan instanceof Failure ? [] : [now.plan.designed],
    )[0];
  const isPreview = designed !== undefined && !isOpen(pending);
  return {
    saves:
      toBeSaved(state) === undefined
        ? undefined
        : {
            text: say(designed === undefined ? 'scenarios.save.standing' : 'scenarios.save.preview'),
            name: freeName(
              designed === undefined ? say('scenarios.standing') : described(designed, say, numbers).name,
              scenarios,
            ),
          },
    today: plan === undefined ? undefined : todayOf(plan, say, numbers),
    lines: [
      ...(isPreview
        ? [{ ...lineOf(described(designed, say, numbers)), name: say('scenarios.preview') }]
        : []),
      ...(standing === undefined || understanding === undefined
        ? []
        : [standingLine(standing, understanding, say, numbers)]),
      ...scenarios.map((one) => scenarioLine(one, say, numbers)),
    ],
    isWorking: needWeighing(state),
  };
}

const lineOf = ({ name, figures, more }: ReturnType<typeof described>): ScenarioLine => ({
  name,
  isSaved: false,
  about: '',
  figures,
  more,
});

/** The plan that stands, with the shares that Balance shows and the moves by its own accounts. */
function standingLine(
  { record, assignment, metrics }: StandingPlan,
  understanding: Understanding,
  say: Say,
  numbers: Numbers,
): ScenarioLine {
  const { territories } = record;
  const off = metrics.flatMap(({ load, target }) =>
    Array.from(load, (value, j) => Math.abs(fairIndex(value, target[j] ?? 0) - 1)),
  );
  return {
    name: say('scenarios.standing'),
    isSaved: false,
    about: '',
    ...inFigures(
      {
        worst: off.length === 0 ? NaN : Math.max(...off),
        meanKm: meanKmToCentre(assignment, territories.length, understanding.list.accounts.places),
        changes: changesUnder(territories, assignment, record.designedAt, understanding),
      },
      understanding,
      say,
      numbers,
    ),
  };
}

function scenarioLine({ scenario, now }: WeighedScenario, say: Say, numbers: Numbers): ScenarioLine {
  const base = { name: scenario.name, isSaved: true, figures: [], more: [] };
  const saved = say('scenarios.saved', { date: numbers.date(new Date(scenario.savedAt)) });
  if (now === undefined) return { ...base, about: saved };
  if (now.plan instanceof Failure) return { ...base, about: wordFailure(say, numbers, now.plan) };
  const { figures, more } = described(now.plan.designed, say, numbers);
  const { came } = now.plan;
  return {
    ...base,
    about: came === 0 ? saved : `${saved}; ${say('scenarios.came', { count: came })}`,
    figures,
    more,
  };
}

function freeName(wanted: string, scenarios: readonly WeighedScenario[]): string {
  const taken = new Set(scenarios.map(({ scenario: { name } }) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  return name;
}
