import { FILES } from '../../loads/file';
import { isReversed } from '../../plan/change-log';
import { serialAt } from '../../plan/serial';
import { FILE_NAMES } from '../loads/layout';
import { tableName } from '../names';
import { printOf, widthOf } from '../print';
import type { SheetSpec, TableColumn } from '../spec';
import type { LogContext } from './context';
import { LINES } from './layout';

const TABLE_ROW = 4;
const WIDTHS = [11, 17, 18, 30, 21, 21, 21, 26, 26, 30, 13, 13, 12, 12, 12, 12, 16, 16, 14];
/** Whole minutes. */
const serial = (iso: string): number => serialAt(Math.floor(Date.parse(iso) / 60_000) * 60_000);

/** How a change stands as of a day. */
function statusOf(log: LogContext['log'], n: number, day: string) {
  const change = log[n];
  if (change === undefined) return 'log.accepted';
  if (change.kind === 'rejected') return 'log.rejected';
  if (change.kind === 'account') return 'log.noted';
  if (isReversed(log, n))
    return change.until !== undefined && change.until < day ? 'log.coverEnded' : 'log.reversed';
  if (change.effective > day) return 'log.scheduled';
  if (change.loaded?.result === 'loaded') return 'log.applied';
  return change.decidedBy === undefined ? 'log.accepted' : 'log.approved';
}

/** The sheet as it is going to be written. Its figures are what was true when each change was accepted: values. */
export function build({ say, layer, log, notes, metric, at }: LogContext): SheetSpec {
  const text = (key: keyof typeof LINES, cells: readonly string[]): TableColumn => ({
    key,
    header: say(LINES[key]),
    cells,
    align: 'left',
  });
  const share = (key: 'fromBefore' | 'fromAfter' | 'toBefore' | 'toAfter'): TableColumn => ({
    key,
    header: say(LINES[key]),
    cells: log.map(({ fromShare, toShare }) => {
      const of = key.startsWith('from') ? fromShare : toShare;
      return of?.[key.endsWith('Before') ? 0 : 1] ?? '';
    }),
    format: '0%',
    align: 'right',
  });
  const pay = (
    key: 'payFrom' | 'payTo',
    of: (pay: NonNullable<LogContext['log'][number]['pay']>) => number | null,
  ): TableColumn => ({
    key,
    header: say(LINES[key]),
    cells: log.map(({ pay: one }) => (one === undefined ? '' : (of(one) ?? ''))),
    format: '#,##0.00',
    align: 'right',
  });
  const fileName = (key: string): string => {
    const id = FILES.find((file) => file === key);
    return id === undefined ? key : say(FILE_NAMES[id]);
  };
  return {
    layer,
    key: 'change-log',
    name: say('sheet.changeLog'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('log.title'), style: 'title' }],
          [{ value: say('log.headline', { count: log.length }), style: 'headline' }],
          [{ value: say('log.note.sheet', { metric }), style: 'note' }],
        ],
      },
      {
        kind: 'table',
        row: TABLE_ROW,
        column: 0,
        name: tableName(layer, 'changeLog'),
        rows: log.length,
        known: ['id'],
        columns: [
          text(
            'id',
            log.map(({ id }) => id),
          ),
          {
            key: 'at',
            header: say(LINES.at),
            cells: log.map((change) => serial(change.at)),
            format: `${say('sheet.dateFormat')} hh:mm`,
            align: 'left',
          },
          text(
            'by',
            log.map(({ by }) => by),
          ),
          text(
            'account',
            log.map(({ name }) => name),
          ),
          text(
            'key',
            log.map(({ account }) => account),
          ),
          text(
            'from',
            log.map(({ from }) => from),
          ),
          text(
            'to',
            log.map(({ to }) => to),
          ),
          text(
            'reason',
            log.map(({ reason }) => reason),
          ),
          text(
            'against',
            log.map(({ against = '' }) => against),
          ),
          {
            ...text(
              'note',
              log.map(({ id }) => notes.get(id) ?? ''),
            ),
            style: 'input',
            typed: true,
          },
          {
            key: 'effective',
            header: say(LINES.effective),
            cells: log.map(({ effective }) => serial(effective)),
            format: say('sheet.dateFormat'),
            align: 'left',
          },
          {
            key: 'until',
            header: say(LINES.until),
            cells: log.map(({ until }) => (until === undefined ? '' : serial(until))),
            format: say('sheet.dateFormat'),
            align: 'left',
          },
          share('fromBefore'),
          share('fromAfter'),
          share('toBefore'),
          share('toAfter'),
          {
            key: 'quota',
            header: say(LINES.quota),
            cells: log.map(({ quota }) => quota?.rows.reduce((sum, [, amount]) => sum + amount, 0) ?? ''),
            format: '#,##0',
            align: 'right',
          },
          ...(log.every(({ pay }) => pay === undefined)
            ? []
            : [
                pay('payFrom', ({ from }) => from),
                pay('payTo', ({ to }) => to),
                text(
                  'payWhy',
                  log.map(({ pay: of }) => (of?.why === undefined ? '' : say(`log.pay.${of.why}`))),
                ),
              ]),
          ...(log.every(({ booked }) => booked === undefined)
            ? []
            : [
                {
                  key: 'booked',
                  header: say(LINES.booked),
                  cells: log.map(({ booked = '' }) => booked),
                  format: '#,##0',
                  align: 'right' as const,
                },
              ]),
          ...(log.every(({ decidedBy }) => decidedBy === undefined)
            ? []
            : [
                text(
                  'decidedBy',
                  log.map(({ decidedBy = '' }) => decidedBy),
                ),
                {
                  key: 'decidedAt',
                  header: say(LINES.decidedAt),
                  cells: log.map((change) => (change.decidedBy === undefined ? '' : serial(change.at))),
                  format: `${say('sheet.dateFormat')} hh:mm`,
                  align: 'left' as const,
                },
              ]),
          ...(log.every(({ loaded }) => loaded === undefined)
            ? []
            : [
                text(
                  'loadFile',
                  log.map(({ loaded }) => (loaded?.files ?? []).map(fileName).join(', ')),
                ),
                {
                  key: 'loadedAt',
                  header: say(LINES.loadedAt),
                  cells: log.map(({ loaded }) => (loaded === undefined ? '' : serial(loaded.at))),
                  format: `${say('sheet.dateFormat')} hh:mm`,
                  align: 'left' as const,
                },
                text(
                  'result',
                  log.map(({ loaded }) =>
                    loaded === undefined
                      ? ''
                      : say(`log.result.${loaded.result}`, { error: loaded.error ?? 'none' }),
                  ),
                ),
              ]),
          text(
            'status',
            log.map((_, n) => say(statusOf(log, n, at.slice(0, 10)))),
          ),
        ],
      },
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: WIDTHS,
    freezeRows: TABLE_ROW + 1,
    print: printOf(say, say('log.title'), at, widthOf(WIDTHS), { titleRow: TABLE_ROW, titleColumn: 0 }),
  };
}
