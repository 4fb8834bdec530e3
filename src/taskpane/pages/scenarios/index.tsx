import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { usePane } from '../../pane-context';
import type { Page, PageProps } from '../page';

/** Loaded when the page is opened first: the pane opens without it. */
const Body = lazy(() => import('./ScenariosBody'));

/** Plans that were saved, beside each other. */
export const scenariosPage: Page = {
  key: 'scenarios',
  name: 'scenarios.page',
  title: () => 'scenarios.page',
  Body: ScenariosPage,
  Actions: () => null,
};

function ScenariosPage({ state, goTo }: PageProps) {
  const { say } = usePane();
  return (
    <Suspense fallback={<Spinner size="tiny" label={say('pane.looking')} />}>
      <Body state={state} goTo={goTo} />
    </Suspense>
  );
}
