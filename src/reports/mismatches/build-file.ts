import type { FixKey } from '../../loads/fixes';
import { fileSpec } from '../loads/file-spec';
import type { SheetSpec } from '../spec';
import type { MismatchContext } from './context';
import { FIX_NAMES, FIX_SHEETS } from './layout';

/** The sheet of one file that sets the other system right. */
export function build({ say, layer, files }: MismatchContext, key: FixKey): SheetSpec {
  const { sheet, table } = FIX_SHEETS[key];
  const file = files.find((one) => one.key === key) ?? { header: ['Id'], rows: [] };
  return fileSpec(layer, { key: sheet, name: say(FIX_NAMES[key]), table }, file);
}
