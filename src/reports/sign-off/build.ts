import { columnLetters } from '../../plan/cells';
import {
  DECISIONS,
  FIGURES,
  SIGN_OFF_SETTINGS,
  TRADED_SINCE,
  type SignOffSetting,
} from '../../plan/sign-off';
import { metricColumns } from '../balance/sums';
import { caption, heading, headsOf, mustBeNone, rowsOf } from '../blocks';
import { ownColumn } from '../context';
import { signOffName, tableName } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import { sentence } from '../sentence';
import { numberOr, settingCell, settingTable } from '../setting-table';
import {
  columnRef,
  criterion,
  literal,
  sought,
  thisRow,
  type CellSpec,
  type CellsBlock,
  type NameSpec,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
  type ValidationSpec,
} from '../spec';
import { ARROW } from './columns';
import type { SignOffContext } from './context';
import { COLUMNS } from './layout';
import { signOffRemarks } from './remarks';
import { decisionSaid, sinceSaid } from './words';

const WIDTHS = [26, 24, 15, 14, 16, 16, 22, 20, 26, 34, 12, 14, 14, 22];
/** Folded away: of which plan a row speaks, what it counted then and counts now, and what drop-downs offer. */
const PLAN_COLUMN = 10;
const FIGURES_COLUMN = 11;
const NOW_COLUMN = 12;
const WORDS_COLUMN = 13;
const SINCE_ROW = 1;
const DECISIONS_ROW = SINCE_ROW + TRADED_SINCE.length;

/** The sheet as it is going to be written. */
export function build(context: SignOffContext): SheetSpec {
  const { say, layer, record, teams } = context;
  const title = say('signOff.title', { plan: planNameIn(say, record.settings) });
  const remarks = signOffRemarks(context)(say);
  const settings = 5 + remarks.length;
  const teamRow = settings + SIGN_OFF_SETTINGS.length + 4;
  const tradeRow = teamRow + Math.max(1, teams.length) + 6;
  const checkRow = tradeRow - 4;
  const checkOf = (label: 'signOff.unled' | 'signOff.unlisted', formula: string): CellSpec[] => [
    { value: say(label), style: 'label' },
    { formula: `=${formula}`, format: '#,##0', style: 'figure' },
    { value: say(`${label}Note`), style: 'note' },
  ];
  return {
    layer,
    key: 'sign-off',
    name: say('sheet.signOff'),
    blocks: [
      heading(title, { formula: headline(context), style: 'headline' }, say('signOff.about'), ...remarks),
      caption(settings, say('signOff.settings')),
      settingsTable(context, settings),
      caption(teamRow, say('signOff.teams')),
      teamsTable(context, teamRow),
      {
        kind: 'cells',
        row: checkRow,
        column: 0,
        cells: [checkOf('signOff.unled', unled(context)), checkOf('signOff.unlisted', unlisted(context))],
      },
      caption(tradeRow, say('signOff.trades')),
      tradesTable(context, tradeRow),
      words(context),
    ],
    names: names(context),
    charts: [],
    conditional: [mustBeNone(checkRow), mustBeNone(checkRow + 1)],
    widths: WIDTHS,
    hidden: [PLAN_COLUMN, FIGURES_COLUMN, NOW_COLUMN, WORDS_COLUMN],
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS.slice(0, PLAN_COLUMN)), {
      titleColumn: 0,
      columns: PLAN_COLUMN,
    }),
  };
}

function settingsTable({ say, layer, now }: SignOffContext, row: number): TableBlock {
  const since = choice(say('signOff.set.since'), say('signOff.means.since'), signOffName(layer, 'since'));
  return settingTable<SignOffSetting>({
    say,
    layer,
    table: 'signOffSettings',
    at: { row, column: 0 },
    keys: SIGN_OFF_SETTINGS,
    label: (key) => say(`signOff.set.${key}`),
    value: (key) => (key === 'since' ? sinceSaid(say, now.since) : (now[key] ?? '')),
    format: (key) => (key === 'since' ? '@' : say('sheet.dateFormat')),
    offers: (key) => (key === 'since' ? since : undefined),
    means: (key) => say(`signOff.means.${key}`),
  });
}

const choice = (title: string, message: string, name: string): ValidationSpec => ({
  list: `=${name}`,
  prompt: { title, message },
  error: { title, message },
});

/** `Managers still open: 3 of 5, late: 1. Trades between teams still open: 4 of 6` */
function headline(context: SignOffContext): string {
  const { say } = context;
  const teams = (header: string) => ownColumn(context, 'signOffTeams', header);
  const trades = (header: string) => ownColumn(context, 'signOffTrades', header);
  const leads = `${teams(say('signOff.territories'))},">0"`;
  const state = (word: 'signed' | 'late') =>
    `COUNTIFS(${leads},${teams(say('signOff.state'))},${literal(say(`signOff.state.${word}`))})`;
  const some = `${trades(say('balance.accounts'))},">0"`;
  const agreed = `COUNTIFS(${some},${trades(say('signOff.state'))},${literal(say('signOff.trade.agreed'))})`;
  return `=${sentence(say, 'signOff.headline', {
    open: `FIXED(COUNTIFS(${leads})-${state('signed')},0)`,
    teams: `FIXED(COUNTIFS(${leads}),0)`,
    late: `FIXED(${state('late')},0)`,
    waiting: `FIXED(COUNTIFS(${some})-${agreed},0)`,
    trades: `FIXED(COUNTIFS(${some}),0)`,
  })}`;
}

/** Accounts that go from team to team, and of whose trade no row speaks. */
const unlisted = (context: SignOffContext): string =>
  `COUNTIF(${columnRef(context.table, context.tradeHeader)},"?*")-SUM(${ownColumn(context, 'signOffTrades', context.say('balance.accounts'))})`;

/** Territories with a manager of whom no row speaks: he came since, or his row was taken out. */
function unled(context: SignOffContext): string {
  const leads = ownColumn(context, 'territories', context.say('plan.manager'));
  const rows = ownColumn(context, 'signOffTeams', context.say('plan.manager'));
  return `SUMPRODUCT((TRIM(${leads})<>"")*ISNA(MATCH(${sought(leads)},${rows},0)))`;
}

/** What a setting counts as: a day, or none. */
const daySet = (context: SignOffContext, key: 'asAt' | 'due', usual: number): string => {
  const cell = settingCell(context, 'signOffSettings', context.say(`signOff.set.${key}`));
  return numberOr(cell, `(N(${cell})>=1)`, usual, `INT(${cell})`);
};

function teamsTable(context: SignOffContext, row: number): TableBlock {
  const { say, layer, teams, balance, now, plan } = context;
  const head = headsOf(say, COLUMNS.signOffTeams);
  const own = (key: keyof typeof COLUMNS.signOffTeams) => thisRow(say(COLUMNS.signOffTeams[key]));
  const rows = rowsOf(teams);
  const mine = criterion(own('manager'));
  const listed = (table: 'territories' | 'balance', header: string) => ownColumn(context, table, header);
  const [metric] = metricColumns(context);
  const onBalance = (header: string, more = '') =>
    `SUMIFS(${listed('balance', header)},${listed('balance', say('balance.manager'))},${mine}${more})`;
  // What seats for named accounts hold is held against no target: Balance leaves it out of a manager's share, too.
  const shared = (header: string) => onBalance(header, `,${listed('balance', say('plan.share'))},">0"`);
  const traded = (end: 'signOff.from' | 'signOff.to') =>
    `SUMIFS(${ownColumn(context, 'signOffTrades', say('balance.accounts'))},${ownColumn(context, 'signOffTrades', say(end))},${mine})`;
  const figure = (
    key: keyof typeof COLUMNS.signOffTeams,
    formula: string,
    format = '#,##0',
  ): TableColumn => ({
    ...head(key),
    cells: `=IF(${own('manager')}="","",${formula})`,
    format,
    align: 'right',
  });
  const said = `TRIM(${own('said')})`;
  const word = (code: (typeof DECISIONS)[number]) => literal(decisionSaid(say, code));
  const state = (id: 'signed' | 'earlier' | 'changed' | 'noDay' | 'objects' | 'late' | 'open') =>
    literal(say(`signOff.state.${id}`));
  const due = daySet(context, 'due', 0);
  const isOfThis = `((${own('plan')}=${literal(plan.mark)})+(INT(N(${own('on')}))>${plan.day})>0)`;
  const isSince = `${settingCell(context, 'signOffSettings', say('signOff.set.since'))}=${literal(sinceSaid(say, 'accepted'))}`;
  const numbers = `SUMIFS(${columnRef(context.table, context.mark.header)},${columnRef(context.table, context.column.territory)},${criterion(listed('territories', say('plan.territory')))})`;
  const sum = `SUMPRODUCT(${numbers}*(TRIM(${listed('territories', say('plan.manager'))})=TRIM(${own('manager')})))`;
  const isAsThen = balance.has('manager') ? asSigned(own('figures'), own('now')) : 'TRUE';
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'signOffTeams'),
    rows: rows.length,
    known: ['manager'],
    columns: [
      { ...head('manager'), cells: rows.map((team) => team?.manager ?? '') },
      figure('territories', `COUNTIFS(${listed('territories', say('plan.manager'))},${mine})`),
      ...(balance.has('manager')
        ? [
            figure('accounts', onBalance(say('balance.accounts'))),
            figure(
              'share',
              `IFERROR(${shared(metric?.value.header ?? '')}/${shared(metric?.target.header ?? '')},"")`,
              '0%',
            ),
          ]
        : []),
      figure('comes', traded('signOff.to')),
      figure('goes', traded('signOff.from')),
      {
        ...head('said'),
        cells: rows.map((team) => decisionSaid(say, team?.said ?? '')),
        style: 'input',
        indent: 1,
        validation: choice(say('signOff.said'), say('signOff.saidPrompt'), signOffName(layer, 'decisions')),
      },
      {
        ...head('on'),
        cells: rows.map((team) => team?.on ?? ''),
        style: 'input',
        format: say('sheet.dateFormat'),
        align: 'left',
      },
      {
        ...head('state'),
        cells: `=IF(${own('manager')}="","",IF(${said}=${word('agreed')},IF(N(${own('on')})<1,${state('noDay')},IF(${isOfThis},IF(${isAsThen},${state('signed')},${state('changed')}),${state('earlier')})),IF(${said}=${word('notAgreed')},${state('objects')},IF((${due}>0)*(${daySet(context, 'asAt', now.asAt)}>${due}),${state('late')},${state('open')}))))`,
        conditional: [
          { kind: 'formula', formula: `={cell}=${state('signed')}`, look: 'good' },
          { kind: 'formula', formula: `={cell}=${state('objects')}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}=${state('changed')}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}=${state('late')}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}<>""`, look: 'warn' },
        ],
      },
      { ...head('comment'), cells: rows.map((team) => team?.comment ?? ''), style: 'input' },
      // What was said of an earlier plan stays said of that.
      { ...head('plan'), cells: rows.map((team) => (team === undefined ? '' : team.plan || plan.mark)) },
      { ...head('figures'), cells: rows.map((team) => team?.figures ?? '') },
      {
        ...head('now'),
        cells: balance.has('manager')
          ? `=IF(${own('manager')}="","",${own('accounts')}&${literal(FIGURES)}&IF(${isSince},"",${own('goes')})&${literal(FIGURES)}&${sum})`
          : rows.map(() => ''),
      },
    ],
  };
}

/** Whether a row counts what it counted when it was signed, as far as that was kept: `isAsSigned` in cells. */
const asSigned = (then: string, now: string): string =>
  `((${then}&""="")+(LEFT(${now}&${literal(FIGURES)},LEN(${then})+${String(FIGURES.length)})=${then}&${literal(FIGURES)})>0)`;

function tradesTable(context: SignOffContext, row: number): TableBlock {
  const { say, layer, trades, table, tradeHeader, amount, plan } = context;
  const head = headsOf(say, COLUMNS.signOffTrades);
  const own = (key: keyof typeof COLUMNS.signOffTrades) => thisRow(say(COLUMNS.signOffTrades[key]));
  const rows = rowsOf(trades);
  const between = `${columnRef(table, tradeHeader)},${criterion(`${own('from')}&${literal(ARROW)}&${own('to')}`)}`;
  const typed = (key: 'gives' | 'takes'): TableColumn => ({
    ...head(key),
    cells: rows.map((trade) => decisionSaid(say, trade?.[key] ?? '')),
    style: 'input',
    indent: 1,
    validation: choice(
      say(COLUMNS.signOffTrades[key]),
      say('signOff.saidPrompt'),
      signOffName(layer, 'decisions'),
    ),
  });
  const earlier = (key: 'gaveEarlier' | 'tookEarlier'): TableColumn => ({
    ...head(key),
    cells: rows.map((trade) => decisionSaid(say, trade?.[key] ?? '')),
  });
  const is = (key: 'gives' | 'takes', code: (typeof DECISIONS)[number]) =>
    `(TRIM(${own(key)})=${literal(decisionSaid(say, code))})`;
  const state = (id: 'nothing' | 'agreed' | 'notAgreed' | 'changed') => literal(say(`signOff.trade.${id}`));
  const waits = (who: string) => sentence(say, 'signOff.trade.waits', { who });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'signOffTrades'),
    rows: rows.length,
    known: ['from', 'to'],
    columns: [
      { ...head('from'), cells: rows.map((trade) => trade?.from ?? '') },
      { ...head('to'), cells: rows.map((trade) => trade?.to ?? '') },
      {
        ...head('accounts'),
        cells: `=IF(${own('from')}="",0,COUNTIFS(${between}))`,
        format: '#,##0',
        align: 'right',
      },
      ...(amount === undefined
        ? [
            {
              ...head('part'),
              cells: `=IF(${own('accounts')}=0,0,${own('accounts')}/SUM(${ownColumn(context, 'signOffTrades', say('balance.accounts'))}))`,
              format: '0%',
              align: 'right' as const,
            },
          ]
        : [
            {
              key: `amount:${amount.header}`,
              header: amount.label,
              cells: `=IF(${own('from')}="",0,SUMIFS(${columnRef(table, amount.header)},${between}))`,
              format: amount.format,
              align: 'right' as const,
            },
          ]),
      typed('gives'),
      typed('takes'),
      {
        ...head('state'),
        cells: `=IF(${own('accounts')}=0,IF(${own('from')}="","",${state('nothing')}),IF(${is('gives', 'notAgreed')}+${is('takes', 'notAgreed')}>0,${state('notAgreed')},IF((${is('gives', 'agreed')}+${is('takes', 'agreed')}>0)*(1-${asSigned(own('figures'), own('now'))})>0,${state('changed')},IF(${is('gives', 'agreed')}+${is('takes', 'agreed')}=2,${state('agreed')},IF(${is('gives', 'agreed')},${waits(own('to'))},IF(${is('takes', 'agreed')},${waits(own('from'))},${literal(say('signOff.trade.both'))}))))))`,
        conditional: [
          { kind: 'formula', formula: `={cell}=${state('agreed')}`, look: 'good' },
          { kind: 'formula', formula: `={cell}=${state('notAgreed')}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}=${state('changed')}`, look: 'bad' },
          { kind: 'formula', formula: `=({cell}<>"")*({cell}<>${state('nothing')})>0`, look: 'warn' },
        ],
      },
      { ...head('comment'), cells: rows.map((trade) => trade?.comment ?? ''), style: 'input' },
      earlier('gaveEarlier'),
      earlier('tookEarlier'),
      // Below that of the managers, which is folded.
      { ...head('plan'), cells: rows.map((trade) => (trade === undefined ? '' : plan.mark)) },
      { ...head('figures'), cells: rows.map((trade) => trade?.figures ?? '') },
      {
        ...head('now'),
        cells: `=IF(${own('from')}="","",${own('accounts')}&${literal(FIGURES)}&SUMIFS(${columnRef(table, context.mark.header)},${between}))`,
      },
    ],
  };
}

/** What drop-downs offer. */
const words = ({ say }: SignOffContext): CellsBlock => ({
  kind: 'cells',
  row: 0,
  column: WORDS_COLUMN,
  cells: [
    say('signOff.words'),
    ...TRADED_SINCE.map((code) => sinceSaid(say, code)),
    ...DECISIONS.map((code) => decisionSaid(say, code)),
  ].map((value) => [{ value, style: 'note' }]),
});

function names({ say, layer }: SignOffContext): NameSpec[] {
  const at = columnLetters(WORDS_COLUMN + 1);
  const name = (what: string, first: number, rows: number): NameSpec => ({
    name: signOffName(layer, what),
    formula: `={sheet}!$${at}$${first + 1}:$${at}$${first + rows}`,
    comment: say('signOff.words'),
  });
  return [name('since', SINCE_ROW, TRADED_SINCE.length), name('decisions', DECISIONS_ROW, DECISIONS.length)];
}
