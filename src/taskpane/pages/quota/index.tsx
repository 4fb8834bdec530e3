import { lazyPage } from '../lazy-page';

/** From the plan number to a quota a seat. */
export const quotaPage = lazyPage('quota', 'quota.page', () => import('./QuotaBody'));
