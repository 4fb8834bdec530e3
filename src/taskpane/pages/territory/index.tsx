import { lazyPage } from '../lazy-page';

/** One territory: what is in it, beside whom it lies, what happened to it. Reached from maps and lists, not from the tabs. */
export const territoryPage = {
  ...lazyPage('territory', 'territory.page', () => import('./TerritoryBody')),
  isBehind: true,
};
