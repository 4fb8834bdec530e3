import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Action } from '../../../app/action';
import { apply } from '../../../app/actions/apply';
import { applyAgain } from '../../../app/actions/apply-again';
import { applyRest } from '../../../app/actions/apply-rest';
import { design } from '../../../app/actions/design';
import { discard } from '../../../app/actions/discard';
import { insertSample } from '../../../app/actions/insert-sample';
import { keep } from '../../../app/actions/keep';
import { revert } from '../../../app/actions/revert';
import { takeOver } from '../../../app/actions/take-over';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  primary: { flex: '1 1 auto' },
});

/** The first that can be done is the primary button; designing stands there even while it cannot be. */
const PRIMARY: readonly Action[] = [takeOver, insertSample, keep, apply, design];
const WAYS_BACK: readonly Action[] = [applyAgain, applyRest, revert, discard];

/** What can be done now: one primary button, and the way back. */
export function DesignActions({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { store, say, run } = usePane();
  const { doing } = state;
  // What is worked out behind a plan gives way to whatever is pressed.
  if (doing?.canCancel === true && !doing.quiet) {
    return (
      <footer className={styles.bar}>
        <Button key="cancel" className={styles.primary} onClick={store.cancel}>
          {say('action.cancel')}
        </Button>
      </footer>
    );
  }
  const isFirstLook = state.understanding === undefined && !state.isEmpty;
  if (doing?.covers === true || (doing !== undefined && isFirstLook)) return null;
  // Without a list the page itself shows the ways on.
  const primary =
    (state.isListless ? [takeOver, keep] : PRIMARY).find((action) => action.when(state)) ?? design;
  return (
    <footer className={styles.bar}>
      {/* Each deed has a button of its own: who pressed one does not find the next, which may write, under the same key. */}
      <Button
        key={primary.name}
        className={styles.primary}
        appearance="primary"
        disabled={!primary.when(state)}
        onClick={() => void run(primary)}
      >
        {say(primary === design && state.designed !== undefined ? 'action.designAgain' : primary.label)}
      </Button>
      {WAYS_BACK.filter((action) => action.when(state)).map((action) => (
        <Button key={action.name} onClick={() => void run(action)}>
          {say(action.label)}
        </Button>
      ))}
    </footer>
  );
}
