import { lazyPage } from '../lazy-page';

/** From the plan that was accepted to the systems that have to know it. */
export const yearPage = lazyPage('year', 'year.page', () => import('./YearBody'));
