import type { rest as english } from '../en/rest';
import { accountEvents } from './account-events';
import { approval } from './approval';
import { beside } from './beside';
import { copies } from './copies';
import { events } from './events';
import { mismatches } from './mismatches';
import { open } from './open';
import { overlays } from './overlays';
import { quality } from './quality';
import { quota } from './quota';
import { score } from './score';
import { segments } from './segments';
import { sheets } from './sheets';
import { signOff } from './sign-off';
import { territory } from './territory';
import { workload } from './workload';
import { year } from './year';

export const rest: Record<keyof typeof english, string> = {
  ...sheets,
  ...approval,
  ...accountEvents,
  ...quality,
  ...quota,
  ...score,
  ...segments,
  ...open,
  ...signOff,
  ...overlays,
  ...workload,
  ...year,
  ...events,
  ...territory,
  ...mismatches,
  ...copies,
  ...beside,
};
