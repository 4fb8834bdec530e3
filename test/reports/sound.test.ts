import { parse, parseA1Ref, parseStructRef, tokenize, tokenTypes, type ReferenceA1 } from '@borgar/fx';
import { SHEETS } from '../../src/reports/registry';
import type {
  ConditionalSpec,
  SheetSpec,
  StyleName,
  TableBlock,
  ValidationSpec,
} from '../../src/reports/spec';
import { LANGUAGES } from '../../src/text/say';
import { buildSmall } from './context';

/** What holds of every sheet, whatever it tells: its formulas can be typed, and speak of cells in which something stands. */

interface Said {
  readonly formula: string;
  /** The table that it stands in, and the cell; undefined where it is of no cell. */
  readonly own?: TableBlock;
}

const tablesIn = ({ blocks }: SheetSpec): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === 'table');

/** Every formula of a sheet. */
function* formulasIn(spec: SheetSpec): Generator<Said> {
  const ofValidation = function* (validation: ValidationSpec | undefined): Generator<Said> {
    if (validation !== undefined) yield { formula: validation.list };
  };
  const ofLook = function* (look: ConditionalSpec): Generator<Said> {
    if (look.kind === 'formula') yield { formula: look.formula.replaceAll('{cell}', 'A1') };
  };
  for (const block of spec.blocks) {
    if (block.kind === 'cells') {
      for (const cell of block.cells.flat()) {
        if (cell?.formula !== undefined) yield { formula: cell.formula };
        yield* ofValidation(cell?.validation);
      }
      continue;
    }
    for (const { cells, validation, looks = [], conditional = [] } of block.columns) {
      if (typeof cells === 'string') yield { formula: cells, own: block };
      else
        for (const cell of cells) if (typeof cell === 'object') yield { formula: cell.formula, own: block };
      for (const one of [{ validation }, ...looks]) yield* ofValidation(one.validation);
      for (const look of conditional) yield* ofLook(look);
    }
  }
  for (const { spec: look } of spec.conditional) yield* ofLook(look);
  for (const { formula } of spec.names) yield { formula: formula.replaceAll('{sheet}!', '') };
}

const validationsIn = ({ blocks }: SheetSpec): ValidationSpec[] =>
  blocks
    .flatMap((block) =>
      block.kind === 'cells'
        ? block.cells.flat().map((cell) => cell?.validation)
        : block.columns.flatMap(({ validation, looks = [] }) => [
            validation,
            ...looks.map((look) => look.validation),
          ]),
    )
    .filter((validation) => validation !== undefined);

/** Cells in which something stands, as `row:column`. */
function filledIn(spec: SheetSpec): Set<string> {
  const filled = new Set<string>();
  for (const { kind, row, column, ...block } of spec.blocks) {
    if (kind === 'cells' && 'cells' in block)
      block.cells.forEach((line, r) => {
        line.forEach((cell, c) => {
          if (cell !== null) filled.add(`${row + r}:${column + c}`);
        });
      });
    if (kind === 'table' && 'columns' in block)
      for (let r = 0; r <= block.rows; r++)
        block.columns.forEach((_, c) => filled.add(`${row + r}:${column + c}`));
  }
  return filled;
}

/** A cell in which something stands; a range that begins in one, and ends in a row and a column with one. */
function isFilled(
  { range: { top, left, bottom, right } }: ReferenceA1,
  filled: ReadonlySet<string>,
): boolean {
  const has = (row: number | null | undefined, column: number | null | undefined): boolean =>
    [...filled].some((cell) => {
      const [r, c] = cell.split(':').map(Number);
      return (row ?? r) === r && (column ?? c) === c;
    });
  return has(top, left) && has(bottom, null) && has(null, right);
}

const LOOKS: readonly StyleName[] = [
  'title',
  'headline',
  'section',
  'sectionFigure',
  'label',
  'note',
  'input',
  'figure',
  'total',
  'link',
  'editable',
];
const HEADS: readonly StyleName[] = ['title', 'headline', 'section', 'sectionFigure', 'link'];

describe.each(LANGUAGES)('every sheet (%s)', (language) => {
  let specs: readonly SheetSpec[];
  beforeAll(async () => {
    specs = await Promise.all(SHEETS.map((module) => buildSmall(module, undefined, language, {})));
  });

  test('has formulas that can be typed', () => {
    for (const spec of specs)
      for (const { formula } of formulasIn(spec)) {
        expect([spec.key, formula.slice(0, 1), formula.length < 8192]).toEqual([spec.key, '=', true]);
        expect(() => parse(tokenize(formula, { mergeRefs: true }))).not.toThrow();
        expect(formula).not.toMatch(/undefined|NaN|\[object|Stryker/);
      }
  });

  test('speaks of cells in which something stands', () => {
    for (const spec of specs) {
      const filled = filledIn(spec);
      for (const { formula } of formulasIn(spec))
        for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
          if (type !== tokenTypes.REF_RANGE || value.includes('!') || value === 'A1') continue;
          const reference = parseA1Ref(value) as ReferenceA1;
          expect([spec.key, value, formula, isFilled(reference, filled)]).toEqual([
            spec.key,
            value,
            formula,
            true,
          ]);
        }
    }
  });

  test('speaks of names that are given', () => {
    const given = specs.flatMap(({ names }) => names.map(({ name }) => name));
    expect(new Set(given).size).toBe(given.length);
    for (const spec of specs)
      for (const { formula } of formulasIn(spec))
        for (const { type, value } of tokenize(formula, { mergeRefs: true }))
          if (type === tokenTypes.REF_NAMED) expect([...given, 'TRUE', 'FALSE']).toContain(value);
  });

  test('has nothing on top of another thing, and no word that is none', () => {
    for (const spec of specs) {
      const taken = spec.blocks.flatMap((block) => [...filledIn({ ...spec, blocks: [block] })]);
      expect([spec.key, taken.length]).toEqual([spec.key, new Set(taken).size]);
      for (const { columns } of tablesIn(spec))
        for (const { header } of columns)
          expect([spec.key, header]).toEqual([spec.key, expect.stringMatching(/\S/)]);
      expect(JSON.stringify(spec)).not.toMatch(/undefined|NaN|\[object|Stryker/);
    }
  });

  test('has looks that there are, and a word in whatever is a head', () => {
    for (const spec of specs) {
      const said = (what: string) => {
        const found: unknown[] = [];
        JSON.stringify(spec, (key, value: unknown) => {
          if (key === what) found.push(value);
          return value;
        });
        return found;
      };
      for (const style of said('style'))
        expect([spec.key, LOOKS.includes(style as StyleName), style]).toEqual([spec.key, true, style]);
      for (const format of said('format'))
        expect([spec.key, format]).toEqual([spec.key, expect.stringMatching(/./)]);
      for (const align of said('align')) expect(['left', 'center', 'right']).toContain(align);
      for (const look of said('look')) expect(['good', 'bad', 'warn']).toContain(look);
      for (const key of said('key')) expect([spec.key, key]).toEqual([spec.key, expect.stringMatching(/./)]);
      const heads = spec.blocks.flatMap((block) => (block.kind === 'cells' ? block.cells.flat() : []));
      for (const cell of heads)
        if (HEADS.includes(cell?.style ?? 'figure'))
          expect([spec.key, String(cell?.value ?? cell?.formula)]).toEqual([
            spec.key,
            expect.stringMatching(/\S/),
          ]);
    }
  });

  test('has prompts and refusals beside its choices', () => {
    for (const spec of specs)
      for (const { prompt, error } of validationsIn(spec))
        for (const { title, message } of [prompt, error]) {
          expect([spec.key, title.length > 0 && title.length <= 32, title]).toEqual([spec.key, true, title]);
          expect([spec.key, message.length > 0 && message.length <= 255, message]).toEqual([
            spec.key,
            true,
            message,
          ]);
        }
  });

  test('has charts of columns that are there, and looks of cells in which something stands', () => {
    for (const spec of specs) {
      const filled = filledIn(spec);
      for (const { table, category, series } of spec.charts) {
        const headers = tablesIn(spec)
          .find(({ name }) => name === table)
          ?.columns.map(({ header }) => header);
        for (const header of [category, ...series.map((one) => one.header)])
          expect(headers).toContain(header);
      }
      for (const { row, column } of spec.conditional)
        expect([spec.key, row, column, filled.has(`${row}:${column}`)]).toEqual([
          spec.key,
          row,
          column,
          true,
        ]);
      const last = Math.max(...[...filled].map((cell) => Number(cell.split(':')[1])));
      expect([spec.key, spec.widths.length > last]).toEqual([spec.key, true]);
    }
  });
});

test('every sheet speaks of tables and columns that are there', async () => {
  // What is made up for the sheets has English headers.
  const specs = await Promise.all(SHEETS.map((module) => buildSmall(module, undefined, 'en', {})));
  const headers = new Map(
    specs
      .flatMap((spec) => tablesIn(spec))
      .map(({ name, columns }) => [name, columns.map(({ header }) => header)]),
  );
  for (const spec of specs)
    for (const { formula, own } of formulasIn(spec))
      for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
        if (type !== tokenTypes.REF_STRUCT) continue;
        const { table = own?.name, columns = [] } = parseStructRef(value) ?? {};
        expect([value, table]).not.toEqual([value, undefined]);
        const known = headers.get(table ?? '');
        if (known === undefined) expect([value, table]).toEqual([value, expect.stringMatching(/^(?!Ef)/)]);
        else
          for (const column of columns)
            expect([value, known]).toEqual([value, expect.arrayContaining([column])]);
      }
});
