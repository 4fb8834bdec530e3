/** Writes src/workbench/protocol/requirement-sets.json anew: `npx tsx` this file after changing members. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedRequirementSets } from './expected-requirement-sets';

const target = join(__dirname, '../../../src/workbench/protocol/requirement-sets.json');
void expectedRequirementSets().then((table) => writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`));
