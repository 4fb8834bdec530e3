import { sheetOf } from '../sheet';
import { segmentInputs } from './inputs';
import { COLUMNS } from './layout';
import { segmentRemarks } from './remarks';

declare module '../names' {
  interface OurTables {
    segmentSettings: true;
    segmentGoals: true;
    segmentRules: true;
    segments: true;
    segmentChannels: true;
    segmentMarkets: true;
    segmentTexts: true;
  }
}

/** Segments by rules in blue cells, and what accounts, customers and money do by segment, by channel and by market. */
export const segmentsSheet = sheetOf({
  key: 'segments',
  name: 'sheet.segments',
  source: 'segments',
  written: 'asked',
  offer: { label: 'action.segments', hint: 'offer.segments' },
  tables: COLUMNS,
  needs: ['territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  columns: async (context) =>
    (await import(/* webpackChunkName: "sheets" */ './columns')).segmentColumns(context),
  remarks: segmentRemarks,
  readBack: {
    columns: {
      segmentSettings: ['setting', 'value'],
      segmentGoals: ['goal', 'measure', 'segment', 'target'],
      segmentRules: [
        'segment',
        'from:employees',
        'below:employees',
        'from:annualRevenue',
        'below:annualRevenue',
        'from:potential',
        'below:potential',
        'is:industry',
        'is:type',
        'is:country',
        'is:state',
        'is:productLine',
      ],
    },
    read: segmentInputs,
  },
});
