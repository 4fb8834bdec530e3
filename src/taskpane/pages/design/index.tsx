import { lazy, Suspense, useEffect, useMemo, type ComponentType } from 'react';
import { isEditable } from '../../../app/account-at';
import { advise } from '../../../app/actions/advise';
import { considerAccount } from '../../../app/actions/consider-account';
import { thinkAhead } from '../../../app/actions/think-ahead';
import { workOutChoices } from '../../../app/actions/work-out-choices';
import { designPage as designView } from '../../../app/pages/design/view';
import { isOpen, isReady, type PaneState } from '../../../app/state';
import { FINDING, useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { useOpenTerritory } from '../../territory-shown';
import type { Page, PageProps } from '../page';
import { AccountCard } from './AccountCard';
import { DesignActions } from './DesignActions';
import { Edit } from './Edit';
import { EmptyWorkbook } from './EmptyWorkbook';
import { Found } from './Found';
import { NoList } from './NoList';
import { SheetsOnOffer } from './SheetsOnOffer';
import { PlanPreview } from './PlanPreview';
import { Standing } from './Standing';

/** Loaded when somebody opens them. */
const SuggestedLocks = lazy(() => import('./SuggestedLocks'));
const Several = lazy(() => import('./Several'));
const Caught = lazy(() => import('./Caught'));
const Curve = lazy(() => import('./Curve'));
const Finder = lazy(() => import('./Finder'));
const Later = ({ of: Part, state }: { of: ComponentType<{ state: PaneState }>; state: PaneState }) => (
  <Suspense fallback={null}>
    <Part state={state} />
  </Suspense>
);

/** Somebody holds accounts in the plan that is shown, as it is in the workbook. */
const isHeld = (state: PaneState): boolean =>
  isReady(state) && !state.isStale && state.designed?.plan.current.some((j) => j >= 0) === true;

/** Carving: what was found, then the plan as a preview. */
export const designPage: Page = {
  key: 'design',
  name: 'pane.design',
  title: ({ designed, pending }) =>
    designed === undefined ? 'pane.title' : isOpen(pending) ? 'pane.appliedTitle' : 'pane.previewTitle',
  Body: DesignBody,
  Actions: DesignActions,
};

function DesignBody({ state, goTo }: PageProps) {
  const { say, numbers, run } = usePane();
  const open = useOpenTerritory('design', goTo);
  // Who goes from account to account looks at these first.
  const isFinding = useKept(FINDING, '')[0] !== '';
  const view = useMemo(() => designView(say, numbers), [say, numbers]);
  const { summary, preview, plans, standing, edit, advice, card, undecided, isStale, staleWords } =
    view(state);
  const isIdle = state.doing === undefined && state.waiting === 0;
  const hasMore = isIdle && plans?.isWorking === true;
  useEffect(() => {
    if (hasMore) void run(workOutChoices);
  }, [hasMore, run]);
  const canThink = isIdle && thinkAhead.when(state);
  useEffect(() => {
    if (canThink) void run(thinkAhead);
  }, [canThink, run]);
  const hasQuestion = isIdle && (advise.when(state) || considerAccount.when(state));
  useEffect(() => {
    if (hasQuestion) void run(advise.when(state) ? advise : considerAccount);
  }, [hasQuestion, run, state]);
  if (state.isEmpty) return <EmptyWorkbook />;
  if (state.isListless && state.pending.state === 'none') return <NoList state={state} />;
  if (preview !== undefined)
    return (
      <PlanPreview
        preview={preview}
        plans={plans}
        {...(isHeld(state)
          ? { locks: <Later of={SuggestedLocks} state={state} />, curve: <Later of={Curve} state={state} /> }
          : {})}
        selected={state.selected}
        stale={isStale ? (staleWords ?? say('preview.stale')) : undefined}
      />
    );
  const cardPart = card !== undefined && <AccountCard view={card} />;
  const stands = (
    <>
      {/* Above what a step changes, so that the next step is where the last one was. */}
      {standing !== undefined && isEditable(state) && <Later of={Finder} state={state} />}
      {isFinding && cardPart}
      {edit !== undefined && <Edit view={edit} advice={advice} />}
      {!isFinding && cardPart}
      {standing !== undefined && (
        <Standing
          view={standing}
          selected={state.selected}
          several={<Later of={Several} state={state} />}
          onOpen={open}
          lasso={
            isEditable(state)
              ? (accounts) => (
                  <Suspense fallback={null}>
                    <Caught state={state} accounts={accounts} />
                  </Suspense>
                )
              : undefined
          }
        />
      )}
    </>
  );
  // Until that is decided there is nothing to set.
  if (state.pending.state === 'applied')
    return (
      <>
        {/* What has just been said of it is not said twice. */}
        {undecided !== undefined && state.news === undefined && <p style={{ margin: 0 }}>{undecided}</p>}
        {stands}
      </>
    );
  return (
    <>
      {stands}
      {summary !== undefined && <Found summary={summary} />}
      <SheetsOnOffer state={state} />
    </>
  );
}
