import { columnLetters } from '../../plan/cells';
import { serialAt } from '../../plan/serial';
import type { MessageId } from '../../text/say';
import { accountsIn } from '../balance/sums';
import { signOf } from '../amounts';
import { caption, heading } from '../blocks';
import { tableName } from '../names';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import { countText, percentText, sentence } from '../sentence';
import { columnRef, literal, type CellsBlock, type CellSpec, type SheetSpec } from '../spec';
import type { CompareContext } from './context';
import { FIGURES_ROW, MOVES, renewalCells } from './layout';
import { movesTable } from './moves';
import { peopleTable, renewalsWhere } from './people';

/** How long ahead renewals are looked at (RULES: a renewal within 90 days). */
const RENEWAL_DAYS = 90;
/** Of the moves, and of people: both tables stand in the same columns. */
const WIDTHS = [31, 20, 20, 25, 13, 16, 13, 13, 13, 13, 12, 12, 12, 12, 12, 12, 12, 12];
const BOOKS = ['largest', 'smallest'] as const;
const DECISIONS = ['agreed', 'notAgreed'] as const;

/** The sheet as it is going to be written. */
export function build(context: CompareContext): SheetSpec {
  const { say, layer, record, people } = context;
  const title = say('compare.title', { plan: planNameIn(say, record.settings) });
  const figures = changes(context);
  const booksRow = FIGURES_ROW + figures.length + 1;
  const books = booksOf(context);
  const checksRow = booksRow + books.length + 1;
  const checks = checksOf(context);
  const peopleRow = checksRow + checks.length + 2;
  const decisionsRow = peopleRow + people.length + 3;
  const movesRow = decisionsRow + DECISIONS.length + 4;
  return {
    layer,
    key: 'compare',
    name: say('sheet.compare'),
    blocks: [
      heading(
        title,
        { formula: headline(context), style: 'headline' },
        say('compare.note', { date: dateIn(say, record.designedAt) }),
        ...(context.renewalUnread === undefined
          ? []
          : [say('compare.renewalsUnread', { column: context.renewalUnread })]),
      ),
      { kind: 'cells', row: FIGURES_ROW, column: 0, cells: figures },
      { kind: 'cells', row: booksRow, column: 0, cells: books },
      { kind: 'cells', row: checksRow, column: 0, cells: checks },
      caption(peopleRow, say('compare.people')),
      peopleTable(context, peopleRow),
      ...decisionsOf(context, decisionsRow),
      caption(movesRow, movesTitle(context)),
      ...movesTable(context, movesRow, decisionList(decisionsRow + 1)),
    ],
    names: [],
    charts: [],
    conditional: [
      {
        row: checksRow + 1,
        column: 1,
        rows: checks.length - 1,
        columns: 1,
        spec: { kind: 'formula', formula: '=ROUND({cell},2)<>0', look: 'bad' },
      },
    ],
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS), {
      ...(context.moves.length === 0 ? {} : { titleRow: movesRow }),
      titleColumn: 0,
    }),
  };
}

/** The words for a decision stand in the lines that count them: the drop-down takes them from there. */
const decisionList = (row: number): string =>
  `=$${columnLetters(1)}$${row + 1}:$${columnLetters(1)}$${row + DECISIONS.length}`;

/** All words of Moved? that count as a change of owner begin so. */
const changed = ({ say }: CompareContext): string => literal(`${say('moved.rep')}*`);
const movedRef = ({ table, column }: CompareContext): string => columnRef(table, column.moved);
const changedCount = (context: CompareContext): string => `COUNTIF(${movedRef(context)},${changed(context)})`;

const share = (of: string, all: string): string => `IF(${all}=0,0,(${of})/(${all}))`;

/** `312 of 2,500 accounts (12.5 %), 4.1M of 51.2M ARR (8 %) change owner` */
function headline(context: CompareContext): string {
  const [amount] = context.amounts;
  const accounts = {
    changed: countText(changedCount(context)),
    accounts: countText(accountsIn(context)),
    share: percentText(share(changedCount(context), accountsIn(context))),
  };
  if (amount === undefined) return `=${sentence(context.say, 'compare.headline', accounts)}`;
  const column = columnRef(context.table, amount.header);
  const sum = `SUMIF(${movedRef(context)},${changed(context)},${column})`;
  return `=${sentence(
    context.say,
    'compare.headlineAmount',
    {
      ...accounts,
      moved: `${literal(signOf(amount.format))}&${countText(sum)}`,
      part: percentText(share(sum, `SUM(${column})`)),
    },
    { amount: amount.label },
  )}`;
}

/** How much of everything changes owner. */
function changes(context: CompareContext): CellSpec[][] {
  const { say, table, standings, amounts, renewal } = context;
  const line = (label: string, all: string, of: string, format = '#,##0'): CellSpec[] => [
    { value: label, style: 'label' },
    { formula: `=${all}`, format, style: 'figure' },
    { formula: `=${of}`, format, style: 'figure' },
    { formula: `=${share(of, all)}`, format: '0.0%', style: 'figure' },
  ];
  return [
    head(say, 'compare.changes', ['compare.all', 'compare.changed', 'compare.share']),
    line(say('balance.accounts'), accountsIn(context), changedCount(context)),
    ...(standings?.told ?? []).map((standing) => {
      const what = `${columnRef(table, standings?.header ?? '')},${literal(say(`standing.${standing}`))}`;
      return line(
        say(`standing.${standing}`),
        `COUNTIFS(${what})`,
        `COUNTIFS(${movedRef(context)},${changed(context)},${what})`,
      );
    }),
    ...amounts.map(({ header, label, format }) => {
      const column = columnRef(table, header);
      return line(
        label,
        `SUM(${column})`,
        `SUMIF(${movedRef(context)},${changed(context)},${column})`,
        format,
      );
    }),
    ...(renewal === undefined
      ? []
      : [
          line(
            say('compare.renewals'),
            `COUNTIFS(${renewalsWhere(context)})`,
            `COUNTIFS(${renewalsWhere(context)},${movedRef(context)},${changed(context)})`,
          ),
          renewalDays(context),
        ]),
  ];
}

/** From which day to which renewals are counted, and how many days that are. */
function renewalDays(context: CompareContext): CellSpec[] {
  const { say, record } = context;
  const { from, to } = renewalCells(context);
  return [
    { value: say('compare.renewalDays'), style: 'label' },
    {
      value: serialAt(Date.parse(record.designedAt.slice(0, 10))),
      format: say('sheet.dateFormat'),
      style: 'figure',
    },
    { formula: `=${from}+$D$${to.slice(3)}`, format: say('sheet.dateFormat'), style: 'figure' },
    { value: RENEWAL_DAYS, format: '#,##0', style: 'figure' },
  ];
}

/** The largest and the smallest book, today and in the plan. */
function booksOf(context: CompareContext): CellSpec[][] {
  const { say, amounts } = context;
  const ref = (header: string) => columnRef(tableName(context.layer, 'comparePeople'), header);
  const measures = [
    {
      label: say('balance.accounts'),
      today: say('compare.today'),
      plan: say('compare.plan'),
      format: '#,##0',
    },
    ...amounts.slice(0, 1).map(({ label, format }) => ({
      label,
      today: say('compare.amountToday', { amount: label }),
      plan: say('compare.amountPlan', { amount: label }),
      format,
    })),
  ];
  return [
    head(say, 'compare.books', ['compare.nowadays', 'compare.inPlan', 'compare.difference']),
    ...measures.flatMap(({ label, today, plan, format }) =>
      BOOKS.map((which): CellSpec[] => {
        // Who holds nothing has no book.
        const of = (header: string) =>
          `IFERROR(AGGREGATE(${which === 'largest' ? 14 : 15},6,${ref(header)}/(${ref(header)}>0),1),0)`;
        return [
          { value: say(`compare.${which}`, { amount: label }), style: 'label' },
          { formula: `=${of(today)}`, format, style: 'figure' },
          { formula: `=${of(plan)}`, format, style: 'figure' },
          { formula: `=${of(plan)}-${of(today)}`, format, style: 'figure' },
        ];
      }),
    ),
  ];
}

/** Everybody is in the table, and what they lose is what changes owner: 0, or it is red. */
function checksOf(context: CompareContext): CellSpec[][] {
  const { say, table, column, layer } = context;
  const people = (id: MessageId) => `SUM(${columnRef(tableName(layer, 'comparePeople'), say(id))})`;
  const filled = (header: string) => `SUMPRODUCT(--(${columnRef(table, header)}<>""))`;
  const astray = `${movedRef(context)},${literal(say('moved.unknown'))}`;
  const unknown = `COUNTIFS(${astray})-COUNTIFS(${astray},${columnRef(table, column.holder)},"")`;
  const line = (id: MessageId, formula: string): CellSpec[] => [
    { value: say(id), style: 'label' },
    { formula: `=${formula}`, format: '#,##0', style: 'figure' },
  ];
  return [
    head(say, 'compare.checks', []),
    line('compare.checkToday', `${filled(column.holder)}-${people('compare.today')}`),
    line('compare.checkPlan', `${filled(column.owner)}-${people('compare.plan')}`),
    line('compare.checkLost', `${people('compare.lost')}-${changedCount(context)}-(${unknown})`),
  ];
}

/** How many of the moves are agreed, not agreed, and open. */
function decisionsOf(context: CompareContext, row: number): CellsBlock[] {
  const { say, layer, moves } = context;
  if (moves.length === 0) return [];
  const decisions = columnRef(tableName(layer, 'compareMoves'), say(MOVES.decision));
  const moved = columnRef(tableName(layer, 'compareMoves'), say(MOVES.moved));
  const word = (id: (typeof DECISIONS)[number]) => say(`compare.${id}`);
  const count = (formula: string): CellSpec => ({ formula: `=${formula}`, format: '#,##0', style: 'figure' });
  const cells: CellSpec[][] = [
    head(say, 'compare.decisions', ['balance.accounts']),
    ...DECISIONS.map((id): CellSpec[] => [
      { value: word(id), style: 'label' },
      count(`COUNTIF(${decisions},${literal(word(id))})`),
    ]),
    [
      { value: say('compare.open'), style: 'label' },
      // Words stay beside accounts that do not move: these wait for no decision.
      count(
        `COUNTIFS(${moved},${changed(context)},${DECISIONS.map((id) => `${decisions},${literal(`<>${word(id)}`)}`).join(',')})`,
      ),
    ],
  ];
  return [{ kind: 'cells', row, column: 0, cells }];
}

function movesTitle({ say, moves, stays, lost, unlisted, keyHeader }: CompareContext): string {
  const title =
    keyHeader === undefined
      ? say('compare.noKeys')
      : say('compare.moves', { count: moves.length - stays - lost, unlisted });
  const more = [
    ...(stays > 0 ? [say('compare.stays', { count: stays })] : []),
    ...(lost > 0 ? [say('compare.untold', { count: lost })] : []),
  ];
  return more.length === 0 ? title : `${title}. ${more.join(' ')}`;
}

const head = (say: CompareContext['say'], title: MessageId, figures: readonly MessageId[]): CellSpec[] => [
  { value: say(title), style: 'section' },
  ...figures.map((id): CellSpec => ({ value: say(id), style: 'sectionFigure' })),
];
