import { sheetOf } from '../sheet';
import { ADDED, CHANGED, GONE } from './layout';

export type { RefreshContext } from './context';

declare module '../names' {
  interface OurTables {
    refreshChanged: true;
    refreshAdded: true;
    refreshGone: true;
  }
}

/** What a newer export brought: cells that changed, accounts that came, accounts that it has not any more. */
export const refreshSheet = sheetOf({
  key: 'refresh',
  name: 'sheet.refresh',
  source: 'refresh',
  written: 'kept',
  tables: { refreshChanged: CHANGED, refreshAdded: ADDED, refreshGone: GONE },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
