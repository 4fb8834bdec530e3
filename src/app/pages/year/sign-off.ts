import { daySerial } from '../../../plan/schedule';
import type { Say } from '../../../text/say';
import { openIn, signedIn, type TradeCount } from '../../sign-off-sources';
import { standingSheets } from '../../standing-sheets';
import type { StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';

/** How far the round of signatures is. */
export interface SignOffView {
  /** How many managers, and how many trades, are still open; of how many. */
  readonly counts: readonly string[];
  readonly isOpen: boolean;
  readonly managers: readonly { readonly name: string; readonly text: string }[];
  readonly trades: readonly (Pick<TradeCount, 'from' | 'to'> & { readonly text: string })[];
  /** The sheet on which it is signed is there. */
  readonly stands: boolean;
}

/** Undefined where nobody leads a territory. @param today ISO day */
export function signOffIn(
  understanding: Understanding,
  standing: StandingPlan,
  say: Say,
  today: string,
): SignOffView | undefined {
  const signed = signedIn(understanding, standing, daySerial(today));
  const { teams, trades } = signed;
  if (teams.length === 0) return undefined;
  const { open, waiting } = openIn(signed);
  return {
    counts: [
      say('year.signOffTeams', { open, teams: teams.length }),
      ...(trades.length === 0 ? [] : [say('year.signOffTrades', { waiting, trades: trades.length })]),
    ],
    isOpen: open + waiting > 0,
    managers: teams.map(({ manager, state }) => ({
      name: manager,
      text: say('year.signOffTeam', { manager, state: say(`signOff.state.${state}`) }),
    })),
    trades: trades.map(({ from, to, accounts, state, waits }) => ({
      from,
      to,
      text: say('year.signOffTrade', {
        ...{ from, to, count: accounts },
        state: say(`signOff.trade.${state}`, { who: waits }),
      }),
    })),
    stands: standingSheets(understanding)({ key: 'sign-off' }),
  };
}
