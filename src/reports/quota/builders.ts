/** The sheets of quota with all their formulas: loaded when the first is going to be written. */
export { build as buildCalendar } from './build-calendar';
export { build as buildPlan } from './build-plan';
export { build as buildQuota } from './build-quota';
