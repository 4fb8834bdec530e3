import { sheetOf } from '../sheet';
import { COLUMNS as CALENDAR } from './calendar-layout';
import { calendarInputs, payInputs, planInputs, quotaInputs } from './inputs';
import { COLUMNS as PAY } from './pay-layout';
import { COLUMNS as PLAN, rampMonth } from './plan-layout';
import { COLUMNS as QUOTA } from './quota-layout';

declare module '../names' {
  interface OurTables {
    quotaLines: true;
    quotaSeats: true;
    quotaRamps: true;
    quotaSettings: true;
    quotaMonths: true;
    quotaSeatMonths: true;
    quota: true;
    quotaHeld: true;
    quotaMoves: true;
    quotaMoveMonths: true;
    quotaBridge: true;
    quotaManagers: true;
    quotaSegments: true;
    quotaComponents: true;
    quotaByManager: true;
    quotaShared: true;
    quotaBySegment: true;
    paySettings: true;
    payTiers: true;
    payCosts: true;
    pay: true;
    payTenure: true;
    payManagers: true;
    paySkills: true;
  }
}

/** What goes in: plan numbers by component and role, who sits where from when to when, ramps, conventions. All blue. */
export const quotaPlan = sheetOf({
  key: 'quota-plan',
  name: 'sheet.quotaPlan',
  source: 'quota',
  written: 'asked',
  along: ['quota-calendar', 'quota'],
  tables: PLAN,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build-plan')).build(context),
  readBack: {
    columns: {
      quotaSettings: ['setting', 'value'],
      quotaLines: ['component', 'role', 'segment', 'amount', 'over', 'method'],
      quotaSeats: ['id', 'role', 'coveredBy', 'hired', 'start', 'end', 'leaveFrom', 'leaveTo'],
      quotaRamps: ['role', 'segment', ...Array.from({ length: 12 }, (_, m) => rampMonth(m))],
    },
    apart: { quotaSeats: ['id'], quotaRamps: ['role', 'segment'] },
    read: planInputs,
  },
});

/** The year month by month: what each weighs, who is there, and what of a quota falls due in it. */
export const quotaCalendar = sheetOf({
  key: 'quota-calendar',
  name: 'sheet.quotaCalendar',
  source: 'quota',
  written: 'asked',
  along: ['quota-plan', 'quota'],
  tables: CALENDAR,
  needs: ['balance', 'territories'],
  build: async (context) =>
    (await import(/* webpackChunkName: "sheets" */ './build-calendar')).build(context),
  readBack: {
    columns: { quotaMonths: ['month', 'season'] },
    apart: { quotaMonths: ['month'] },
    read: calendarInputs,
  },
});

/** From the plan number to a quota a seat, and back: every figure is a formula, the difference is 0.00. */
export const quotaSheet = sheetOf({
  key: 'quota',
  name: 'sheet.quota',
  source: 'quota',
  written: 'asked',
  along: ['quota-plan', 'quota-calendar'],
  tables: QUOTA,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build-quota')).build(context),
  readBack: {
    columns: {
      quota: ['key', 'floor', 'cap', 'lastYear', 'override', 'reason'],
      quotaShared: ['id', 'rep', 'split'],
    },
    apart: { quota: ['key'] },
    read: quotaInputs,
  },
});

/** What quotas pay and cost, a row a seat, beside what each seat has to work with. Managers' copies go without it. */
export const paySheet = sheetOf({
  key: 'pay',
  name: 'sheet.pay',
  source: 'quota',
  written: 'asked',
  along: ['quota-plan', 'quota-calendar', 'quota'],
  tables: PAY,
  needs: ['balance', 'territories'],
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build-pay')).build(context),
  readBack: {
    columns: {
      paySettings: ['setting', 'value'],
      payTiers: ['from', 'to', 'multiplier'],
      pay: ['id', 'base', 'variable', 'travel', 'attained', 'fx', 'fxDate'],
    },
    apart: { pay: ['id'] },
    read: payInputs,
  },
});
