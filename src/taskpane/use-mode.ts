import { useEffect, useState } from 'react';
import type { Mode } from './theme';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

/**
 * Light, dark or high contrast: as Office says where it says anything (not on the web), else as the
 * system prefers. Forced colours win over both.
 */
export function useMode(office: 'light' | 'dark' | undefined): Mode {
  const [mode, setMode] = useState<Mode>(() => currentMode(office));
  useEffect(() => {
    const queries = [DARK, CONTRAST].map((query) => matchMedia(query));
    const update = () => {
      setMode(currentMode(office));
    };
    update();
    queries.forEach((query) => {
      query.addEventListener('change', update);
    });
    return () => {
      queries.forEach((query) => {
        query.removeEventListener('change', update);
      });
    };
  }, [office]);
  return mode;
}

function currentMode(office: 'light' | 'dark' | undefined): Mode {
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return office ?? (matchMedia(DARK).matches ? 'dark' : 'light');
}
