import { FluentProvider } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Store } from '../app/store';
import { Frame } from './Frame';
import { PaneContext } from './pane-context';
import { themes } from './theme';
import { useMode } from './use-mode';

/** The whole pane: theme round, state in. */
export function App({ store, officeMode }: { store: Store; officeMode: 'light' | 'dark' | undefined }) {
  const mode = useMode(officeMode);
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  return (
    <FluentProvider theme={themes[mode]} style={{ height: '100%' }}>
      <PaneContext value={{ store, mode }}>
        <Frame state={state} />
      </PaneContext>
    </FluentProvider>
  );
}
