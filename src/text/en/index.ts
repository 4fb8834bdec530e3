import { open } from './open';
import { overlays } from './overlays';
import { copies } from './copies';
import { events } from './events';
import { mismatches } from './mismatches';
import { pane } from './pane';
import { quality } from './quality';
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
  ...quality,
  ...quota,
  ...score,
  ...segments,
  ...open,
  ...overlays,
  ...workload,
  ...year,
  ...events,
  ...mismatches,
  ...copies,
} as const;
