import { Button, Checkbox } from '@fluentui/react-components';
import { changeSettings } from '../../../app/actions/change-settings';
import { signOff } from '../../../app/actions/sign-off';
import { writeSheet } from '../../../app/actions/write-sheet';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, Text, useStyles } from '../parts';

/** More trades than these are told by their number. */
const MOST_LISTED = 6;

/** Who has signed the plan, and the trades between teams; signed here, it stands in the cells of the sheet. */
export function SignOff({ view: { signOff: round, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [pickedTeam, setTeam] = useKept('year-sign.team', '');
  const [pickedTrade, setTrade] = useKept('year-sign.trade', '');
  const [comment, setComment] = useKept('year-sign.comment', '');
  if (round === undefined) return null;
  const { managers, trades, stands } = round;
  const team = managers.find(({ name }) => name === pickedTeam) ?? managers[0];
  const keyed = trades.map((trade) => ({ ...trade, key: JSON.stringify([trade.from, trade.to]) }));
  const trade = keyed.find(({ key }) => key === pickedTrade) ?? keyed[0];
  const write = (
    <div>
      <Button onClick={() => void run(writeSheet, 'sign-off')}>{say('action.signOffSheet')}</Button>
    </div>
  );
  return (
    <Fold id="year-signoff" title={say('year.signOff')} about={about.signOff}>
      {!stands && <p className={styles.hint}>{say('year.signOffWrite')}</p>}
      <List lines={managers.map(({ text }) => text)} />
      <List
        lines={[
          ...trades.slice(0, MOST_LISTED).map(({ text }) => text),
          ...(trades.length > MOST_LISTED ? [say('year.more', { count: trades.length - MOST_LISTED })] : []),
        ]}
      />
      {stands && team !== undefined && (
        <>
          <Pick
            label={say('year.signOffManager')}
            choices={managers.map(({ name }) => ({ value: name, label: name }))}
            value={team.name}
            onPick={setTeam}
          />
          <Text label={say('compare.comment')} value={comment} onText={setComment} />
          <div className={styles.buttons}>
            {(['agreed', 'notAgreed', ''] as const).map((said) => (
              <Button
                key={said}
                onClick={() =>
                  void run(signOff, { manager: team.name, said, ...(comment !== '' && { comment }) })
                }
              >
                {say(said === '' ? 'year.takeBack' : said === 'agreed' ? 'year.agree' : 'year.object')}
              </Button>
            ))}
          </div>
        </>
      )}
      {stands && trade !== undefined && (
        <>
          <Pick
            label={say('year.signOffTradePick')}
            choices={keyed.map(({ key, from, to }) => ({ value: key, label: `${from} → ${to}` }))}
            value={trade.key}
            onPick={setTrade}
          />
          <div className={styles.buttons}>
            {(['gives', 'takes'] as const).map((side) => (
              <Button
                key={side}
                onClick={() => void run(signOff, { from: trade.from, to: trade.to, side, said: 'agreed' })}
              >
                {say('year.agreeGives', { who: side === 'gives' ? trade.from : trade.to })}
              </Button>
            ))}
          </div>
        </>
      )}
      {write}
    </Fold>
  );
}

/** Whether proposals wait for their managers. */
export function Approval({ view: { proposed, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const { isOn, lines } = proposed.approval;
  return (
    <Fold id="year-approval" title={say('year.approval')} about={about.approval}>
      <p className={styles.hint}>{say('year.approvalHint')}</p>
      <Checkbox
        label={say('year.approvalOn')}
        checked={isOn}
        onChange={(_, { checked }) => void run(changeSettings, { approval: checked === true ? true : null })}
      />
      <List lines={lines} />
    </Fold>
  );
}
