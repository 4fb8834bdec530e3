import { isWritten, type LoadFile, type LoadProblem } from '../../loads/file';
import type { Say } from '../../text/say';
import { caption } from '../blocks';
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
  type TableColumn,
} from '../spec';
import type { LoadsContext } from './context';
import { CAUSE_LINES, CHECK_LINES, FILE_LINES, FILE_NAMES, PROBLEM_LINES } from './layout';

/** More rows than these are counted, not listed. */
const MOST_PROBLEMS = 2000;
/** Why a row is not in a file is the last column of its table: it may be as long as it likes. */
const WIDTHS = [30, 30, 26, 14, 14, 14, 14, 38];

/** The sheet as it is going to be written. */
export function build(context: LoadsContext): SheetSpec {
  const { say, layer, pack, at, record } = context;
  const files = pack.files.filter(isWritten);
  const sentences = top(context);
  const filesRow = sentences.length + 1;
  const causes = causesOf(pack.problems);
  const causesRow = filesRow + Math.max(1, files.length) + 3;
  const checkRow = causesRow + (causes.length === 0 ? 2 : causes.length + 3);
  const problemsRow = checkRow + context.loaded.length + 3;
  const listed = causes.flatMap(({ problems }) => problems).slice(0, MOST_PROBLEMS);
  return {
    layer,
    key: 'load-files',
    name: say('sheet.loadFiles'),
    blocks: [
      { kind: 'cells', row: 0, column: 0, cells: sentences },
      ...(files.length === 0
        ? [caption(filesRow + 1, say(pack.problems.length > 0 ? 'loads.noneNow' : 'loads.none'))]
        : [filesTable(context, files, filesRow)]),
      caption(causesRow, say('loads.problems', { count: pack.problems.length })),
      ...(causes.length === 0 ? [] : [causesTable(context, causes, causesRow)]),
      caption(checkRow, say('loads.check')),
      checkTable(context, checkRow),
      ...(listed.length === 0
        ? []
        : [
            caption(problemsRow, say('loads.listed', { count: pack.problems.length, listed: listed.length })),
            problemsTable(context, listed, problemsRow),
          ]),
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
    pack.problems.filter(({ blocks }) => blocks).map(({ row, parameters }) => row ?? parameters['territory']),
  );
  const { target, changed, accounts, accuracy } = pack;
  const note = (value: string): CellSpec[] => [{ value, style: 'note' }];
  return [
    [{ value: say('loads.title'), style: 'title' }],
    [{ value: say('loads.headline', { changed, accounts, blocked: blocked.size }), style: 'headline' }],
    note(
      say('loads.at', { at: `${dateIn(say, at)} ${at.slice(11, 16)}`, from: dateIn(say, pack.effective) }),
    ),
    note(say(`loads.target.${target}`)),
    ...(target === 'salesforce' || target === 'dynamics' ? [note(say(`loads.more.${target}`))] : []),
    note(say('loads.save')),
    note(say('loads.result')),
    ...(accuracy === undefined
      ? []
      : [
          note(
            say('loads.accuracy', {
              agree: accuracy.agree,
              of: accuracy.of,
              part: accuracy.of === 0 ? 0 : accuracy.unseen / accuracy.of,
            }),
          ),
        ]),
  ];
}

interface Cause {
  readonly problems: readonly LoadProblem[];
}

/** Problems that say the same, those that keep rows out of files first. */
function causesOf(problems: readonly LoadProblem[]): (Cause & { readonly first: LoadProblem })[] {
  const causes = new Map<string, [LoadProblem, ...LoadProblem[]]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.file, problem.code, problem.parameters]);
    const known = causes.get(key);
    if (known === undefined) causes.set(key, [problem]);
    else known.push(problem);
  }
  return [...causes.values()]
    .map((those) => ({ first: those[0], problems: those }))
    .sort((a, b) => Number(b.first.blocks) - Number(a.first.blocks) || b.problems.length - a.problems.length);
}

function causesTable(
  { say, layer }: LoadsContext,
  causes: ReturnType<typeof causesOf>,
  row: number,
): TableBlock {
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'loadCauses'),
    rows: causes.length,
    known: ['file', 'problem'],
    columns: [
      {
        key: 'file',
        header: say(CAUSE_LINES.file),
        cells: causes.map(({ first }) => say(FILE_NAMES[first.file])),
      },
      blocksColumn(
        say,
        causes.map(({ first }) => first),
      ),
      {
        key: 'rows',
        header: say(CAUSE_LINES.rows),
        cells: causes.map(({ problems }) => problems.length),
        format: '#,##0',
        align: 'right',
      },
      {
        key: 'problem',
        header: say(CAUSE_LINES.problem),
        cells: causes.map(({ first }) => wordProblem(say, first)),
        indent: 1,
      },
    ],
  };
}

const blocksColumn = (say: Say, problems: readonly LoadProblem[]): TableColumn => ({
  key: 'blocks',
  header: say(PROBLEM_LINES.blocks),
  cells: problems.map(({ blocks }) => say(blocks ? 'loads.blocked' : 'loads.told')),
  conditional: [{ kind: 'formula', formula: `={cell}=${literal(say('loads.blocked'))}`, look: 'bad' }],
});

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
      text(
        'takesBack',
        files.map(({ key }) => {
          const undone = files.find(
            (one) => back.has(key) && [`${one.key}Back`, `${one.key}NewBack`].includes(key),
          );
          return undone === undefined ? '' : say(FILE_NAMES[undone.key]);
        }),
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
        key: 'account',
        header: say(PROBLEM_LINES.account),
        cells: problems.map(({ account }) => account ?? ''),
      },
      blocksColumn(say, problems),
      {
        key: 'row',
        header: say(PROBLEM_LINES.row),
        cells: problems.map(({ row: at }) => at ?? ''),
        format: '0',
        align: 'right',
      },
      {
        key: 'problem',
        header: say(PROBLEM_LINES.problem),
        cells: problems.map((problem) => wordProblem(say, problem)),
        indent: 1,
      },
    ],
  };
}

const wordProblem = (say: Say, { code, parameters }: LoadProblem): string =>
  say(`loads.problem.${code}`, parameters);
