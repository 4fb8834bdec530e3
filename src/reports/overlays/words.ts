import { OVERLAY_KINDS, OVERLAY_MEASURES, overlayKey, type OverlayMeasure } from '../../plan/overlays';
import { named } from '../../text/heard';
import { LANGUAGES, speak, type Say } from '../../text/say';
import type { OverlayRole } from './context';

/** `SE`, `Expert Retail`. */
export const roleName = (say: Say, { kind, vertical }: Pick<OverlayRole, 'kind' | 'vertical'>): string =>
  [say(`overlays.role.${kind}`), ...(vertical === undefined ? [] : [vertical])].join(' ');

/** The key of a role by its name in any of our languages. */
export function roleOf(name: string): string | undefined {
  const text = name.trim();
  for (const kind of OVERLAY_KINDS)
    for (const language of LANGUAGES) {
      const word = speak(language)(`overlays.role.${kind}`);
      if (text.toLowerCase() === word.toLowerCase()) return kind;
      if (text.toLowerCase().startsWith(`${word.toLowerCase()} `))
        return overlayKey(kind, text.slice(word.length + 1));
    }
  return undefined;
}

export function measureName(say: Say, measure: OverlayMeasure): string {
  if (measure === 'seats') return say('overlays.seats');
  return measure === 'count' ? say('metric.count') : say(`field.${measure}`);
}

/** A measure by its name in any of our languages; what is none comes back as it is. */
export const measureOf = (name: string): string => named(OVERLAY_MEASURES, name, measureName) ?? name.trim();
