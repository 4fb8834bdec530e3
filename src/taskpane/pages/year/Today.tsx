import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { acceptChanges } from '../../../app/actions/accept-changes';
import { askApproval } from '../../../app/actions/ask-approval';
import { placeAccounts } from '../../../app/actions/place-accounts';
import { placeStrays } from '../../../app/actions/place-strays';
import { putBack } from '../../../app/actions/put-back';
import { putBackRejected } from '../../../app/actions/put-back-rejected';
import { rebalance } from '../../../app/actions/rebalance';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Group, List, readPercent, Text, useStyles } from '../parts';
import { Due } from './Scheduled';

/** What needs a decision, open; that all is well, where it is. */
export function Today({ view, onOpen }: { view: FoldedYear; onOpen: () => void }) {
  const styles = useStyles();
  const { say } = usePane();
  const { title, calm, uncovered } = view.today;
  return (
    <Group id="year-today" title={title}>
      {calm !== undefined && <p className={styles.plain}>{calm}</p>}
      <NewAccounts view={view} />
      <Strays view={view} />
      <Due view={view} />
      <Changes view={view} />
      <BackInBand view={view} />
      {uncovered !== undefined && (
        <div className={styles.file}>
          <span>{uncovered}</span>
          <Button size="small" onClick={onOpen}>
            {say('action.cover')}
          </Button>
        </div>
      )}
    </Group>
  );
}

function NewAccounts({ view: { newAccounts } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  if (newAccounts === undefined) return null;
  return (
    <Fold id="year-new" title={say('year.new')} about={newAccounts} isOpen>
      <p className={styles.hint}>{say('year.newHint')}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void run(placeAccounts)}>{say(placeAccounts.label)}</Button>
      </div>
    </Fold>
  );
}

function Strays({ view: { strays } }: { view: FoldedYear }) {
  const { say, run } = usePane();
  if (strays === undefined) return null;
  return (
    <Fold id="year-strays" title={say('year.strays')} about={strays.text} isOpen>
      <List lines={strays.listed} />
      <div>
        <Button onClick={() => void run(placeStrays)}>{say(placeStrays.label)}</Button>
      </div>
    </Fold>
  );
}

function Changes({ view: { proposed, effective, today } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [by, setBy] = useKept('year-changes.by', '');
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const { count, isUndated, listed, more, against, approval, shares, quotas, pays } = proposed;
  // Where managers are asked, only what they approved is accepted.
  const acceptable = approval.isOn ? approval.approved : count;
  if (today.proposed === undefined) return null;
  return (
    <Fold id="year-changes" title={say('year.changes')} about={today.proposed} isOpen>
      <ul className={styles.list}>
        {listed.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {more !== undefined && <li>{more}</li>}
      </ul>
      {against !== undefined && <p className={styles.plain}>{against}</p>}
      <List lines={approval.lines} />
      <List lines={shares} />
      <List lines={quotas} />
      <List lines={pays} />
      {acceptable + approval.rejected > 0 && (
        <>
          <Text label={say('year.by')} value={by} onText={setBy} />
          <Text label={say('year.reason')} value={reason} onText={setReason} />
          {isUndated && (
            <Text
              label={say('year.effective')}
              type="date"
              value={day === '' ? effective : day}
              onText={setDay}
            />
          )}
        </>
      )}
      <div className={styles.buttons}>
        {acceptable > 0 && (
          <Button
            appearance="primary"
            onClick={() => void run(acceptChanges, { by, reason, effective: day === '' ? effective : day })}
          >
            {say(approval.isOn ? 'year.acceptApproved' : 'year.acceptCount', { count: acceptable })}
          </Button>
        )}
        {approval.notAsked > 0 && (
          <Button onClick={() => void run(askApproval)}>{say(askApproval.label)}</Button>
        )}
        {approval.rejected > 0 && (
          <Button onClick={() => void run(putBackRejected, by)}>{say(putBackRejected.label)}</Button>
        )}
        <Button onClick={() => void run(putBack)}>{say(putBack.label)}</Button>
      </div>
    </Fold>
  );
}

function BackInBand({ view: { out } }: { view: FoldedYear }) {
  const { say, run } = usePane();
  const [most, setMost] = useKept('year-rebalance.most', '10');
  if (out === undefined || out.count === 0) return null;
  return (
    <Fold id="year-rebalance" title={say('year.rebalance')} about={out.text} isOpen>
      <Text label={say('year.most')} value={most} onText={setMost} />
      <div>
        <Button onClick={() => void run(rebalance, readPercent(most))}>{say(rebalance.label)}</Button>
      </div>
    </Fold>
  );
}
