import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import type { Decision } from '../../plan/sign-off';
import type { TableKey } from '../../reports/names';
import { decisionSaid } from '../../reports/sign-off/words';
import { speak } from '../../text/say';
import type { Action } from '../action';
import { whereOwn } from '../own-table';
import type { FillCell } from '../ports';
import { markOf, signedIn } from '../sign-off-sources';
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
    const { teams, trades } = signedIn(understanding, standing, today);
    const said = { value: decisionSaid(words, signature.said) };
    const table: TableKey = 'manager' in signature ? 'signOffTeams' : 'signOffTrades';
    const own = await whereOwn(workbook, understanding.book.survey, 'sign-off', table);
    if (own === undefined) throw new Failure('noSignOff');
    const isNamed = (a: string, b: string) => foldText(a) === foldText(b);
    let cells: Readonly<Record<string, FillCell>>;
    let says: Readonly<Record<string, string>>;
    if ('manager' in signature) {
      const team = teams.find(({ manager }) => isNamed(manager, signature.manager));
      if (team === undefined) throw new Failure('noTeam', { name: signature.manager });
      says = { manager: team.manager };
      cells = {
        said,
        on: { value: signature.said === '' ? '' : today, format: words('sheet.dateFormat') },
        plan: { value: markOf(standing.record) },
        ...(signature.comment !== undefined && { comment: { value: signature.comment.trim() } }),
      };
    } else {
      const trade = trades.find(({ from, to }) => isNamed(from, signature.from) && isNamed(to, signature.to));
      if (trade === undefined) throw new Failure('noTrade', { from: signature.from, to: signature.to });
      says = { from: trade.from, to: trade.to };
      cells = { [signature.side]: said };
    }
    const byHeader = <Cell>(of: Readonly<Record<string, Cell>>) =>
      new Map(Object.entries(of).map(([key, cell]) => [own.header(key), cell] as const));
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
    change({
      news: say('news.signed', {
        open: now.teams.filter(({ state: is }) => is !== 'signed').length,
        teams: now.teams.length,
        waiting: now.trades.filter(({ state: is }) => is !== 'agreed').length,
        trades: now.trades.length,
      }),
    });
  },
};
