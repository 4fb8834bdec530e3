import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import type { MapViewing } from './use-map-view';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center', marginBottom: '4px' },
  group: { display: 'flex', gap: '4px' },
  space: { flex: '1 1 0' },
  tool: { minWidth: '28px' },
  // All of them beside each other at 320 px.
  which: { minWidth: 0 },
  pressed: {
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
});

/** Stands over the map, so that nothing of it is under a button. */
export function MapTools({
  viewing,
  shown,
  onShow,
  lasso,
}: {
  viewing: MapViewing;
  /** Undefined where nothing of today is known. */
  shown: 'plan' | 'today' | undefined;
  onShow: (shown: 'plan' | 'today') => void;
  /** Drawing round accounts instead of moving the map; absent where nothing can be moved. */
  lasso: { readonly isOn: boolean; readonly turn: () => void } | undefined;
}) {
  const styles = useStyles();
  const { say } = usePane();
  const tools = [
    {
      label: say('map.zoomIn'),
      sign: '+',
      act: () => {
        viewing.zoomIn();
      },
    },
    {
      label: say('map.zoomOut'),
      sign: '−',
      act: () => {
        viewing.zoomOut();
      },
    },
  ];
  return (
    <div className={styles.row}>
      {shown !== undefined && (
        <div className={styles.group} role="group" aria-label={say('map.show')}>
          {(['today', 'plan'] as const).map((which) => (
            <Button
              key={which}
              size="small"
              appearance={which === shown ? 'outline' : 'subtle'}
              className={mergeClasses(styles.which, which === shown && styles.pressed)}
              aria-pressed={which === shown}
              onClick={() => {
                onShow(which);
              }}
            >
              {say(`map.${which}`)}
            </Button>
          ))}
        </div>
      )}
      <span className={styles.space} />
      {lasso !== undefined && (
        <Button
          size="small"
          className={mergeClasses(styles.tool, lasso.isOn && styles.pressed)}
          appearance={lasso.isOn ? 'primary' : 'secondary'}
          aria-pressed={lasso.isOn}
          title={say('map.lasso.hint')}
          onClick={lasso.turn}
        >
          {say('map.lasso')}
        </Button>
      )}
      <div className={styles.group}>
        {tools.map(({ label, sign, act }) => (
          <Button
            key={sign}
            className={styles.tool}
            size="small"
            aria-label={label}
            title={label}
            onClick={act}
          >
            {sign}
          </Button>
        ))}
        <Button className={styles.tool} size="small" title={say('map.fit.hint')} onClick={viewing.fit}>
          {say('map.fit')}
        </Button>
      </div>
    </div>
  );
}
