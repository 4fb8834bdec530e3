import { sheetOf } from '../sheet';
import { FINDING_COLUMNS, KIND_COLUMNS } from './layout';

export type { QualityContext, QualityKind, QualityLine } from './context';

declare module '../names' {
  interface OurTables {
    findingKinds: true;
    findings: true;
  }
}

/**
 * What was noticed in the cells: counts by kind, then every finding with a link to its cell, what was read
 * and what was understood. The gravest first. Links are one formula over values that stand folded away at the right;
 * they lead to the account wherever its row has gone since.
 */
export const dataQuality = sheetOf({
  key: 'data-quality',
  name: 'sheet.quality',
  source: 'findings',
  written: 'asked',
  tables: { findingKinds: KIND_COLUMNS, findings: FINDING_COLUMNS },
  build: async (context) => (await import(/* webpackChunkName: "sheets" */ './build')).build(context),
});
