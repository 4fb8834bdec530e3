import type { first as english } from '../en/first';
import { pane } from './pane';
import { trouble } from './trouble';

export const first: Record<keyof typeof english, string> = { ...pane, ...trouble };
