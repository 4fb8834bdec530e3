import { FluentProvider, makeStaticStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Store } from '../app/store';
import { Frame } from './Frame';
import { PaneContext } from './pane-context';
import { themes } from './theme';
import { useMode } from './use-mode';

/** Fluent gives fields a height, and a least width, that larger text does not fit into. */
const useFields = makeStaticStyles({
  'select.fui-Select__select': { height: 'auto', minHeight: '24px', paddingBlock: '1px' },
  'span.fui-Select, span.fui-Input, span.fui-SpinButton, div.fui-Field': { minWidth: 0, maxWidth: '100%' },
  'select.fui-Select__select, input.fui-Input__input, input.fui-SpinButton__input': {
    minWidth: 0,
    width: '100%',
  },
});

/** The whole pane: theme round, state in. */
export function App({ store, officeMode }: { store: Store; officeMode: 'light' | 'dark' | undefined }) {
  useFields();
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
