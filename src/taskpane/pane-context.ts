import { createContext, useContext } from 'react';
import type { Store } from '../app/store';
import type { Mode } from './theme';

/** What every part of the pane works with: the store takes actions, its words are the pane's. */
export interface PaneTools {
  readonly store: Pick<Store, 'say' | 'numbers' | 'run' | 'can' | 'cancel'>;
  readonly mode: Mode;
}

export const PaneContext = createContext<PaneTools | undefined>(undefined);

export function usePane(): PaneTools & Pick<Store, 'say' | 'numbers' | 'run'> {
  const tools = useContext(PaneContext);
  if (tools === undefined) throw new Error('Parts of the pane stand inside the frame.');
  const { say, numbers, run } = tools.store;
  return { ...tools, say, numbers, run };
}
