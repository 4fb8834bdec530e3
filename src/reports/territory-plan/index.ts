import { sheetOf } from '../sheet';
import { inputsRead, inputsWritten } from './inputs';
import { COLUMNS } from './layout';

declare module '../names' {
  interface OurTables {
    settings: true;
    metrics: true;
    rates: true;
    texts: true;
  }
}

/** Territories, metrics and settings on one visible sheet, from which the plan can be run again. */
export const territoryPlan = sheetOf({
  key: 'territory-plan',
  name: 'sheet.plan',
  source: 'plan',
  written: 'always',
  tables: COLUMNS,
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  readBack: {
    columns: {
      settings: ['setting', 'value'],
      metrics: ['metric', 'tolerance'],
      rates: ['code', 'rate', 'date', 'source'],
      territories: [
        'id',
        'territory',
        'owner',
        'manager',
        'share',
        'capacity',
        'objective',
        'measure',
        'support',
      ],
    },
    apart: { metrics: ['metric'], rates: ['code'] },
    written: inputsWritten,
    read: inputsRead,
  },
});
