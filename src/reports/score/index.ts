import { sheetOf } from '../sheet';
import { scoreInputs } from './inputs';
import { COLUMNS } from './layout';

declare module '../names' {
  interface OurTables {
    scoreSettings: true;
    scoreTiers: true;
    scoreFactors: true;
    scorePoints: true;
    scoreTexts: true;
  }
}

/**
 * What makes an account worth a rep's time: factors with their weights, values with their points, tiers with their
 * thresholds, all blue. The score itself stands beside each account, and so do the points of every factor.
 */
export const scoreWeights = sheetOf({
  key: 'score-weights',
  name: 'sheet.score',
  source: 'score',
  written: 'asked',
  offer: { label: 'action.score', hint: 'offer.score' },
  tables: COLUMNS,
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  columns: async (context) =>
    (await import(/* webpackChunkName: "sheets" */ './columns')).scoreColumns(context),
  readBack: {
    columns: {
      scoreSettings: ['value'],
      scoreFactors: ['factor', 'weight', 'low', 'high', 'halfLife', 'other', 'product'],
      scorePoints: ['factor', 'value', 'points'],
      scoreTiers: ['tier', 'from'],
    },
    apart: { scoreFactors: ['factor'], scorePoints: ['factor', 'value'], scoreTiers: ['tier'] },
    read: scoreInputs,
  },
});
