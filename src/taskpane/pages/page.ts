import type { ComponentType } from 'react';
import type { PaneState } from '../../app/state';
import type { MessageId } from '../../text/say';

export interface PageProps {
  readonly state: PaneState;
  /** Shows another page, by its key; a fold there, by its id, is opened and has the focus. */
  readonly goTo: (key: string, fold?: string) => void;
}

/** A page of the pane: what stands in it, and what can be done there. One folder each, and a line in `index.ts`. */
export interface Page {
  readonly key: string;
  /** It has no tab: other pages lead to it. */
  readonly isBehind?: boolean;
  /** What the way to it is called. */
  readonly name: MessageId;
  readonly title: (state: PaneState) => MessageId;
  readonly Body: ComponentType<PageProps>;
  readonly Actions: ComponentType<{ readonly state: PaneState }>;
}
