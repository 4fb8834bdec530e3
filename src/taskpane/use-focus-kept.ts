import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Where the focus goes when what had it is gone, or cannot have it any more: to a place that writes nothing, never to the
 * page's body, from where the keyboard would have to begin anew.
 * @returns what the frame listens with, and the place
 */
export function useFocusKept<Place extends HTMLElement>(): {
  readonly place: RefObject<Place | null>;
  readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void;
} {
  const place = useRef<Place>(null);
  const last = useRef<Element | null>(null);
  // After every drawing: whatever was drawn may have taken the focused element away.
  useLayoutEffect(() => {
    const had = last.current;
    if (had === null || document.activeElement !== document.body) return;
    const isLost = !had.isConnected || had.matches(':disabled');
    if (isLost) place.current?.focus();
  });
  return {
    place,
    onFocusCapture: ({ target }) => {
      last.current = target;
    },
  };
}
