import { readWorkbookFile, writeWorkbookFile } from '../../src/workbench';
import { difference, isSame, wholeState } from './faults';
import { openHost, type OpenWorkbook } from './office';

/** A book as it was brought somewhere, and what was found out on the way. */
export interface Prepared<T> {
  readonly book: OpenWorkbook;
  readonly found: T;
}

/** Files hold widths in whole pixels, and spell references of a table to itself another way. */
const asInFiles = (state: unknown): unknown =>
  JSON.parse(
    JSON.stringify(state, (key, value: unknown) =>
      key === 'columns' && Array.isArray(value)
        ? value.map(([hidden, , type, rule]: unknown[]) => [hidden, type, rule])
        : typeof value === 'string'
          ? value.replaceAll(/\bEf\w+\[@/g, '[@').replaceAll(/\[@\[([^[\]]+)\]\]/g, '[@$1]')
          : value,
    ),
  );

/**
 * A book that is brought to a state once, and opened as often as it is needed: as a copy of its file, which is looked at
 * once whether it is the book.
 */
export function copies<T>(prepare: () => Promise<Prepared<T>>): () => Promise<Prepared<T>> {
  let kept: Promise<{ readonly bytes: Uint8Array; readonly found: T }> | undefined;
  const open = async ({ bytes, found }: Awaited<NonNullable<typeof kept>>): Promise<Prepared<T>> => ({
    book: openHost((await readWorkbookFile(bytes, 'Book1.xlsx')).host),
    found,
  });
  const once = async () => {
    const { book, found } = await prepare();
    const { was, bytes } = await wholeState(book)
      .then(async (state) => ({ was: state, ...(await writeWorkbookFile(book.host)) }))
      .finally(() => {
        book.dispose();
      });
    const first = await open({ bytes, found });
    const is = await wholeState(first.book).finally(() => {
      first.book.dispose();
    });
    const [one, other] = [asInFiles(is), asInFiles(was)];
    if (!isSame(one, other)) throw new Error(`The copy is another book: ${difference(one, other, other)}`);
    return { bytes, found };
  };
  return async () => open(await (kept ??= once()));
}
