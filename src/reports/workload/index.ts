import { sheetOf } from '../sheet';
import { workloadInputs } from './inputs';
import { COLUMNS } from './layout';

declare module '../names' {
  interface OurTables {
    workloadSettings: true;
    workloadTiers: true;
    workloadSegments: true;
    workload: true;
  }
}

/** The work that accounts make: hours by tier and way, what seats can do of it, how many are needed, what travel costs. */
export const workloadSheet = sheetOf({
  key: 'workload',
  name: 'sheet.workload',
  source: 'workload',
  written: 'asked',
  offer: { label: 'action.workload', hint: 'offer.workload' },
  tables: COLUMNS,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  columns: async (context) =>
    (await import(/* webpackChunkName: "sheets" */ './columns')).workloadColumns(context),
  readBack: {
    columns: { workloadSettings: ['setting', 'value'], workloadTiers: ['tier', 'calls', 'minutes'] },
    apart: { workloadTiers: ['tier'] },
    read: workloadInputs,
  },
});
