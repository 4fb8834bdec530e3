import { FormatsOfColumn } from '../../src/workbook/number-formats';

test('a column has the format that most of its numbers have, and the rows of the others', () => {
  const column = new FormatsOfColumn(6);
  column.add(0, 46_143, 'd-mmm-yy');
  column.add(1, 5, '#,##0');
  column.add(2, '', 'yyyy');
  column.add(3, 'text', '@');
  column.add(4, 7, '#,##0');
  column.add(5, 0.5, '0%');
  expect(column.finish()).toEqual({
    format: '#,##0',
    apart: new Map([
      [0, 'd-mmm-yy'],
      [5, '0%'],
    ]),
  });
});

test('of numbers alike nothing stands apart, of no numbers nothing is known', () => {
  const column = new FormatsOfColumn(2);
  column.add(0, '', '0');
  expect(column.finish()).toBeUndefined();
  column.add(1, 3, '0');
  expect(column.finish()).toEqual({ format: '0', apart: undefined });
});
