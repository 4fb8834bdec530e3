import { useCallback } from 'react';
import { useKept } from './kept';

/** The territory that its page shows, by name, and the page that its Back leads to. */
export function useTerritoryShown(): {
  readonly name: string;
  readonly from: string;
  readonly show: (name: string) => void;
} {
  const [name, show] = useKept('territory.name', '');
  const [from] = useKept('territory.from', 'design');
  return { name, from, show };
}

/** Opens the page of a territory from the page `from`. */
export function useOpenTerritory(from: string, goTo: (page: string) => void): (name: string) => void {
  const [, show] = useKept('territory.name', '');
  const [, comeFrom] = useKept('territory.from', 'design');
  return useCallback(
    (name) => {
      show(name);
      comeFrom(from);
      goTo('territory');
    },
    [show, comeFrom, from, goTo],
  );
}
