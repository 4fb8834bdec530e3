import { inLines } from '../../src/reports/blocks';

test('a text that is longer than a page is wide goes on below, and no word is lost', () => {
  expect(inLines('Nothing to break', 16)).toEqual(['Nothing to break']);
  expect(inLines('Nothing to break', 15)).toEqual(['Nothing to', 'break']);
  // A word that is longer than a line has one of its own.
  expect(inLines('a Zielerreichungsgrad b', 5)).toEqual(['a', 'Zielerreichungsgrad', 'b']);
  expect(inLines('', 5)).toEqual(['']);
});
