import { useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';

/** Keys that open a list or leave it: what they change is chosen. */
const CHOOSING = new Set(['Enter', ' ', 'Tab', 'F4', 'Escape']);

/**
 * A list that is walked by its keys says each entry on the way as if it were chosen. Here an entry counts when a pointer or
 * an open list gave it, on Enter, and when the list is left; Escape takes back what was walked to.
 * @param value what is chosen
 * @param choose told of another choice, once
 * @returns what the list shows, and what it listens with
 */
export function useWalk(value: string, choose: (value: string) => void) {
  const [walked, walk] = useState<string | undefined>();
  const isWalking = useRef(false);
  const settle = () => {
    walk(undefined);
    if (walked !== undefined && walked !== value) choose(walked);
  };
  return {
    shown: walked ?? value,
    onKeyDown: (event: KeyboardEvent) => {
      isWalking.current = !event.altKey && !CHOOSING.has(event.key);
      if (event.key === 'Enter' && walked !== undefined) {
        event.preventDefault();
        settle();
      }
      if (event.key === 'Escape' && walked !== undefined) {
        event.preventDefault();
        walk(undefined);
      }
    },
    onKeyUp: () => {
      isWalking.current = false;
    },
    onBlur: settle,
    onChange: (event: ChangeEvent<HTMLSelectElement>) => {
      if (isWalking.current) {
        walk(event.target.value);
        return;
      }
      walk(undefined);
      if (event.target.value !== value) choose(event.target.value);
    },
  };
}
