import { sheetOf } from '../sheet';
import { openInputs } from './inputs';
import { COLUMNS } from './layout';
import { openRemarks } from './remarks';

declare module '../names' {
  interface OurTables {
    openSettings: true;
    openTerritories: true;
    openPeople: true;
    openSteps: true;
  }
}

/** Who looks after territories that nobody has yet, who takes them over and when, what that asks of whoever covers. */
export const openTerritories = sheetOf({
  key: 'open-territories',
  name: 'sheet.open',
  source: 'open',
  written: 'asked',
  offer: { label: 'action.open', hint: 'offer.open' },
  tables: COLUMNS,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  remarks: openRemarks,
  readBack: {
    columns: {
      openSettings: ['setting', 'value'],
      openTerritories: ['id', 'future', 'interimTyped', 'fromTyped'],
    },
    apart: { openTerritories: ['id'] },
    read: openInputs,
  },
});
