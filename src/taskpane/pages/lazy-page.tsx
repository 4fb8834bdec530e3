import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense, type ComponentType } from 'react';
import { learnAll } from '../../text/learn';
import type { MessageId } from '../../text/say';
import { usePane } from '../pane-context';
import type { Page, PageProps } from './page';

/** A page without buttons of its own below it, loaded with its words when it is opened first: the pane opens without. */
export function lazyPage(
  key: string,
  name: MessageId,
  load: () => Promise<{ default: ComponentType<PageProps> }>,
): Page {
  const Loaded = lazy(async () => (await Promise.all([load(), learnAll()]))[0]);
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
