import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Fold, foldKey, SOUGHT } from '../../src/taskpane/Fold';
import { Kept, KeptContext, useKept } from '../../src/taskpane/kept';

beforeAll(() => {
  // jsdom draws nothing, so that nothing can be scrolled.
  Element.prototype.scrollIntoView = jest.fn();
});

function Typed() {
  const [text, type] = useKept('leave.name', '');
  return (
    <input
      aria-label="Name"
      value={text}
      onChange={({ target }) => {
        type(target.value);
      }}
    />
  );
}

const page = (kept: Kept, isShown = true) => (
  <FluentProvider theme={webLightTheme}>
    <KeptContext value={kept}>
      {isShown && (
        <>
          <Fold id="leave" title="Somebody is away" about="No leave is noted">
            <Typed />
          </Fold>
          <Fold id="due" title="Due" about="2 are due" isOpen>
            <p>Two accounts</p>
          </Fold>
        </>
      )}
    </KeptContext>
  </FluentProvider>
);

test('a heading says what is in it, and opens and closes it by keyboard, the focus staying there', async () => {
  render(page(new Kept()));
  const heading = screen.getByRole('heading', { level: 3, name: /Somebody is away/ });
  const button = screen.getByRole('button', { name: 'Somebody is away No leave is noted' });
  expect(heading).toContainElement(button);
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByLabelText('Name')).toBeNull();
  await userEvent.tab();
  expect(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByLabelText('Name')).toBeVisible();
  expect(button).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(button).toHaveFocus();
});

test('what was opened, closed and typed is there again when its page is', async () => {
  const kept = new Kept();
  const { rerender } = render(page(kept));
  await userEvent.click(screen.getByRole('button', { name: /Somebody is away/ }));
  await userEvent.type(screen.getByLabelText('Name'), 'Ida');
  await userEvent.click(screen.getByRole('button', { name: /Due/ }));
  rerender(page(kept, false));
  expect(screen.queryByRole('button')).toBeNull();
  rerender(page(kept));
  expect(screen.getByLabelText('Name')).toHaveValue('Ida');
  expect(screen.getByRole('button', { name: /Due/ })).toHaveAttribute('aria-expanded', 'false');
});

test('who comes by a link finds it open, and the focus on it', () => {
  const kept = new Kept();
  kept.set(foldKey('leave'), true);
  kept.set(SOUGHT, 'leave');
  render(page(kept));
  expect(screen.getByLabelText('Name')).toBeVisible();
  expect(screen.getByRole('button', { name: /Somebody is away/ })).toHaveFocus();
});
