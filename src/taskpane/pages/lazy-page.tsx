import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense, type ComponentType } from 'react';
import type { MessageId } from '../../text/say';
import { usePane } from '../pane-context';
import type { Page, PageProps } from './page';

/** A page without buttons of its own below it, loaded when it is opened first: the pane opens without it. */
export function lazyPage(
  key: string,
  name: MessageId,
  load: () => Promise<{ default: ComponentType<PageProps> }>,
): Page {
  const Loaded = lazy(load);
  function Body(props: PageProps) {
    const { say } = usePane();
    return (
      <Suspense fallback={<Spinner size="tiny" label={say('pane.looking')} />}>
        <Loaded {...props} />
      </Suspense>
    );
  }
  return { key, name, title: () => name, Body, Actions: () => null };
}
