import { defaultSettings, type Settings } from '../plan/settings';
import type { Say } from '../text/say';

/** What a plan is called on sheets: as the user named it, else in the words of the sheet. */
export const planNameIn = (say: Say, { planName }: Pick<Settings, 'planName'>): string =>
  planName === defaultSettings.planName ? say('plan.name') : planName;
