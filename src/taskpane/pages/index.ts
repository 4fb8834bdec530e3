import { designPage } from './design';
import { quotaPage } from './quota';
import { scenariosPage } from './scenarios';
import { territoryPage } from './territory';
import { yearPage } from './year';
import type { Page } from './page';

/** The pages in the order of their tabs; the first is shown on opening. */
export const pages: readonly [Page, ...Page[]] = [
  designPage,
  quotaPage,
  yearPage,
  scenariosPage,
  territoryPage,
];
