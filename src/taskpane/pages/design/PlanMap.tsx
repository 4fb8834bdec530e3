import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { MapPreview } from '../../../app/pages/design/preview';
import { usePane } from '../../pane-context';
import type { Mode } from '../../theme';
import { paint, pointAt, type Inks } from './map-paint';
import { useMapView, type MapViewing } from './use-map-view';

const useStyles = makeStyles({
  frame: { position: 'relative' },
  canvas: {
    display: 'block',
    width: '100%',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
    touchAction: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  tools: { position: 'absolute', insetInlineEnd: '6px', bottom: '6px', display: 'flex', gap: '4px' },
  tool: { minWidth: '28px', width: '28px', height: '28px', padding: 0 },
  label: { minHeight: '20px', margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
});

const INKS: Readonly<Record<Mode, Inks>> = {
  light: { land: '#F3F2F1', border: '#C8C6C4', text: '#1B1A19', halo: '#FFFFFF', unassigned: '#605E5C' },
  dark: { land: '#3B3A39', border: '#605E5C', text: '#FFFFFF', halo: '#1B1A19', unassigned: '#C8C6C4' },
  contrast: { land: '#000000', border: '#FFFFFF', text: '#FFFFFF', halo: '#000000', unassigned: '#FFFFFF' },
};
/** Accounts on real outlines, coloured by territory. Wheel or + and − zoom, dragging or arrows move. */
export default function PlanMap({ map, colours }: { map: MapPreview; colours: readonly string[] }) {
  const styles = useStyles();
  const { say } = usePane();
  const viewing = useMapView(map);
  const [lit, light] = useState(-1);
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(canvas, viewing.shown, map, colours, lit);
  useWheel(canvas, viewing);
  const pointer = usePointer(viewing, (account) => {
    light(account < 0 ? -1 : (map.territory[account] ?? -1));
  });
  const { shown } = viewing;
  return (
    <figure style={{ margin: 0 }}>
      <div className={styles.frame}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          style={{
            aspectRatio: shown === undefined ? '600 / 380' : `${shown.base.width} / ${shown.base.height}`,
          }}
          role="application"
          aria-label={say('map.label', { accounts: map.territory.length, territories: map.centres.length })}
          tabIndex={0}
          onKeyDown={(event) => {
            const act = viewing.onKey(event.key);
            if (act === undefined) return;
            event.preventDefault();
            act();
          }}
          {...pointer}
        />
        <div className={styles.tools}>
          <Button
            className={styles.tool}
            size="small"
            aria-label={say('map.zoomIn')}
            onClick={viewing.zoomIn}
          >
            +
          </Button>
          <Button
            className={styles.tool}
            size="small"
            aria-label={say('map.zoomOut')}
            onClick={viewing.zoomOut}
          >
            −
          </Button>
        </div>
      </div>
      <figcaption className={styles.label}>{map.centres[lit]?.name ?? say('map.hint')}</figcaption>
    </figure>
  );
}

/** Draws whenever what is shown, or the room for it, changes. */
function useDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  shown: MapViewing['shown'],
  map: MapPreview,
  colours: readonly string[],
  lit: number,
): void {
  const { mode } = usePane();
  useEffect(() => {
    const element = canvas.current;
    if (element === null || shown === undefined) return;
    const { base, view } = shown;
    const draw = () => {
      paint(element, base, map, view, colours, INKS[mode], lit);
    };
    draw();
    const sized = new ResizeObserver(draw);
    sized.observe(element);
    return () => {
      sized.disconnect();
    };
  }, [canvas, shown, map, colours, mode, lit]);
}

/** React's wheel listener is passive, and the pane must not scroll while the map zooms. */
function useWheel(canvas: RefObject<HTMLCanvasElement | null>, { zoomIn, zoomOut }: MapViewing): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      if (event.deltaY < 0) zoomIn();
      else zoomOut();
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  });
}

type Pointer = PointerEvent<HTMLCanvasElement>;

/** Dragging moves the map; pointing finds an account, −1 for none. */
function usePointer({ shown, move }: MapViewing, onPoint: (account: number) => void) {
  const drag = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    onPointerDown: (event: Pointer) => {
      drag.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp: () => {
      drag.current = undefined;
    },
    onPointerMove: ({ currentTarget: element, clientX, clientY }: Pointer) => {
      if (shown === undefined) return;
      if (drag.current !== undefined) {
        const { x, y } = drag.current;
        move(-(clientX - x) / element.clientWidth, -(clientY - y) / element.clientHeight);
        drag.current = { x: clientX, y: clientY };
        return;
      }
      const box = element.getBoundingClientRect();
      const ratio = element.width / box.width;
      const at = [(clientX - box.left) * ratio, (clientY - box.top) * ratio] as const;
      onPoint(pointAt(element, shown.base, shown.view, ...at));
    },
    onPointerLeave: () => {
      onPoint(-1);
    },
  };
}
