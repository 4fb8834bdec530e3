import { overlays } from './overlays';
import { events } from './events';
import { mismatches } from './mismatches';
import { pane } from './pane';
import { quota } from './quota';
import { score } from './score';
import { segments } from './segments';
import { sheets } from './sheets';
import { trouble } from './trouble';
import { workload } from './workload';
import { year } from './year';

/** English: the first language, and the list of every sentence there is. ICU message format. */
export const en = {
  ...sheets,
  ...pane,
  ...trouble,
  ...quota,
  ...score,
  ...segments,
  ...overlays,
  ...workload,
  ...year,
  ...events,
  ...mismatches,
} as const;
