import { sheetOf } from '../sheet';
import { SETTINGS, TERRITORIES } from './layout';

declare module '../names' {
  interface OurTables {
    healthSettings: true;
    healthTerritories: true;
  }
}

/** How the plan does on any day: balance against the design, what is open, who is neglected, what renews. All formulas. */
export const health = sheetOf({
  key: 'health',
  name: 'sheet.health',
  source: 'health',
  written: 'asked',
  tables: { healthSettings: SETTINGS, healthTerritories: TERRITORIES },
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
