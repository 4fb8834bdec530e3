import { pane } from './pane';
import { trouble } from './trouble';

/** What the pane says until it looks at a workbook, and what goes wrong meanwhile. */
export const first = { ...pane, ...trouble } as const;
