import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import type { PaneState } from '../app/state';
import { foldKey, SOUGHT } from './Fold';
import { Kept, KeptContext } from './kept';
import { usePane } from './pane-context';
import { pages } from './pages';
import { useFocusKept } from './use-focus-kept';
import { useStaysInside } from './use-stays-inside';
import { Looking, Working } from './Working';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  body: {
    flex: '1 1 auto',
    overflowY: 'scroll',
    // What is there for screen readers alone scrolls along, and does not push the page about.
    position: 'relative',
    padding: '12px 16px 20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    // Words that are too long for a narrow pane break; those on buttons move to the next line first.
    overflowWrap: 'anywhere',
    '& button': { overflowWrap: 'break-word' },
    containerType: 'inline-size',
    // Cards keep their height; the pane scrolls.
    '> *': { flexShrink: 0 },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    ':focus': { outline: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  // The personality menu of Excel covers the pane's top right corner.
  head: { padding: '10px 48px 0 16px' },
  pages: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '6px' },
  // Four of them stand beside each other at 320 px.
  page: { minWidth: 0, paddingLeft: '8px', paddingRight: '8px' },
  // Forced colours draw a border round each of them.
  current: {
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  messages: { display: 'grid', gap: '8px' },
});

/** Header, the way to the other pages where there is more than one page, what was said last, the page, and what can be done there. */
export function Frame({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, store } = usePane();
  const { place, onFocusCapture } = useFocusKept<HTMLHeadingElement>();
  const staysInside = useStaysInside();
  const [kept] = useState(() => new Kept());
  const body = useRef<HTMLElement>(null);
  const [shown, show] = useState(pages[0].key);
  const goTo = useCallback(
    (key: string, fold?: string) => {
      if (fold !== undefined) {
        kept.set(foldKey(fold), true);
        kept.set(SOUGHT, fold);
      }
      // The next page begins at its top, not where the last one was left.
      if (body.current !== null) body.current.scrollTop = 0;
      show(key);
    },
    [kept],
  );
  const page = pages.find(({ key }) => key === shown) ?? pages[0];
  const { doing, trouble, news, refused } = state;
  const isCovered = doing?.covers === true;
  const isFirstLook = state.understanding === undefined && !state.isEmpty && doing !== undefined;
  const { Body, Actions } = page;
  return (
    <KeptContext value={kept}>
      <div
        className={styles.frame}
        data-at-rest={doing === undefined && state.waiting === 0}
        onFocusCapture={onFocusCapture}
        onKeyDown={(event) => {
          if (event.key === 'Tab' && staysInside(event)) event.stopPropagation();
          if (event.key !== 'Escape') return;
          // Office takes every Escape that it hears for its own and puts the focus on the first button.
          if (event.defaultPrevented || doing?.canCancel === true) event.stopPropagation();
          if (!event.defaultPrevented) store.cancel();
        }}
      >
        <header className={styles.head}>
          <h1 className={styles.title} ref={place} tabIndex={-1}>
            {say(page.title(state))}
          </h1>
          {state.understanding !== undefined && !isCovered && (
            <nav className={styles.pages} aria-label={say('pane.pages')}>
              {pages
                .filter(({ isBehind }) => isBehind !== true)
                .map(({ key, name }) => (
                  <Button
                    key={key}
                    className={mergeClasses(styles.page, key === page.key && styles.current)}
                    size="small"
                    appearance={key === page.key ? 'outline' : 'subtle'}
                    aria-current={key === page.key ? 'page' : undefined}
                    onClick={() => {
                      goTo(key);
                    }}
                  >
                    {say(name)}
                  </Button>
                ))}
            </nav>
          )}
        </header>
        <main className={styles.body} ref={body}>
          <div className={styles.messages} aria-live="polite">
            {trouble !== undefined && <Message intent="error" text={trouble} />}
            {news !== undefined && <Message intent="success" text={news} />}
            {!isCovered && refused.map((text) => <Message key={text} intent="warning" text={text} />)}
          </div>
          {doing !== undefined && isCovered && <Working doing={doing} />}
          {doing !== undefined && !isCovered && !doing.quiet && (
            <Looking done={doing.done} isFirst={isFirstLook} />
          )}
          {!isCovered && <Body state={state} goTo={goTo} />}
        </main>
        <Actions state={state} />
      </div>
    </KeptContext>
  );
}

function Message({ intent, text }: { intent: 'error' | 'success' | 'warning'; text: string }) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
