import { sheetOf } from '../sheet';
import { overlayInputs } from './inputs';
import { COLUMNS } from './layout';
import { overlayRemarks } from './remarks';

declare module '../names' {
  interface OurTables {
    overlaySettings: true;
    overlayRoles: true;
    overlayPods: true;
    overlayPeople: true;
  }
}

/** Those who help: how many are needed, who is on which territory, what each of them has to do. */
export const overlaysSheet = sheetOf({
  key: 'overlays',
  name: 'sheet.overlays',
  source: 'overlays',
  written: 'asked',
  offer: { label: 'action.overlays', hint: 'offer.overlays' },
  tables: COLUMNS,
  needs: ['territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  remarks: overlayRemarks,
  readBack: {
    columns: {
      overlaySettings: ['setting', 'value'],
      overlayRoles: ['role', 'ratio', 'by'],
      overlayPods: ['id', 'role:*'],
    },
    apart: { overlayRoles: ['role'], overlayPods: ['id'] },
    read: overlayInputs,
  },
});
