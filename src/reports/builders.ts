/** All sheets with their formulas: loaded when the first is going to be written, so that the pane opens without them. */
export { build as buildBalance } from './balance/build';
export { build as buildChangeLog } from './change-log/build';
export { build as buildCompare } from './compare/build';
export { build as buildDataQuality } from './data-quality/build';
export { build as buildHealth } from './health/build';
export { build as buildLoadFile } from './loads/build-file';
export { build as buildLoadFiles } from './loads/build';
export { build as buildPay } from './quota/build-pay';
export { build as buildQuotaCalendar } from './quota/build-calendar';
export { build as buildQuotaPlan } from './quota/build-plan';
export { build as buildQuota } from './quota/build-quota';
export { build as buildRefresh } from './refresh/build';
export { build as buildScore } from './score/build';
export { scoreColumns } from './score/columns';
export { build as buildTerritoryPages } from './territory-pages/build';
export { build as buildTerritoryPlan } from './territory-plan/build';
export { build as buildWorkload } from './workload/build';
export { workloadColumns } from './workload/columns';
