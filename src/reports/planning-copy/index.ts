import { sheetOf } from '../sheet';
import { ACCOUNTS, TERRITORIES } from './layout';

export type { CopyContext } from './context';

declare module '../names' {
  interface OurTables {
    copyTerritories: true;
    copyAccounts: true;
  }
}

/** A manager's planning copy: it speaks of nothing outside itself, so that it can leave the workbook. */
export const planningCopy = sheetOf({
  key: 'planning-copy',
  name: 'sheet.copy',
  source: 'copy',
  written: 'kept',
  tables: { copyTerritories: TERRITORIES, copyAccounts: ACCOUNTS },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
