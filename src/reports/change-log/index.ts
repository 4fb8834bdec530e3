import { sheetOf } from '../sheet';
import { LINES } from './layout';

export type { LogContext } from './context';

declare module '../names' {
  interface OurTables {
    changeLog: true;
  }
}

/** A row for every move that was accepted: who, when, from where to where, from which day, and what it did to both territories. */
export const changeLog = sheetOf({
  key: 'change-log',
  name: 'sheet.changeLog',
  source: 'log',
  written: 'kept',
  tables: { changeLog: LINES },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
