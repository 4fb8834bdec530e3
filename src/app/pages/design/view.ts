import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { driftParams } from '../../carry-over';
import type { DesignedPlan } from '../../design';
import { described, planChoices, todayOf, type PlanChoices } from './plans';
import { previewOf, type Preview } from './preview';
import { isPlanOpen, type PaneState } from '../../state';
import type { LastEdit } from '../../last-edit';
import type { StandingPlan } from '../../standing-plan';
import { undecidedText } from './undecided';
import type { Understanding } from '../../understanding/understand';
import type { AccountAdvice, Advice } from '../../advice';
import { adviceNow, cardNow } from '../../advice-now';
import { accountCard, type AccountCardView } from './account-card';
import { editView, type EditView } from './edit';
import { adviceView, type AdviceView } from './suggestions';
import { standingView, type StandingView } from './standing';
import { summaryOf, type Summary } from './summary';

/** What the page Design shows. */
export interface DesignView {
  /** What was found and chosen; undefined before the first look and in an empty workbook. */
  readonly summary: Summary | undefined;
  readonly preview: Preview | undefined;
  /** The plan that stands; undefined before the first, and where another one is shown. */
  readonly standing: StandingView | undefined;
  /** What the last move by hand did; undefined before the first, and where a preview is shown. */
  readonly edit: EditView | undefined;
  /** What could be done about it; undefined where nothing is known of that yet. */
  readonly advice: AdviceView | undefined;
  /** The account in the selected row; undefined where none is, or it is not looked at yet. */
  readonly card: AccountCardView | undefined;
  /** What Keep and Revert are about; undefined where nothing waits for them. */
  readonly undecided: string | undefined;
  /** Plans to choose from; undefined where none is shown, or it is written already. */
  readonly plans: PlanChoices | undefined;
  readonly isStale: boolean;
  /** Which accounts came, went or changed, in words, where that is all that makes it stale. */
  readonly staleWords?: string;
}

/** Makes the view of a state. What has not changed is not made again, so that the pane need not draw it anew. */
export function designPage(say: Say, numbers: Numbers): (state: PaneState) => DesignView {
  const summary = lastOf((understanding: NonNullable<PaneState['understanding']>, isStayingOpen: boolean) =>
    summaryOf(understanding, say, numbers, isStayingOpen),
  );
  const preview = lastOf((designed: NonNullable<PaneState['designed']>) => previewOf(designed, say, numbers));
  const words = new WeakMap<DesignedPlan, ReturnType<typeof described>>();
  const describe = (plan: DesignedPlan) => {
    const known = words.get(plan) ?? described(plan, say, numbers);
    words.set(plan, known);
    return known;
  };
  let shown: { readonly of: StandingPlan; readonly open: boolean; readonly view: StandingView } | undefined;
  const standingOf = (
    of: StandingPlan,
    understanding: Pick<Understanding, 'book' | 'list' | 'choices'>,
    pending: PaneState['pending'],
  ) => {
    const open = isPlanOpen(pending);
    if (shown?.of !== of || shown.open !== open)
      shown = { of, open, view: standingView(of, understanding, pending, say, numbers) };
    return shown.view;
  };
  const editOf = lastOf((of: LastEdit, understanding: Pick<Understanding, 'book' | 'list' | 'choices'>) =>
    editView(of, understanding, say, numbers),
  );
  const today = lastOf((plan: DesignedPlan) => todayOf(plan, say, numbers));
  // What was worked out is of one look, and so are its words.
  const advised = lastOf((of: Advice, understanding: Pick<Understanding, 'list'>) =>
    adviceView(of, understanding, say, numbers),
  );
  const carded = lastOf(
    (of: AccountAdvice, understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>) =>
      accountCard(of, understanding, say, numbers),
  );
  return (state) => viewOf(state, planChoices(state, say, numbers, describe, today));

  function viewOf(state: PaneState, plans: PlanChoices | undefined): DesignView {
    const { understanding, standing, edit, designed, pending, isStale, drift } = state;
    const stands = designed === undefined ? understanding : undefined;
    const [advice, card] = [adviceNow(state), cardNow(state)];
    return {
      summary: understanding === undefined ? undefined : summary(understanding, state.isStayingOpen),
      preview: designed === undefined ? undefined : preview(designed),
      plans,
      edit:
        designed === undefined && edit !== undefined && understanding !== undefined
          ? editOf(edit, understanding)
          : undefined,
      standing:
        designed === undefined && standing !== undefined && understanding !== undefined
          ? standingOf(standing, understanding, pending)
          : undefined,
      advice: advice !== undefined && stands !== undefined ? advised(advice, stands) : undefined,
      undecided: undecidedText(pending, say, numbers),
      card: card !== undefined && stands !== undefined ? carded(card, stands) : undefined,
      isStale,
      ...(isStale && drift !== undefined
        ? { staleWords: say('preview.rowsChanged', driftParams(drift)) }
        : {}),
    };
  }
}

/** Remembers the last answer, by the first input; whatever else it is made from is of the same look. */
function lastOf<Input, More extends readonly unknown[], Output>(
  make: (input: Input, ...more: More) => Output,
): (input: Input, ...more: More) => Output {
  let last: { readonly input: Input; readonly output: Output } | undefined;
  return (input, ...more) => {
    if (last?.input !== input) last = { input, output: make(input, ...more) };
    return last.output;
  };
}
