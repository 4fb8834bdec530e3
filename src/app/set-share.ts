import { Failure } from '../plan/failures';
import type { ActionContext } from './action';
import { refuseWithoutAccepted } from './changes';
import { isClosedSeat } from './closed';
import { ownersIn } from './schedule';
import { standingAssignment } from './standing-assignment';
import { seatFill } from './team-rows';
import { territoryIndex } from './territory-called';

/** A territory's share becomes nothing, or what it was before, and its seat's row on the log says so. */
export async function setShare(
  context: ActionContext,
  territory: string,
  what: 'close' | 'reopen',
): Promise<void> {
  const { workbook, clock, look, state, change, say } = context;
  const understanding = await look();
  const { standing } = state();
  if (understanding === undefined || standing === undefined) return;
  refuseWithoutAccepted(understanding);
  const j = territoryIndex(standing, territory);
  const { record, assignment } = standing;
  const { id, name, share: before = 1 } = record.territories[j] ?? { id: '', name: territory };
  const isClosed = isClosedSeat(understanding, id);
  if (isClosed === (what === 'close')) throw new Failure('closedAlready', { name, what });
  if (what === 'close') {
    const accepted = standingAssignment(understanding, record, 'accepted');
    const count = assignment.filter((at, i) => at === j || accepted[i] === j).length;
    if (count > 0) throw new Failure('notEmpty', { name, count });
    const open = record.territories.filter((one, k) => k !== j && !isClosedSeat(understanding, one.id));
    if (open.length === 0) throw new Failure('lastOpen', { name });
  }
  const value = what === 'close' ? 0 : before > 0 ? before : 1;
  const fill = await seatFill(understanding, workbook, id, 'territories', { share: { value } });
  if (fill.length === 0) throw new Failure('neededTableGone', { name: 'EfTerritories' });
  const owner = ownersIn(understanding, record)[j] ?? '';
  const { fillAndLog } = await import('./fill-and-log');
  const remarks = await fillAndLog(context, fill, {
    territory: name,
    ...(what === 'close' ? { from: owner, to: '' } : { from: '', to: owner }),
    reason: say(what === 'close' ? 'log.closed' : 'log.reopened'),
    effective: clock.now().toISOString().slice(0, 10),
  });
  if (remarks === undefined) return;
  const news = say(what === 'close' ? 'news.closed' : 'news.reopened', { name });
  change({ news: [news, ...remarks].join(' ') });
}
