import { tableName } from '../names';
import { columnRef, criterion, thisRow, type TableBlock, type TableColumn } from '../spec';
import type { CompareContext } from './context';
import { PEOPLE, renewalCells } from './layout';

/** Criteria of renewals between the days that the sheet says above. */
export function renewalsWhere(context: CompareContext): string {
  const column = columnRef(context.table, context.renewal ?? '');
  const { from, to } = renewalCells(context);
  return `${column},">="&${from},${column},"<="&${to}`;
}

/** A row a person: accounts and the first amount today, gained, lost and in the plan; what else is gained and lost. */
export function peopleTable(context: CompareContext, row: number): TableBlock {
  const { say, layer, people, amounts, standings, renewal } = context;
  const customers = standings?.told.includes('customer') === true ? standings : undefined;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'comparePeople'),
    rows: people.length,
    columns: [
      { key: 'person', header: say(PEOPLE.person), cells: people },
      ...ofAccounts(context),
      ...amounts.flatMap((amount, n) => ofAmount(context, amount, n === 0)),
      ...(customers === undefined
        ? []
        : gainedAndLost(
            context,
            'customers',
            say('compare.customers'),
            `${columnRef(context.table, customers.header)},"${say('standing.customer')}"`,
          )),
      ...(renewal === undefined
        ? []
        : gainedAndLost(context, 'renewals', say('compare.renewals'), renewalsWhere(context))),
    ],
  };
}

const me = ({ say }: CompareContext): string => criterion(thisRow(say(PEOPLE.person)));
const holderOf = ({ table, column }: CompareContext): string => columnRef(table, column.holder);
const ownerOf = ({ table, column }: CompareContext): string => columnRef(table, column.owner);

const figure = (key: string, header: string, formula: string, format = '#,##0'): TableColumn => ({
  key,
  header,
  cells: `=${formula}`,
  format,
  align: 'right',
});

function ofAccounts(context: CompareContext): TableColumn[] {
  const { say } = context;
  const today = `${holderOf(context)},${me(context)}`;
  const plan = `${ownerOf(context)},${me(context)}`;
  const cell = (key: keyof typeof PEOPLE) => thisRow(say(PEOPLE[key]));
  const column = (key: keyof typeof PEOPLE, formula: string) => figure(key, say(PEOPLE[key]), formula);
  return [
    column('today', `COUNTIFS(${today})`),
    column('kept', `COUNTIFS(${today},${plan})`),
    column('gained', `${cell('plan')}-${cell('kept')}`),
    column('lost', `${cell('today')}-${cell('kept')}`),
    column('plan', `COUNTIFS(${plan})`),
  ];
}

function ofAmount(
  context: CompareContext,
  { header, label, format }: CompareContext['amounts'][number],
  isWhole: boolean,
): TableColumn[] {
  const { say, table } = context;
  const amounts = columnRef(table, header);
  const today = `${holderOf(context)},${me(context)}`;
  const plan = `${ownerOf(context)},${me(context)}`;
  const kept = `SUMIFS(${amounts},${today},${plan})`;
  const column = (id: 'Today' | 'Gained' | 'Lost' | 'Plan', formula: string) =>
    figure(`${id.toLowerCase()}:${header}`, say(`compare.amount${id}`, { amount: label }), formula, format);
  return [
    ...(isWhole ? [column('Today', `SUMIFS(${amounts},${today})`)] : []),
    column('Gained', `SUMIFS(${amounts},${plan})-${kept}`),
    column('Lost', `SUMIFS(${amounts},${today})-${kept}`),
    ...(isWhole ? [column('Plan', `SUMIFS(${amounts},${plan})`)] : []),
  ];
}

function gainedAndLost(context: CompareContext, key: string, amount: string, where: string): TableColumn[] {
  const { say } = context;
  const today = `${holderOf(context)},${me(context)}`;
  const plan = `${ownerOf(context)},${me(context)}`;
  const kept = `COUNTIFS(${where},${today},${plan})`;
  return [
    figure(`${key}:gained`, say('compare.amountGained', { amount }), `COUNTIFS(${where},${plan})-${kept}`),
    figure(`${key}:lost`, say('compare.amountLost', { amount }), `COUNTIFS(${where},${today})-${kept}`),
  ];
}
