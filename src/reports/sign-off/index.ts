import { sheetOf } from '../sheet';
import { signOffInputs } from './inputs';
import { COLUMNS } from './layout';
import { signOffRemarks } from './remarks';

declare module '../names' {
  interface OurTables {
    signOffSettings: true;
    signOffTeams: true;
    signOffTrades: true;
  }
}

/** The round in which each manager signs the plan, and two managers each trade between their teams. */
export const signOffSheet = sheetOf({
  key: 'sign-off',
  name: 'sheet.signOff',
  source: 'signOff',
  written: 'asked',
  offer: { label: 'action.signOff', hint: 'offer.signOff' },
  tables: COLUMNS,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
  columns: async (context) =>
    (await import(/* webpackChunkName: "sheets" */ './columns')).signOffColumns(context),
  remarks: signOffRemarks,
  readBack: {
    columns: {
      signOffSettings: ['setting', 'value'],
      signOffTeams: ['manager', 'said', 'on', 'comment', 'plan', 'figures'],
      signOffTrades: [
        'from',
        'to',
        'gives',
        'takes',
        'comment',
        'gaveEarlier',
        'tookEarlier',
        'plan',
        'figures',
      ],
    },
    apart: { signOffTeams: ['manager'], signOffTrades: ['from', 'to'] },
    read: signOffInputs,
  },
});
