import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import type { Session } from '../app/session';
import { Pane } from './Pane';
import { themes } from './theme';
import { useMode } from './use-mode';

/** The whole pane: theme round, session state in. */
export function App({ session, officeMode }: { session: Session; officeMode: 'light' | 'dark' | undefined }) {
  const mode = useMode(officeMode);
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  useEffect(() => {
    void session.look();
  }, [session]);
  return (
    <FluentProvider theme={themes[mode]} style={{ height: '100%' }}>
      <Pane session={session} state={state} mode={mode} />
    </FluentProvider>
  );
}
