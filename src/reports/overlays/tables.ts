import type { Cell } from '../../plan/cells';
import { headsOf } from '../blocks';
import { ownColumn } from '../context';
import { overlayName, tableName } from '../names';
import { columnRef, criterion, literal, sought, thisRow, type TableBlock, type TableColumn } from '../spec';
import type { OverlayLine, OverlaysContext } from './context';
import { COLUMNS, podsRow, ROLES, SETTINGS } from './layout';
import { measureName, roleName } from './words';

/** What stands in the rows of territories that were taken out of the list. */
const GONE = '–';

const column = <Table extends keyof typeof COLUMNS>(
  { say, layer }: OverlaysContext,
  table: Table,
  key: keyof (typeof COLUMNS)[Table],
): string => columnRef(tableName(layer, table), say(COLUMNS[table][key] as 'overlays.role'));

/** The column of a role beside territories: who is there, and what there is to do. */
const podColumn = (context: OverlaysContext, line: OverlayLine, what: 'role' | 'load'): string =>
  columnRef(tableName(context.layer, 'overlayPods'), podHeader(context, line, what));

const podHeader = (
  { say }: Pick<OverlaysContext, 'say'>,
  line: OverlayLine,
  what: 'role' | 'load',
): string => (what === 'role' ? roleName(say, line) : say('overlays.loadOf', { role: roleName(say, line) }));

/** A formula for the role that stands in this row. */
const byRole = ({ say, lines }: OverlaysContext, one: (line: OverlayLine, n: number) => string): string =>
  lines.reduceRight(
    (rest, line, n) =>
      `IF(${thisRow(say('overlays.role'))}=${literal(roleName(say, line))},${one(line, n)},${rest})`,
    '""',
  );

export function settingsTable({ say, layer, tolerance }: OverlaysContext): TableBlock {
  const head = headsOf(say, COLUMNS.overlaySettings);
  return {
    kind: 'table',
    ...SETTINGS,
    name: tableName(layer, 'overlaySettings'),
    rows: 1,
    columns: [
      { ...head('setting'), cells: [say('overlays.set.tolerance')] },
      { ...head('value'), cells: [tolerance], style: 'input', align: 'left', format: '0%' },
      { ...head('unit'), cells: [say('overlays.unit.tolerance')] },
      { ...head('meaning'), cells: [say('overlays.means.tolerance')] },
    ],
  };
}

export function rolesTable(context: OverlaysContext): TableBlock {
  const { say, layer, lines } = context;
  const head = headsOf(say, COLUMNS.overlayRoles);
  const people = (what: 'role' | 'share') => column(context, 'overlayPeople', what);
  const me = criterion(thisRow(say('overlays.role')));
  const own = (key: keyof typeof COLUMNS.overlayRoles) => thisRow(say(COLUMNS.overlayRoles[key]));
  const prompt = { title: say('overlays.by'), message: say('overlays.byPrompt') };
  const figure = (key: keyof typeof COLUMNS.overlayRoles, cells: string, format: string): TableColumn => ({
    ...head(key),
    cells: `=${cells}`,
    format,
    align: 'right',
  });
  /** Of a vertical only territories that have accounts of it are to be covered. */
  const where = (line: OverlayLine) =>
    line.vertical === undefined
      ? `${column(context, 'overlayPods', 'territory')},"<>${GONE}"`
      : `${podColumn(context, line, 'load')},">0"`;
  const counted = `INDEX(${overlayName(layer, 'ratios')},MATCH(${own('role')},${overlayName(layer, 'roles')},0))`;
  return {
    kind: 'table',
    ...ROLES,
    name: tableName(layer, 'overlayRoles'),
    rows: lines.length,
    known: ['role'],
    columns: [
      { ...head('role'), cells: lines.map((line) => roleName(say, line)), align: 'left' },
      {
        ...head('ratio'),
        cells: lines.map(({ ratio }) => ratio),
        style: 'input',
        format: 'General',
        align: 'right',
      },
      {
        ...head('by'),
        cells: lines.map(({ by }) => measureName(say, by)),
        style: 'input',
        indent: 1,
        validation: { list: `=${overlayName(layer, 'measures')}`, prompt, error: prompt },
      },
      figure('people', `COUNTIFS(${people('role')},${me})`, '#,##0'),
      figure('here', `SUMIFS(${people('share')},${people('role')},${me})`, '0.00'),
      figure(
        'cover',
        byRole(context, (line) => `SUMIFS(${column(context, 'overlayPods', 'share')},${where(line)})`),
        '0.00',
      ),
      figure('needed', `IFERROR(${own('cover')}/${counted},"")`, '0.00'),
      figure('whole', `IF(ISNUMBER(${own('needed')}),ROUNDUP(ROUND(${own('needed')},6),0),"")`, '0'),
      figure(
        'difference',
        `IF(ISNUMBER(${own('needed')}),${own('here')}-${own('needed')},"")`,
        '+0.00;-0.00;0.00',
      ),
      figure(
        'load',
        byRole(context, (line) => `SUM(${podColumn(context, line, 'load')})`),
        '#,##0',
      ),
      {
        ...figure(
          'open',
          byRole(context, (line) => `COUNTIFS(${where(line)},${podColumn(context, line, 'role')},"")`),
          '#,##0',
        ),
        // A role that nobody has is no gap in the pods: how many are needed is told beside it.
        conditional: [{ kind: 'formula', formula: `=({cell}>0)*(${relative('people')}>0)`, look: 'bad' }],
      },
      figure(
        'openLoad',
        byRole(
          context,
          (line) => `SUMIFS(${podColumn(context, line, 'load')},${podColumn(context, line, 'role')},"")`,
        ),
        '#,##0',
      ),
    ],
  };
}

/** The cell of people in the first row of roles: conditional formats take no structured reference. */
const relative = (key: 'people'): string => {
  const at = Object.keys(COLUMNS.overlayRoles).indexOf(key);
  return `$${String.fromCharCode(65 + ROLES.column + at)}${ROLES.row + 2}`;
};

export function podsTable(context: OverlaysContext): TableBlock {
  const { say, layer, record, lines } = context;
  const head = headsOf(say, COLUMNS.overlayPods);
  const id = thisRow(say('plan.id'));
  const listed = (header: string) =>
    `INDEX(${ownColumn(context, 'territories', header)},MATCH(${id},${ownColumn(context, 'territories', say('plan.id'))},0))`;
  const staffed = lines.filter(({ people }) => people.length > 0);
  const isOpen = (line: OverlayLine) => {
    const isEmpty = `(TRIM(${thisRow(podHeader(context, line, 'role'))})="")`;
    return line.vertical === undefined
      ? isEmpty
      : `${isEmpty}*(N(${thisRow(podHeader(context, line, 'load'))})>0)`;
  };
  const missing = staffed
    .map((line) => `IF(${isOpen(line)},${literal(`${roleName(say, line)}, `)},"")`)
    .join('&');
  const isGone = `${thisRow(say('plan.territory'))}=${literal(GONE)}`;
  return {
    kind: 'table',
    row: podsRow(lines.length),
    column: 0,
    name: tableName(layer, 'overlayPods'),
    rows: record.territories.length,
    known: ['id'],
    columns: [
      { ...head('territory'), cells: `=IFERROR(${listed(say('plan.territory'))}&"",${literal(GONE)})` },
      { ...head('owner'), cells: `=IFERROR(${listed(say('plan.owner'))}&"","")` },
      { ...head('manager'), cells: `=IFERROR(${listed(say('plan.manager'))}&"","")` },
      { ...head('id'), cells: record.territories.map((territory) => territory.id) },
      {
        ...head('share'),
        cells: `=IFERROR(N(${listed(say('plan.share'))}),0)`,
        format: '0.00',
        align: 'right',
      },
      ...lines.map((line, n): TableColumn => {
        const prompt = {
          title: roleName(say, line),
          message: say('overlays.personPrompt', { role: roleName(say, line) }),
        };
        return {
          key: `role:${line.key}`,
          header: podHeader(context, line, 'role'),
          cells: line.pods,
          style: 'input',
          indent: 1,
          validation: { list: `=${overlayName(layer, `people${n + 1}`)}`, prompt, error: prompt },
        };
      }),
      ...lines.map((line, n): TableColumn => ({
        key: `load:${line.key}`,
        header: podHeader(context, line, 'load'),
        cells: `=${loadFormula(context, line, n)}`,
        format: '#,##0',
        align: 'right',
      })),
      {
        ...head('missing'),
        cells:
          missing === ''
            ? '=""'
            : // The last comma goes.
              `=IF(${isGone},"",IFERROR(LEFT(${missing},LEN(${missing})-2),""))`,
        indent: 1,
        conditional: [{ kind: 'formula', formula: '=LEN({cell})>0', look: 'bad' }],
      },
    ],
  };
}

/**
 * What a territory has for a role, in what the role is measured by. Who keeps to a vertical has the accounts of its
 * industries; the others of the same kind have the rest, so that nothing is counted twice.
 */
function loadFormula(context: OverlaysContext, line: OverlayLine, n: number): string {
  const { layer, measures, lines, table, column: ours } = context;
  const territory = columnRef(table, ours.territory);
  const me = criterion(thisRow(context.say('plan.territory')));
  const whole = (header: string | undefined) =>
    header === undefined
      ? `COUNTIFS(${territory},${me})`
      : `SUMIFS(${columnRef(table, header)},${territory},${me})`;
  const of = (header: string | undefined, industry: string) => {
    const is = `${columnRef(table, context.industryHeader ?? '')},${criterion(literal(industry))}`;
    return header === undefined
      ? `COUNTIFS(${territory},${me},${is})`
      : `SUMIFS(${columnRef(table, header)},${territory},${me},${is})`;
  };
  const seats = `N(${thisRow(context.say('plan.share'))})`;
  const apart = [
    ...new Set(
      lines
        .filter((other) => other.kind === line.kind && other.vertical !== undefined)
        .flatMap(({ industries }) => industries),
    ),
  ];
  const inAll = (header: string | undefined): string => {
    if (line.vertical !== undefined) return line.industries.map((word) => of(header, word)).join('+');
    return [whole(header), ...apart.map((word) => of(header, word))].join('-');
  };
  const choices = measures.map(({ key, header }) => {
    if (key !== 'seats') return inAll(header);
    // A seat is one for whoever keeps to a vertical as soon as there is an account of it.
    return line.vertical === undefined ? seats : `IF(${inAll(undefined)}>0,${seats},0)`;
  });
  return `IFERROR(CHOOSE(INDEX(${overlayName(layer, 'bys')},${n + 1}),${choices.join(',')}),0)`;
}

export function peopleTable(context: OverlaysContext, row: number): TableBlock {
  const { say, layer, lines } = context;
  const head = headsOf(say, COLUMNS.overlayPeople);
  const rows = lines.flatMap((line) =>
    line.people.map((person) => ({ ...person, role: roleName(say, line) })),
  );
  const person = thisRow(say('overlays.person'));
  const me = criterion(person);
  const own = (key: keyof typeof COLUMNS.overlayPeople) => thisRow(say(COLUMNS.overlayPeople[key]));
  const shares = column(context, 'overlayPeople', 'share');
  const roles = column(context, 'overlayPeople', 'role');
  const total = `INDEX(${column(context, 'overlayRoles', 'load')},MATCH(${sought(own('role'))},${column(context, 'overlayRoles', 'role')},0))`;
  const tolerance = overlayName(layer, 'tolerance');
  const over = literal(say('workload.over'));
  const under = literal(say('workload.under'));
  const figure = (key: keyof typeof COLUMNS.overlayPeople, cells: string, format: string): TableColumn => ({
    ...head(key),
    cells: `=${cells}`,
    format,
    align: 'right',
  });
  const listed = <Value extends Cell>(of: (one: (typeof rows)[number]) => Value): (Value | '')[] =>
    rows.length === 0 ? [''] : rows.map(of);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'overlayPeople'),
    rows: Math.max(1, rows.length),
    known: ['person', 'role'],
    columns: [
      { ...head('person'), cells: listed(({ name }) => name) },
      { ...head('role'), cells: listed(({ role }) => role), align: 'left' },
      { ...head('manager'), cells: listed(({ leader }) => leader) },
      { ...head('share'), cells: listed(({ share }) => share), format: '0.00', align: 'right' },
      figure(
        'territories',
        byRole(context, (line) => `COUNTIFS(${podColumn(context, line, 'role')},${me})`),
        '#,##0',
      ),
      figure(
        'seats',
        byRole(
          context,
          (line) =>
            `SUMIFS(${column(context, 'overlayPods', 'share')},${podColumn(context, line, 'role')},${me})`,
        ),
        '0.00',
      ),
      figure(
        'load',
        byRole(
          context,
          (line) => `SUMIFS(${podColumn(context, line, 'load')},${podColumn(context, line, 'role')},${me})`,
        ),
        '#,##0',
      ),
      figure(
        'fair',
        `IFERROR(${total}*${own('share')}/SUMIFS(${shares},${roles},${criterion(own('role'))}),"")`,
        '#,##0',
      ),
      figure('ofFair', `IF(N(${own('fair')})=0,"",${own('load')}/${own('fair')})`, '0%'),
      {
        ...head('verdict'),
        cells: `=IF(ISNUMBER(${own('ofFair')}),IF(ROUND(${own('ofFair')},6)>1+${tolerance},${over},IF(ROUND(${own('ofFair')},6)<1-${tolerance},${under},"")),"")`,
        indent: 1,
        conditional: [
          { kind: 'formula', formula: `={cell}=${over}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}=${under}`, look: 'warn' },
        ],
      },
    ],
  };
}

/** Territories without somebody, names that nobody has, and whether loads add up. */
export function checkFormulas(context: OverlaysContext): readonly string[] {
  const { lines } = context;
  const roles = (key: keyof typeof COLUMNS.overlayRoles) => column(context, 'overlayRoles', key);
  const filled = lines.map((line) => {
    const cells = podColumn(context, line, 'role');
    return `ROWS(${cells})-COUNTBLANK(${cells})`;
  });
  return [
    `SUMIFS(${roles('open')},${roles('people')},">0")`,
    `${filled.join('+')}-SUM(${column(context, 'overlayPeople', 'territories')})`,
    `ROUND(SUM(${roles('load')})-SUM(${column(context, 'overlayPeople', 'load')})-SUM(${roles('openLoad')}),2)`,
  ];
}
