import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import type { Decision } from '../../plan/sign-off';
import type { TableKey } from '../../reports/names';
import { decisionSaid } from '../../reports/sign-off/words';
import { speak, type Say } from '../../text/say';
import type { Action } from '../action';
import { whereOwn } from '../own-table';
import type { FillCell } from '../ports';
import { markOf, openIn, signedIn, type Signed } from '../sign-off-sources';
import { dateSerial } from '../time';
import { hasStandingPlan } from './write-sheet';

/** What a manager says to the plan, or one of two to a trade; blank takes it back. */
export type Signature =
  | { readonly manager: string; readonly said: Decision | ''; readonly comment?: string }
  | {
      readonly from: string;
      readonly to: string;
      readonly side: 'gives' | 'takes';
      readonly said: Decision | '';
    };

/** Types a signature into its blue cells, with the day; what was signed is the plan that stands. */
export const signOff: Action<[signature: Signature]> = {
  name: 'sign-off',
  label: 'action.sign',
  doing: 'writing.signOff',
  when: hasStandingPlan,
  async perform({ workbook, look, state, change, say, clock, onProgress }, signature) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    const words = speak(understanding.settings.language);
    const today = dateSerial(clock.now());
    const table: TableKey = 'manager' in signature ? 'signOffTeams' : 'signOffTrades';
    const own = await whereOwn(workbook, understanding.book.survey, 'sign-off', table);
    if (own === undefined) throw new Failure('noSignOff');
    const signed = signedIn(understanding, standing, today);
    const { says, cells } = lineOf(signature, signed, words, today, markOf(standing.record));
    // A sheet that an earlier version wrote has no column of what was counted.
    const byHeader = <Cell>(of: Readonly<Record<string, Cell>>) =>
      new Map(
        Object.entries(of).flatMap(([key, cell]) =>
          key === 'figures' && !own.has(key) ? [] : [[own.header(key), cell] as const],
        ),
      );
    await workbook.apply(
      {
        layer: MAIN_LAYER,
        fill: [{ ref: own.ref, row: { says: byHeader(says) }, cells: byHeader(cells) }],
        sheets: [],
        decision: false,
      },
      onProgress,
    );
    const after = await look();
    const stands = state().standing;
    if (after === undefined || stands === undefined) return;
    const now = signedIn(after, stands, today);
    const counts = { ...openIn(now), teams: now.teams.length, trades: now.trades.length };
    change({ news: say('news.signed', counts) });
  },
};

/**
 * The row that a signature goes to, and what it types there, by the keys of columns.
 * @throws Failure `noTeam`, `noTrade`
 */
function lineOf(
  signature: Signature,
  { teams, trades }: Signed,
  words: Say,
  today: number,
  plan: string,
): { readonly says: Readonly<Record<string, string>>; readonly cells: Readonly<Record<string, FillCell>> } {
  const isNamed = (a: string, b: string) => foldText(a) === foldText(b);
  const said = { value: decisionSaid(words, signature.said) };
  if ('manager' in signature) {
    const { manager: name, comment } = signature;
    const team = teams.find(({ manager }) => isNamed(manager, name));
    if (team === undefined) throw new Failure('noTeam', { name });
    return {
      says: { manager: team.manager },
      cells: {
        said,
        on: { value: signature.said === '' ? '' : today, format: words('sheet.dateFormat') },
        plan: { value: plan },
        figures: { value: team.figures },
        ...(comment !== undefined && { comment: { value: comment.trim() } }),
      },
    };
  }
  const { from, to, side } = signature;
  const trade = trades.find((one) => isNamed(one.from, from) && isNamed(one.to, to));
  if (trade === undefined) throw new Failure('noTrade', { from, to });
  // What the other one said, he said of other accounts.
  const other = side === 'gives' ? 'takes' : 'gives';
  const lost = trade.state === 'changed' ? { [other]: { value: '' } } : {};
  return {
    says: { from: trade.from, to: trade.to },
    cells: { [side]: said, ...lost, figures: { value: trade.figures } },
  };
}
