import type { FileKey } from '../../loads/file';
import type { SheetSpec } from '../spec';
import type { LoadsContext } from './context';
import { fileSpec } from './file-spec';
import { FILE_NAMES, sheetKey, tableKey } from './layout';

/** The sheet of one file. One that had rows before and has none now keeps its header over a blank row. */
export function build({ say, layer, pack }: LoadsContext, key: FileKey): SheetSpec {
  const file = pack.files.find((one) => one.key === key) ?? { header: ['Id'], rows: [] };
  const named = { key: sheetKey(key), name: say(FILE_NAMES[key]), table: tableKey(key) };
  return fileSpec(layer, named, file);
}
