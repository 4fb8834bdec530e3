import type { LoadFile, LoadProblem } from '../../loads/file';
import type { Say } from '../../text/say';
import { tableName } from '../names';
import { dateIn, printOf, widthOf } from '../print';
import {
  columnRef,
  criterion,
  literal,
  thisRow,
  type CellSpec,
  type SheetSpec,
  type TableBlock,
} from '../spec';
import type { LoadsContext } from './context';
import { CHECK_LINES, FILE_LINES, FILE_NAMES, PROBLEM_LINES } from './layout';

/** More rows than these are counted, not listed. */
const MOST_PROBLEMS = 2000;
const TOP_ROWS = 6;
const WIDTHS = [31, 30, 58, 30, 14, 12, 12, 14];

/** The sheet as it is going to be written. */
export function build(context: LoadsContext): SheetSpec {
  const { say, layer, pack, at, record } = context;
  const files = pack.files.filter(({ rows, answered }) => rows.length > 0 || answered !== undefined);
  const filesRow = TOP_ROWS + 1;
  const checkRow = filesRow + Math.max(1, files.length) + 3;
  const problemsRow = checkRow + context.loaded.length + 4;
  const problems = [...pack.problems].sort((a, b) => Number(b.blocks) - Number(a.blocks));
  const head = (row: number, text: string): SheetSpec['blocks'][number] => ({
    kind: 'cells',
    row,
    column: 0,
    cells: [[{ value: text, style: 'headline' }]],
  });
  return {
    layer,
    key: 'load-files',
    name: say('sheet.loadFiles'),
    blocks: [
      { kind: 'cells', row: 0, column: 0, cells: top(context) },
      ...(files.length === 0 ? [head(filesRow, say('loads.none'))] : [filesTable(context, files, filesRow)]),
      head(checkRow - 1, say('loads.check')),
      checkTable(context, checkRow),
      head(
        problemsRow - 1,
        say('loads.problems', { count: problems.length, listed: Math.min(MOST_PROBLEMS, problems.length) }),
      ),
      ...(problems.length === 0
        ? []
        : [problemsTable(context, problems.slice(0, MOST_PROBLEMS), problemsRow)]),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(say, say('loads.title'), at === '' ? record.designedAt : at, widthOf(WIDTHS)),
  };
}

/** What is loaded where, in sentences. */
function top({ say, pack, at }: LoadsContext): CellSpec[][] {
  const blocked = new Set(
    pack.problems.filter(({ blocks }) => blocks).map(({ row, account }) => row ?? account),
  );
  const { target, changed, accounts, accuracy } = pack;
  return [
    [{ value: say('loads.title'), style: 'title' }],
    [{ value: say('loads.headline', { changed, accounts, blocked: blocked.size }), style: 'headline' }],
    [{ value: say(`loads.target.${target}`), style: 'note' }],
    [
      {
        value: say('loads.note', {
          at: `${dateIn(say, at)} ${at.slice(11, 16)}`,
          from: dateIn(say, pack.effective),
        }),
        style: 'note',
      },
    ],
    ...(accuracy === undefined
      ? []
      : [[{ value: say('loads.accuracy', { ...accuracy }), style: 'note' } as const]]),
  ];
}

function filesTable({ say, layer }: LoadsContext, files: readonly LoadFile[], row: number): TableBlock {
  const back = new Set(files.filter(({ key }) => key.endsWith('Back')).map(({ key }) => key));
  const text = (key: keyof typeof FILE_LINES, cells: readonly string[]) => ({
    key,
    header: say(FILE_LINES[key]),
    cells,
  });
  const figure = (key: keyof typeof FILE_LINES, cells: readonly (number | '')[]) => ({
    key,
    header: say(FILE_LINES[key]),
    cells,
    format: '#,##0',
    align: 'right' as const,
  });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'loadFiles'),
    rows: files.length,
    columns: [
      text(
        'file',
        files.map(({ key }) => say(FILE_NAMES[key])),
      ),
      text(
        'object',
        files.map(({ object }) => object),
      ),
      text(
        'operation',
        files.map(({ operation, key }) => say(`loads.${key.endsWith('Back') ? 'undo' : 'do'}.${operation}`)),
      ),
      text(
        'takesBack',
        files.map(({ key }) => {
          const undone = files.find((one) => back.has(key) && `${one.key}Back` === key);
          return undone === undefined ? '' : say(FILE_NAMES[undone.key]);
        }),
      ),
      figure(
        'rows',
        files.map(({ rows }) => rows.length),
      ),
      figure(
        'loaded',
        files.map(({ answered }) => answered?.loaded ?? ''),
      ),
      figure(
        'failed',
        files.map(({ answered }) => answered?.failed ?? ''),
      ),
      figure(
        'open',
        files.map(({ answered }) => answered?.open ?? ''),
      ),
    ],
  };
}

/** Whether what was accepted is still what the files say. */
function checkTable({ say, layer, table, column, loaded }: LoadsContext, row: number): TableBlock {
  const territory = thisRow(say(CHECK_LINES.territory));
  const figure = { format: '#,##0', align: 'right' } as const;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'loadCheck'),
    rows: loaded.length,
    columns: [
      { key: 'territory', header: say(CHECK_LINES.territory), cells: loaded.map(({ name }) => name) },
      { key: 'owner', header: say(CHECK_LINES.owner), cells: loaded.map(({ owner }) => owner) },
      {
        key: 'loaded',
        header: say(CHECK_LINES.loaded),
        cells: loaded.map(({ accounts }) => accounts),
        ...figure,
      },
      {
        key: 'now',
        header: say(CHECK_LINES.now),
        cells: `=COUNTIFS(${columnRef(table, column.accepted)},${criterion(territory)})`,
        ...figure,
      },
      {
        key: 'difference',
        header: say(CHECK_LINES.difference),
        cells: `=${thisRow(say(CHECK_LINES.now))}-${thisRow(say(CHECK_LINES.loaded))}`,
        ...figure,
        conditional: [{ kind: 'formula', formula: '={cell}<>0', look: 'bad' }],
      },
    ],
  };
}

function problemsTable(
  { say, layer }: LoadsContext,
  problems: readonly LoadProblem[],
  row: number,
): TableBlock {
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'loadProblems'),
    rows: problems.length,
    known: ['file', 'problem', 'account', 'row'],
    columns: [
      {
        key: 'file',
        header: say(PROBLEM_LINES.file),
        cells: problems.map(({ file }) => say(FILE_NAMES[file])),
      },
      {
        key: 'blocks',
        header: say(PROBLEM_LINES.blocks),
        cells: problems.map(({ blocks }) => say(blocks ? 'loads.blocked' : 'loads.told')),
        conditional: [{ kind: 'formula', formula: `={cell}=${literal(say('loads.blocked'))}`, look: 'bad' }],
      },
      {
        key: 'problem',
        header: say(PROBLEM_LINES.problem),
        cells: problems.map((problem) => wordProblem(say, problem)),
      },
      {
        key: 'account',
        header: say(PROBLEM_LINES.account),
        cells: problems.map(({ account }) => account ?? ''),
      },
      {
        key: 'row',
        header: say(PROBLEM_LINES.row),
        cells: problems.map(({ row: at }) => at ?? ''),
        format: '0',
        align: 'right',
      },
    ],
  };
}

const wordProblem = (say: Say, { code, parameters }: LoadProblem): string =>
  say(`loads.problem.${code}`, parameters);
