import { Calculation } from '../../src/workbench/grid/calculation';
import { Mutation, type Spreadsheet } from '../../src/workbench/grid/spreadsheet';

type Command = { id: string; params?: unknown };

/** Commands as Univer's are: told before, which may refuse them, and told after. */
function commands() {
  const before: ((command: Command) => void)[] = [];
  const after = new Set<(command: Command) => void>();
  const started: Record<string, unknown>[] = [];
  const run = (command: Command): void => {
    for (const listener of before) listener(command);
    if (command.id === Mutation.CalculationStart) {
      started.push(command.params as Record<string, unknown>);
      run({ id: Mutation.CalculationNotification, params: { functionsExecutedState: 3 } });
    }
    for (const listener of [...after]) listener(command);
  };
  const spreadsheet = {
    unitId: 'book',
    commands: {
      beforeCommandExecuted: (listener: (command: Command) => void) => {
        before.push(listener);
        return { dispose: () => undefined };
      },
      onCommandExecuted: (listener: (command: Command) => void) => {
        after.add(listener);
        return { dispose: () => after.delete(listener) };
      },
      syncExecuteCommand: (id: string, params: unknown) => {
        run({ id, params });
      },
    },
  } as unknown as Spreadsheet;
  return { spreadsheet, started, run };
}

/** What Univer asks for by itself when a conditional format with a formula is added. */
const asked = (formula: string): Command => ({
  id: Mutation.CalculationStart,
  params: { dirtyUnitOtherFormulaMap: { book: { sheet: { [formula]: true } } } },
});

test('formulas of conditional formats are put off with all others, and calculated where they are drawn', async () => {
  const { spreadsheet, started, run } = commands();
  const calculation = new Calculation(spreadsheet, true);
  for (const formula of ['one', 'two'])
    expect(() => {
      run(asked(formula));
    }).toThrow();
  expect([started, calculation.isDirty]).toEqual([[], true]);
  await calculation.settle();
  expect(started.map((params) => params['dirtyUnitOtherFormulaMap'])).toEqual([
    { book: { sheet: { one: true, two: true } } },
  ]);
  expect(await calculation.settle()).toBe(false);
});

test('where nothing is drawn they ask for no calculation', async () => {
  const { spreadsheet, started, run } = commands();
  const calculation = new Calculation(spreadsheet);
  expect(() => {
    run(asked('one'));
  }).toThrow();
  expect(await calculation.settle()).toBe(false);
  expect(started).toEqual([]);
});
