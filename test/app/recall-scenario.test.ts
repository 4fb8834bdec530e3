import { OF_PLAN } from '../../src/app/recall-scenario';
import { BESIDE_PLAN, SettingsSchema } from '../../src/plan/settings';

/** Of the workbook, whichever of its plans is looked at. */
const OF_WORKBOOK = [
  'schema',
  'planName',
  'language',
  'fx',
  'fxFrom',
  'includeHiddenRows',
  'country',
  'accountColumns',
  'repColumns',
  'accounts',
  'reps',
  'territoryNames',
  'territoryList',
  'effectiveFrom',
];

test('each setting makes a plan what it is, stands beside plans, or is of the workbook', () => {
  const all = [...OF_PLAN, ...BESIDE_PLAN, ...OF_WORKBOOK];
  expect([...all].sort()).toEqual(Object.keys(SettingsSchema.entries).sort());
});
