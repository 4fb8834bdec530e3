import { sheetOf } from '../sheet';
import { COLUMNS } from './layout';

declare module '../names' {
  interface OurTables {
    topAccounts: true;
  }
}

/**
 * One territory on one page, to print or to talk over: a manager picks it in a cell, and everything follows by
 * formulas. Figures are those of Balance, so that no two sheets can disagree.
 */
export const territoryPages = sheetOf({
  key: 'territory-pages',
  name: 'sheet.pages',
  source: 'standing',
  written: 'asked',
  offer: { label: 'action.territoryPages', hint: 'offer.territoryPages' },
  tables: { topAccounts: COLUMNS },
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
