import { useFocusFinders } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';

/**
 * Whether Tab leads to something else in the pane. Office on the web takes every Tab that it hears for its own: it goes
 * through a list of its own making, in which headings that have the focus and members of a group of choices are missing,
 * and leaves the pane where it finds nothing. Inside the pane the browser knows better; beyond its ends Office does.
 */
export function useStaysInside(): (event: KeyboardEvent<HTMLElement>) => boolean {
  const { findNextFocusable, findPrevFocusable } = useFocusFinders();
  return ({ target, shiftKey, nativeEvent }) => {
    if (!(target instanceof HTMLElement)) return false;
    const container = target.ownerDocument.body;
    const find = shiftKey ? findPrevFocusable : findNextFocusable;
    return !nativeEvent.defaultPrevented && find(target, { container }) !== null;
  };
}
