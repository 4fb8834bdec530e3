import { caption } from '../blocks';
import { textsTable } from '../list-number';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import { type CellsBlock, type SheetSpec } from '../spec';
import type { SegmentsContext } from './context';
import {
  checksRow,
  COUNTED,
  COUNTED_COLUMNS,
  GOALS,
  LISTED,
  LEAST_PRINTED,
  RULES,
  segmentsRow,
  TEXTS,
  WIDTHS,
} from './layout';
import { marketsBlock, marketsTable } from './markets';
import { segmentRemarks } from './remarks';
import {
  counted,
  linesBlocks,
  listedBlock,
  MARKETS_AT,
  measuresBlock,
  names,
  rulesCounted,
  wordsBlocks,
} from './counted';
import {
  channelsTable,
  checksBlock,
  goalsTable,
  rulesTable,
  segmentsTable,
  settingsTable,
  worthInWords,
} from './tables';
import { effortInWords } from './effort';

const FOLDED = Array.from({ length: COUNTED_COLUMNS }, (_, c) => COUNTED.column + c);

/** What a table is called, and between that and its head how some of its figures are meant. @param row of the head */
const captionWith = (row: number, title: string, words: readonly string[]): CellsBlock => ({
  kind: 'cells',
  row: row - 1 - words.length,
  column: 0,
  cells: [
    [{ value: title, style: 'headline' }],
    ...words.map((value) => [{ value, style: 'note' as const }]),
  ],
});

/** The sheet as it is going to be written. */
export function build(context: SegmentsContext): SheetSpec {
  const { say, layer, record, rules, own, channel, market, asAt } = context;
  const title = say('segments.title', { plan: planNameIn(say, record.settings) });
  const [ofSegments, ofChannels] = [effortInWords(context, 'segment'), effortInWords(context, 'channel')];
  const top = (own === undefined ? segmentsRow(rules.length) : RULES.row) + ofSegments.length - 1;
  const listed = own === undefined ? LISTED : own.listed.length + 1;
  const shown = own === undefined ? new Set(rules.map(({ name }) => name.toLowerCase())).size + 2 : listed;
  const channelsRow = top + shown + 3 + ofChannels.length;
  const marketsRow = channelsRow + (channel?.listed.length ?? 0) + 1 + 5;
  const segments = segmentsTable(context, top, shown);
  const channels = channelsTable(context, channelsRow);
  const printed = Math.max(LEAST_PRINTED, segments.columns.length, channels.columns.length);
  return {
    layer,
    key: 'segments',
    name: say('sheet.segments'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: title, style: 'title' }],
          [
            {
              value: say(own === undefined ? 'segments.about' : 'segments.aboutOwn', {
                column: own?.header ?? '',
              }),
              style: 'note',
            },
          ],
          [{ value: segmentRemarks(context)(say).join(' '), style: 'note' }],
          ...(own === undefined
            ? [[{ value: say('segments.asAt', { date: dateIn(say, asAt) }), style: 'note' as const }]]
            : []),
        ],
      },
      settingsTable(context),
      caption(GOALS.row, say('segments.goals'), GOALS.column),
      goalsTable(context),
      ...(own === undefined
        ? [
            caption(RULES.row, say('segments.rules')),
            rulesTable(context),
            checksBlock(context, checksRow(rules.length)),
          ]
        : []),
      captionWith(top, say('segments.bySegment'), ofSegments),
      segments,
      captionWith(channelsRow, say('segments.byChannel'), ofChannels),
      channels,
      caption(marketsRow - 1, say('segments.markets')),
      {
        kind: 'cells',
        row: marketsRow - 1,
        column: 0,
        cells: [[{ value: worthInWords(context), style: 'note' }]],
      },
      marketsTable(context, marketsRow),
      counted(context),
      ...(own === undefined
        ? [rulesCounted(context), listedBlock(context), ...linesBlocks(context), ...wordsBlocks(context)]
        : []),
      measuresBlock(context),
      marketsBlock(context, market?.listed ?? [], MARKETS_AT),
      textsTable(
        context,
        'segmentTexts',
        TEXTS,
        context.sizes.map(({ number }) => number),
      ),
    ],
    names: names(context),
    charts: [],
    conditional: [],
    widths: [...WIDTHS, ...FOLDED.map(() => 14), 3, 30, 24, 24, 14],
    hidden: FOLDED,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS.slice(0, printed)), {
      columns: printed,
      titleColumn: 0,
    }),
  };
}
