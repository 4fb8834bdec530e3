import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { MapPreview } from '../../../app/pages/design/preview';
import type { Say } from '../../../text/say';
import { mapBase, type MapBase } from './map-base';
import { paint, pointAt, type Inks } from './map-paint';
import { panned, startView, zoomed, type View } from './map-view';
import type { Mode } from '../../theme';

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
const STEP = 1.5;

/** Accounts on real outlines, coloured by territory. Wheel or + and − zoom, dragging or arrows move. */
export default function PlanMap({
  map,
  colours,
  say,
  mode,
}: {
  map: MapPreview;
  colours: readonly string[];
  say: Say;
  mode: Mode;
}) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [base, setBase] = useState<MapBase>();
  const [view, setView] = useState<View>();
  const [lit, setLit] = useState(-1);
  const drag = useRef<{ x: number; y: number } | undefined>(undefined);

  useEffect(() => {
    let gone = false;
    void mapBase(map).then((made) => {
      if (gone) return;
      setBase(made);
      setView(startView(made.width, made.height));
    });
    return () => {
      gone = true;
    };
  }, [map]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || base === undefined || view === undefined) return;
    const draw = () => {
      const width = Math.round(element.clientWidth * devicePixelRatio);
      element.width = width;
      element.height = Math.round((width * base.height) / base.width);
      paint(element, base, map, view, colours, INKS[mode], lit);
    };
    draw();
    const sized = new ResizeObserver(draw);
    sized.observe(element);
    return () => {
      sized.disconnect();
    };
  }, [base, view, map, colours, mode, lit]);

  const zoom = useCallback((factor: number, about?: { x: number; y: number }) => {
    setView((now) => now && zoomed(now, factor, about ?? now));
  }, []);

  // React's wheel listener is passive, and the pane must not scroll while the map zooms.
  useEffect(() => {
    const element = canvas.current;
    if (element === null || base === undefined) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  }, [base, zoom]);

  const move = (dx: number, dy: number) => {
    if (base !== undefined) setView((now) => now && panned(now, dx, dy, base.width, base.height));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      '+': () => {
        zoom(STEP);
      },
      '=': () => {
        zoom(STEP);
      },
      '-': () => {
        zoom(1 / STEP);
      },
      '0': () => {
        if (base !== undefined) setView(startView(base.width, base.height));
      },
      ArrowLeft: () => {
        move(-0.15, 0);
      },
      ArrowRight: () => {
        move(0.15, 0);
      },
      ArrowUp: () => {
        move(0, -0.15);
      },
      ArrowDown: () => {
        move(0, 0.15);
      },
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const element = canvas.current;
    if (element === null || base === undefined || view === undefined) return;
    if (drag.current !== undefined) {
      const { x, y } = drag.current;
      move(-(event.clientX - x) / element.clientWidth, -(event.clientY - y) / element.clientHeight);
      drag.current = { x: event.clientX, y: event.clientY };
      return;
    }
    const box = element.getBoundingClientRect();
    const ratio = element.width / box.width;
    const i = pointAt(
      element,
      base,
      view,
      (event.clientX - box.left) * ratio,
      (event.clientY - box.top) * ratio,
    );
    setLit(i < 0 ? -1 : (map.territory[i] ?? -1));
  };
  return (
    <figure style={{ margin: 0 }}>
      <div className={styles.frame}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          style={{ aspectRatio: base === undefined ? '600 / 380' : `${base.width} / ${base.height}` }}
          role="application"
          aria-label={say('map.label', { accounts: map.territory.length, territories: map.centres.length })}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            drag.current = { x: event.clientX, y: event.clientY };
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerUp={() => {
            drag.current = undefined;
          }}
          onPointerMove={onPointerMove}
          onPointerLeave={() => {
            setLit(-1);
          }}
        />
        <div className={styles.tools}>
          <Button
            className={styles.tool}
            size="small"
            aria-label={say('map.zoomIn')}
            onClick={() => {
              zoom(STEP);
            }}
          >
            +
          </Button>
          <Button
            className={styles.tool}
            size="small"
            aria-label={say('map.zoomOut')}
            onClick={() => {
              zoom(1 / STEP);
            }}
          >
            −
          </Button>
        </div>
      </div>
      <figcaption className={styles.label}>{map.centres[lit]?.name ?? say('map.hint')}</figcaption>
    </figure>
  );
}
