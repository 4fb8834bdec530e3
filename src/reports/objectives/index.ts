import { sheetOf } from '../sheet';
import { objectivesInputs } from './inputs';
import { COLUMNS } from './layout';
import { objectivesRemarks } from './remarks';

declare module '../names' {
  interface OurTables {
    objectiveSettings: true;
    objectives: true;
  }
}

/** What each territory is to reach, and how far it is: quota, pipeline, ARR that stays, calls on the best accounts. */
export const objectivesSheet = sheetOf({
  key: 'objectives',
  name: 'sheet.objectives',
  source: 'objectives',
  written: 'asked',
  offer: { label: 'action.objectives', hint: 'offer.objectives' },
  tables: COLUMNS,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  remarks: objectivesRemarks,
  readBack: { columns: { objectiveSettings: ['setting', 'value'] }, read: objectivesInputs },
});
