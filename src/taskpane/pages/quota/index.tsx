import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';
import type { Page } from '../page';

/** Loaded when the page is opened first: the pane opens without it. */
const Body = lazy(() => import('./QuotaBody'));

/** From the plan number to a quota a seat. */
export const quotaPage: Page = {
  key: 'quota',
  name: 'quota.page',
  title: () => 'quota.page',
  Body: QuotaPage,
  Actions: () => null,
};

function QuotaPage({ state }: { state: PaneState }) {
  const { say } = usePane();
  return (
    <Suspense fallback={<Spinner size="tiny" label={say('pane.looking')} />}>
      <Body state={state} />
    </Suspense>
  );
}
