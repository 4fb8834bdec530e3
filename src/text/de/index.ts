import type { en } from '../en';
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

/** German: proof that every sentence can be translated. */
export const de: Record<keyof typeof en, string> = {
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
};
