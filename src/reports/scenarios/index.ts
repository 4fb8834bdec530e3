import { sheetOf } from '../sheet';
import { ACCOUNTS, TERRITORY } from './layout';

declare module '../names' {
  interface OurTables {
    scenarioToday: true;
    scenarioStanding: true;
    scenario1: true;
    scenario2: true;
    scenario3: true;
    scenario4: true;
    scenarioAccounts: true;
  }
}

/** Saved plans beside today and the plan in the workbook: territory by territory, and account by account. */
export const scenariosSheet = sheetOf({
  key: 'scenarios',
  name: 'sheet.scenarios',
  source: 'scenarios',
  written: 'asked',
  needs: ['territories'],
  tables: {
    scenarioToday: TERRITORY,
    scenarioStanding: TERRITORY,
    scenario1: TERRITORY,
    scenario2: TERRITORY,
    scenario3: TERRITORY,
    scenario4: TERRITORY,
    scenarioAccounts: ACCOUNTS,
  },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
