import { lazyPage } from '../lazy-page';

/** Plans that were saved, beside each other. */
export const scenariosPage = lazyPage('scenarios', 'scenarios.page', () => import('./ScenariosBody'));
