import { FILES } from '../../loads/file';
import { isReversed } from '../../plan/change-log';
import { serialAt } from '../../plan/serial';
import { FILE_NAMES } from '../loads/layout';
import type { TableColumn } from '../spec';
import type { LogContext } from './context';
import { LINES } from './layout';

type Logged = LogContext['log'][number];

/** The columns of the log. Their figures are what was true when each change was accepted: values. */
export const columnsOf = (context: LogContext): TableColumn[] => {
  const made = columnMaker(context);
  return [
    ...whatWentWhere(context, made),
    ...whatItDid(context, made),
    ...whoDecided(context, made),
    ...whatWasLoaded(context, made),
    statusColumn(context, made),
  ];
};

/** In characters; columns that only some logs have are as wide as what is in them, wherever they stand. */
const WIDTHS: Readonly<Record<keyof typeof LINES, number>> = {
  id: 11,
  at: 17,
  by: 18,
  account: 30,
  key: 21,
  from: 21,
  to: 21,
  reason: 26,
  against: 26,
  note: 30,
  effective: 13,
  until: 13,
  fromBefore: 12,
  fromAfter: 12,
  toBefore: 12,
  toAfter: 12,
  quota: 16,
  payFrom: 16,
  payTo: 16,
  payWhy: 30,
  booked: 16,
  decidedBy: 18,
  decidedAt: 17,
  loadFile: 24,
  loadedAt: 17,
  result: 26,
  status: 14,
};

export const widthsOf = (columns: readonly TableColumn[]): number[] =>
  columns.map(({ key }) => WIDTHS[key as keyof typeof LINES]);

/** Whole minutes. */
const serial = (iso: string): number => serialAt(Math.floor(Date.parse(iso) / 60_000) * 60_000);

/** Columns of words, days, minutes, shares and figures, with one cell a change. */
function columnMaker({ say, log }: LogContext) {
  const column =
    <Told extends string | number>(format: string | undefined, align: 'left' | 'right') =>
    (key: keyof typeof LINES, cellOf: (change: Logged, n: number) => Told | ''): TableColumn => ({
      key,
      header: say(LINES[key]),
      cells: log.map(cellOf),
      ...(format === undefined ? {} : { format }),
      align,
    });
  return {
    text: column<string>(undefined, 'left'),
    day: column<number>(say('sheet.dateFormat'), 'left'),
    minute: column<number>(`${say('sheet.dateFormat')} hh:mm`, 'left'),
    share: column<number>('0%', 'right'),
    whole: column<number>('#,##0', 'right'),
    cents: column<number>('#,##0.00', 'right'),
  };
}
type Maker = ReturnType<typeof columnMaker>;

const whatWentWhere = ({ notes }: LogContext, { text, day, minute }: Maker): TableColumn[] => [
  text('id', ({ id }) => id),
  minute('at', ({ at }) => serial(at)),
  text('by', ({ by }) => by),
  text('account', ({ name }) => name),
  text('key', ({ account }) => account),
  text('from', ({ from }) => from),
  text('to', ({ to }) => to),
  text('reason', ({ reason }) => reason),
  text('against', ({ against = '' }) => against),
  { ...text('note', ({ id }) => notes.get(id) ?? ''), style: 'input', typed: true },
  day('effective', ({ effective }) => serial(effective)),
  day('until', ({ until }) => (until === undefined ? '' : serial(until))),
];

/** What it did to balance, quota, pay and bookings; the last two where anything is known of them. */
const whatItDid = ({ say, log }: LogContext, { text, share, whole, cents }: Maker): TableColumn[] => [
  share('fromBefore', ({ fromShare }) => fromShare?.[0] ?? ''),
  share('fromAfter', ({ fromShare }) => fromShare?.[1] ?? ''),
  share('toBefore', ({ toShare }) => toShare?.[0] ?? ''),
  share('toAfter', ({ toShare }) => toShare?.[1] ?? ''),
  whole('quota', ({ quota }) => quota?.rows.reduce((sum, [, amount]) => sum + amount, 0) ?? ''),
  ...(log.every(({ pay }) => pay === undefined)
    ? []
    : [
        cents('payFrom', ({ pay }) => pay?.from ?? ''),
        cents('payTo', ({ pay }) => pay?.to ?? ''),
        text('payWhy', ({ pay }) => (pay?.why === undefined ? '' : say(`log.pay.${pay.why}`))),
      ]),
  ...(log.every(({ booked }) => booked === undefined) ? [] : [whole('booked', ({ booked }) => booked ?? '')]),
];

const whoDecided = ({ log }: LogContext, { text, minute }: Maker): TableColumn[] =>
  log.every(({ decidedBy }) => decidedBy === undefined)
    ? []
    : [
        text('decidedBy', ({ decidedBy = '' }) => decidedBy),
        minute('decidedAt', ({ decidedBy, at }) => (decidedBy === undefined ? '' : serial(at))),
      ];

/** What a loader made of it, where a file was loaded. */
function whatWasLoaded({ say, log }: LogContext, { text, minute }: Maker): TableColumn[] {
  if (log.every(({ loaded }) => loaded === undefined)) return [];
  const fileName = (key: string): string => {
    const id = FILES.find((file) => file === key);
    return id === undefined ? key : say(FILE_NAMES[id]);
  };
  return [
    text('loadFile', ({ loaded }) => (loaded?.files ?? []).map(fileName).join(', ')),
    minute('loadedAt', ({ loaded }) => (loaded === undefined ? '' : serial(loaded.at))),
    text('result', ({ loaded }) =>
      loaded === undefined ? '' : say(`log.result.${loaded.result}`, { error: loaded.error ?? 'none' }),
    ),
  ];
}

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

const statusColumn = ({ say, log, at }: LogContext, { text }: Maker): TableColumn =>
  text('status', (_, n) => say(statusOf(log, n, at.slice(0, 10))));
