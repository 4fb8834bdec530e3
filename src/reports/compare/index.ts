import { sheetOf } from '../sheet';
import { MOVES, PEOPLE } from './layout';

declare module '../names' {
  interface OurTables {
    comparePeople: true;
    compareMoves: true;
  }
}

/**
 * What a plan changes against today: how much of everything moves, who keeps, gains and loses, and each account that moves
 * with a cell for the decision of its manager. Figures are formulas, so that edits count.
 */
export const compare = sheetOf({
  key: 'compare',
  name: 'sheet.compare',
  source: 'compare',
  written: 'asked',
  offer: { label: 'action.compare', hint: 'offer.compare' },
  tables: { comparePeople: PEOPLE, compareMoves: MOVES },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
