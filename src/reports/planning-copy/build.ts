import { columnLetters } from '../../plan/cells';
import { indexFormula, outOfBandFormula } from '../band';
import { caption, heading, headsOf } from '../blocks';
import { tableName } from '../names';
import { dateIn, printOf, widthOf } from '../print';
import { columnRef, criterion, thisRow, type SheetSpec, type TableBlock, type TableColumn } from '../spec';
import type { CopyContext } from './context';
import { ACCOUNTS, TERRITORIES } from './layout';

const TERRITORIES_ROW = 7;

/** The sheet as it is going to be written. */
export function build(context: CopyContext): SheetSpec {
  const { say, layer, manager, at, accounts, territories, metrics } = context;
  const team = territories.filter(({ isTeam }) => isTeam);
  const names = new Set(team.map(({ name }) => name.toLowerCase()));
  const own = accounts.filter(({ territory }) => names.has(territory.toLowerCase())).length;
  const accountsRow = TERRITORIES_ROW + territories.length + 3;
  const title = say('copy.title', { manager });
  const widths = [24, 30, 24, 22, 24, ...metrics.flatMap(() => [16, 16, 16]), 30, 40, 24];
  return {
    layer,
    key: 'planning-copy',
    name: say('sheet.copy'),
    blocks: [
      heading(
        title,
        {
          value: say('copy.headline', {
            territories: team.length,
            accounts: own,
            border: accounts.length - own,
          }),
          style: 'headline',
        },
        say('copy.made', { date: dateIn(say, at) }),
        say('copy.what'),
        say('copy.how'),
      ),
      caption(TERRITORIES_ROW, say('copy.territories')),
      territoriesTable(context),
      caption(accountsRow, say('copy.accounts')),
      accountsTable(context, accountsRow),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths,
    freezeRows: 0,
    print: printOf(say, title, at, widthOf(widths), { titleRow: accountsRow, titleColumn: 0 }),
  };
}

/** Header of what an account comes to, and of its territory's sum, target and share. */
const header = (label: string, what: 'value' | 'target' | 'share', { say }: CopyContext): string =>
  what === 'value' ? label : say(what === 'target' ? 'copy.target' : 'copy.share', { metric: label });

/** What the team's territories and their neighbours come to with the territories that are chosen below. */
function territoriesTable(context: CopyContext): TableBlock {
  const { say, layer, territories, metrics, hasQuotas } = context;
  const column = headsOf(say, TERRITORIES);
  const accounts = (title: string) => columnRef(tableName(layer, 'copyAccounts'), title);
  const chosen = `${accounts(say(ACCOUNTS.territory))},${criterion(thisRow(say(TERRITORIES.territory)))}`;
  const figure = { format: '#,##0', align: 'right' } as const;
  return {
    kind: 'table',
    row: TERRITORIES_ROW,
    column: 0,
    name: tableName(layer, 'copyTerritories'),
    rows: territories.length,
    known: ['territory'],
    columns: [
      { ...column('territory'), cells: territories.map(({ name }) => name) },
      { ...column('owner'), cells: territories.map(({ owner }) => owner) },
      { ...column('team'), cells: territories.map(({ isTeam }) => say(isTeam ? 'sheet.yes' : 'sheet.no')) },
      {
        ...column('accounts'),
        cells: `=COUNTIFS(${chosen})+${thisRow(say(TERRITORIES.elsewhere))}`,
        ...figure,
      },
      ...metrics.flatMap(({ key, label, tolerance }, m): TableColumn[] => {
        const value = header(label, 'value', context);
        const target = header(label, 'target', context);
        return [
          {
            key: `value:${key}`,
            header: value,
            cells: territories.map(({ values }) => ({
              formula: `=SUMIFS(${accounts(value)},${chosen})+${values[m] ?? 0}`,
            })),
            ...figure,
          },
          {
            key: `target:${key}`,
            header: target,
            cells: territories.map(({ targets }) => targets[m] ?? 0),
            ...figure,
          },
          {
            key: `share:${key}`,
            header: header(label, 'share', context),
            cells: `=${indexFormula(thisRow(value), thisRow(target))}`,
            format: '0%',
            align: 'right',
            conditional: [
              {
                kind: 'formula',
                formula: `=${outOfBandFormula('{cell}', String(tolerance), 'amber')}`,
                look: 'bad',
              },
              {
                kind: 'formula',
                formula: `=${outOfBandFormula('{cell}', String(tolerance), 'green')}`,
                look: 'warn',
              },
            ],
          },
        ];
      }),
      ...(hasQuotas
        ? [{ ...column('quota'), cells: territories.map(({ quota }) => quota ?? ''), ...figure }]
        : []),
      { ...column('elsewhere'), cells: territories.map(({ elsewhere }) => elsewhere), ...figure },
    ],
  };
}

function accountsTable(context: CopyContext, row: number): TableBlock {
  const { say, layer, accounts, territories, metrics } = context;
  const column = headsOf(say, ACCOUNTS);
  const letters = columnLetters(1);
  const first = TERRITORIES_ROW + 2;
  const prompt = { title: say('validation.territory.title'), message: say('copy.pick') };
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'copyAccounts'),
    rows: accounts.length,
    known: ['key'],
    columns: [
      { ...column('key'), cells: accounts.map(({ key }) => key), align: 'left' },
      { ...column('account'), cells: accounts.map(({ name }) => name) },
      { ...column('place'), cells: accounts.map(({ place }) => place) },
      { ...column('owner'), cells: accounts.map(({ owner }) => owner) },
      { ...column('border'), cells: accounts.map(({ border }) => border) },
      ...metrics.map(({ key, label }, m): TableColumn => ({
        key: `value:${key}`,
        header: label,
        cells: accounts.map(({ values }) => values[m] ?? 0),
        format: '#,##0',
        align: 'right',
      })),
      {
        ...column('territory'),
        cells: accounts.map(({ territory }) => territory),
        style: 'editable',
        typed: true,
        validation: {
          list: `=$${letters}$${first}:$${letters}$${first + territories.length - 1}`,
          prompt,
          error: { ...prompt, message: say('validation.territory.error') },
        },
      },
      { ...column('why'), cells: accounts.map(() => ''), style: 'input', typed: true },
      { ...column('from'), cells: accounts.map(({ territory }) => territory) },
    ],
  };
}
