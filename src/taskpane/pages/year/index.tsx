import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';
import type { Page } from '../page';

/** Loaded when the page is opened first: the pane opens without it. */
const Body = lazy(() => import('./YearBody'));

/** From the plan that was accepted to the systems that have to know it. */
export const yearPage: Page = {
  key: 'year',
  name: 'year.page',
  title: () => 'year.page',
  Body: YearPage,
  Actions: () => null,
};

function YearPage({ state }: { state: PaneState }) {
  const { say } = usePane();
  return (
    <Suspense fallback={<Spinner size="tiny" label={say('pane.looking')} />}>
      <Body state={state} />
    </Suspense>
  );
}
