import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { select } from '../../../app/actions/select';
import { showPage } from '../../../app/actions/show-page';
import { showRows } from '../../../app/actions/show-rows';
import { territoryPage, type AccountLine, type TerritoryView } from '../../../app/pages/territory/view';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { MapPart } from '../../map/MapPart';
import { useTerritories } from '../../map/use-territories';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { useTerritoryShown } from '../../territory-shown';
import type { PageProps } from '../page';
import { Section, useStyles as useParts } from '../parts';

const useStyles = makeStyles({
  head: { display: 'grid', gap: '4px' },
  loads: { margin: 0, display: 'grid', gap: '6px' },
  load: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '12px', alignItems: 'baseline' },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  text: {
    gridColumn: '1 / -1',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  share: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  out: { color: tokens.colorPaletteRedForeground1 },
  // High enough to be hit, and one below the other.
  link: {
    textAlign: 'start',
    overflowWrap: 'anywhere',
    display: 'block',
    minHeight: '24px',
    // Where colours are the system's, a link must not look like text.
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
    padding: '3px 0',
  },
  neighbours: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '12px' },
  neighbour: { display: 'grid', gap: '4px' },
  accounts: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '2px' },
  border: { paddingInlineStart: '12px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** A territory of the plan that stands: on the map, in figures, beside its neighbours. */
export default function TerritoryBody({ state, goTo }: PageProps) {
  const styles = useStyles();
  const parts = useParts();
  const { store, say, numbers, run } = usePane();
  const { name, from, show } = useTerritoryShown();
  const { understanding, standing, designed } = state;
  const view = useMemo(
    () =>
      territoryPage(
        { understanding, standing, designed },
        name,
        say,
        numbers,
        new Date().toISOString().slice(0, 10),
      ),
    [understanding, standing, designed, name, say, numbers],
  );
  const shown = useTerritories(view?.map, view?.metric, state.selected);
  const back = (
    <div>
      <Button
        size="small"
        onClick={() => {
          goTo(from);
        }}
      >
        {say('territory.back')}
      </Button>
    </div>
  );
  if (view === undefined)
    return (
      <>
        {back}
        <p className={parts.plain}>{say('territory.none')}</p>
      </>
    );
  return (
    <>
      {back}
      <Pick
        label={say('territory.pick')}
        choices={view.names.map((value) => ({ value, label: value }))}
        value={view.name}
        onPick={show}
      />
      <div className={styles.head}>
        <p className={parts.plain}>{view.owner}</p>
        {view.state !== undefined && <p className={parts.plain}>{view.state}</p>}
        {view.facts.map((text) => (
          <p key={text} className={parts.hint}>
            {text}
          </p>
        ))}
      </div>
      {view.loads.length > 0 && (
        <Section id="territory-loads" title={say('territory.loads')}>
          <dl className={styles.loads}>
            {view.loads.map((load) => (
              <Load key={load.label} load={load} />
            ))}
          </dl>
        </Section>
      )}
      <div className={parts.buttons}>
        {store.can(showRows) && (
          <>
            <Button size="small" onClick={() => void run(showRows, view.name)}>
              {say(showRows.label)}
            </Button>
            <Button size="small" onClick={() => void run(showRows, '')}>
              {say('territory.allRows')}
            </Button>
          </>
        )}
        {store.can(showPage) && (
          <Button size="small" onClick={() => void run(showPage, view.name)}>
            {say(showPage.label)}
          </Button>
        )}
      </div>
      {view.proposed !== undefined && (
        <div className={parts.file}>
          <span>{view.proposed}</span>
          <Button
            size="small"
            onClick={() => {
              goTo('year', 'year-changes');
            }}
          >
            {say('territory.look')}
          </Button>
        </div>
      )}
      {view.map !== undefined && <MapPart shown={shown} about={view.at} onOpen={show} />}
      <Section id="territory-largest" title={say('territory.largest')}>
        <Accounts lines={view.largest} />
      </Section>
      <Neighbours view={view} onOpen={show} />
      <History view={view} />
      {!view.isClosed && <Happens name={view.name} goTo={goTo} />}
    </>
  );
}

function Load({ load: { label, share, text, isOut } }: { load: TerritoryView['loads'][number] }) {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <div className={styles.load}>
      <dt className={styles.label}>{label}</dt>
      <dd className={isOut ? `${styles.share} ${styles.out}` : styles.share}>
        {share}
        {isOut && ` (${say('territory.out')})`}
      </dd>
      <dd className={styles.text}>{text}</dd>
    </div>
  );
}

/** Each leads to its row. */
function Accounts({ lines, more }: { lines: readonly AccountLine[]; more?: string | undefined }) {
  const styles = useStyles();
  const { run } = usePane();
  return (
    <ul className={styles.accounts}>
      {lines.map(({ text, address }) => (
        <li key={address}>
          <Link as="button" className={styles.link} onClick={() => void run(select, address)}>
            {text}
          </Link>
        </li>
      ))}
      {more !== undefined && <li>{more}</li>}
    </ul>
  );
}

function Neighbours({
  view: { neighbours },
  onOpen,
}: {
  view: TerritoryView;
  onOpen: (name: string) => void;
}) {
  const styles = useStyles();
  const parts = useParts();
  const { say } = usePane();
  return (
    <Fold
      id="territory-neighbours"
      title={say('territory.neighbours')}
      about={say('territory.neighbourCount', { count: neighbours.length })}
      isOpen
    >
      <ul className={styles.neighbours}>
        {neighbours.map(({ name, owner, text, accounts, more }) => (
          <li key={name} className={styles.neighbour}>
            <h4 className={styles.name}>
              <Link
                as="button"
                className={styles.link}
                onClick={() => {
                  onOpen(name);
                }}
              >
                {say('territory.neighbour', { name, owner: owner === '' ? 'none' : owner })}
              </Link>
            </h4>
            <p className={parts.hint}>{text}</p>
            <div className={styles.border}>
              <Accounts lines={accounts} more={more} />
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function History({ view: { history, older } }: { view: TerritoryView }) {
  const styles = useStyles();
  const { say } = usePane();
  const lines = older === undefined ? history : [...history, older];
  return (
    <Fold
      id="territory-history"
      title={say('territory.history')}
      about={say('territory.historyCount', { count: history.length })}
    >
      <ul className={styles.accounts}>
        {lines.map((text, n) => (
          <li key={n}>{text}</li>
        ))}
      </ul>
    </Fold>
  );
}

/** The guided actions of the year, with this territory picked. */
function Happens({ name, goTo }: { name: string; goTo: PageProps['goTo'] }) {
  const parts = useParts();
  const { say } = usePane();
  const [, leaver] = useKept('year-leaver.picked', '');
  const [, leave] = useKept('year-leave.picked', '');
  const [, carve] = useKept('year-carve.from', '');
  const [, merge] = useKept('year-merge.from', '');
  const ways = [
    { fold: 'year-leaver', label: say('year.leaver'), pick: leaver },
    { fold: 'year-leave', label: say('year.leave'), pick: leave },
    { fold: 'year-carve', label: say('year.carve'), pick: carve },
    { fold: 'year-merge', label: say('year.merge'), pick: merge },
  ];
  return (
    <Fold id="territory-happens" title={say('territory.happens')} about={say('territory.happensAbout')}>
      <div className={parts.buttons}>
        {ways.map(({ fold, label, pick }) => (
          <Button
            key={fold}
            size="small"
            onClick={() => {
              pick(name);
              goTo('year', fold);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </Fold>
  );
}
