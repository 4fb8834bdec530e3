import { foldText } from '../../src/exact/fold-text';

test.each([
  ['Île-de-France', 'ile de france'],
  ['  Nord//Süd ', 'nord sud'],
  ['Außendienst', 'aussendienst'],
  ['O’Brien & Sons', 'obrien sons'],
  ['東京 1', '東京 1'],
  ['a_b', 'a b'],
  ['Łódź', 'lodz'],
])('%s is folded to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
