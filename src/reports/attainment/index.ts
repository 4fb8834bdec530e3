import { sheetOf } from '../sheet';
import { COLUMNS } from './layout';

declare module '../names' {
  interface OurTables {
    attainmentSettings: true;
    attainmentPeriods: true;
    attainment: true;
    credits: true;
  }
}

/** What was booked against the quota of the days that have gone, by whoever it is credited to. */
export const attainmentSheet = sheetOf({
  key: 'attainment',
  name: 'sheet.attainment',
  source: 'attainment',
  written: 'asked',
  offer: { label: 'action.attainment', hint: 'offer.attainment' },
  tables: COLUMNS,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
