import { sheetOf } from '../sheet';
import { COLUMNS, QUALITY_COLUMNS } from './layout';

declare module '../names' {
  interface OurTables {
    balance: true;
    quality: true;
  }
}

/**
 * The balance sheet: is the plan fair, who moves, and does everything add up? Every figure is a formula over the
 * accounts table except those that say how it was designed.
 */
export const balance = sheetOf({
  key: 'balance',
  name: 'sheet.balance',
  source: 'plan',
  written: 'always',
  tables: { balance: COLUMNS, quality: QUALITY_COLUMNS },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
