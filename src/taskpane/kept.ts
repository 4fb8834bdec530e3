import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';

/**
 * What was opened, picked and typed on the pages: it is there again when its page is, as long as the pane is open. One a
 * frame.
 */
export class Kept {
  private readonly values = new Map<string, unknown>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  get(key: string): unknown {
    return this.values.get(key);
  }

  set(key: string, value: unknown): void {
    this.values.set(key, value);
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

/** Under which the kind of accounts is kept that somebody goes through. */
export const FINDING = 'finder.kind';

export const KeptContext = createContext<Kept | undefined>(undefined);

/** Like `useState`, under a key of its own. What is kept there is always of one type. */
export function useKept<Value>(
  key: string,
  start: Value,
): readonly [value: Value, set: (value: Value) => void] {
  const kept = useContext(KeptContext);
  if (kept === undefined) throw new Error('Parts of the pane stand inside the frame.');
  const value = useSyncExternalStore(kept.subscribe, () => kept.get(key) as Value | undefined);
  const set = useCallback(
    (next: Value) => {
      kept.set(key, next);
    },
    [kept, key],
  );
  return [value ?? start, set];
}
