import type { en } from '../en';
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

/** German: proof that every sentence can be translated. */
export const de: Record<keyof typeof en, string> = {
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
};
