import * as univer from '@univerjs/preset-sheets-node-core';
import { createHost, openOfficeClient } from '../../src/workbench';
import type { OfficeClient } from '../../src/workbench';
import { decoratedClassNames } from '../../src/workbench/objects/chart-decoration';
import { axes, seriesFormat } from '../../src/workbench/objects/chart-shapes';
import { CHART_TYPES } from '../../src/workbench/objects/chart-types';
import { Mutation } from '../../src/workbench/grid/spreadsheet';
import { ERROR_VALUES } from '../../src/workbench/grid/cell-input';
import { OPERATORS } from '../../src/workbench/files/read-rules';
import { VALIDATION_TYPES } from '../../src/workbench/model/validation';
import requirementSets from '../../src/workbench/protocol/requirement-sets.json';
import { expectedRequirementSets } from './support/expected-requirement-sets';
import { hostClasses } from './support/host-classes';

/** What every proxy class of the client tells of its members. */
interface ProxyPrototype {
  readonly _scalarPropertyNames?: readonly string[];
  readonly _navigationPropertyNames?: readonly string[];
}

let client: OfficeClient;

beforeAll(() => {
  client = openOfficeClient(createHost());
});
afterAll(() => {
  client.dispose();
  client.host.dispose();
});

const SERVICES = new Set(['AddinInternalService', 'AppRuntimePersistenceService']);

function prototypeOf(className: string): (ProxyPrototype & Record<string, unknown>) | undefined {
  const known = (client.Excel as unknown as Record<string, { prototype: ProxyPrototype } | undefined>)[
    className
  ];
  return known?.prototype as (ProxyPrototype & Record<string, unknown>) | undefined;
}

describe('what the host shows', () => {
  it('exists under the same names in the installed client library', async () => {
    const strangers: string[] = [];
    for (const { className, scalars, navigations, methods } of await hostClasses()) {
      if (SERVICES.has(className)) continue;
      const proxy = prototypeOf(className);
      if (!proxy) {
        strangers.push(className);
        continue;
      }
      const unknown = [
        ...scalars.filter((name) => !proxy._scalarPropertyNames?.includes(name)),
        ...navigations.filter(
          (name) => !proxy._navigationPropertyNames?.includes(name) && name !== '_Runtime',
        ),
        ...methods.filter(
          (name) => typeof Object.getOwnPropertyDescriptor(proxy, name)?.value !== 'function',
        ),
      ];
      strangers.push(...unknown.map((name) => `${className}.${name}`));
    }
    expect(strangers).toEqual([]);
  });

  it('remembers parts of charts under the members of the client library', () => {
    const strangers: string[] = [];
    for (const shape of [axes, seriesFormat]) {
      for (const [className, scalars, navigations] of decoratedClassNames(shape)) {
        const proxy = prototypeOf(className);
        strangers.push(
          ...(proxy ? [] : [className]),
          ...scalars
            .filter((name) => !proxy?._scalarPropertyNames?.includes(name))
            .map((n) => `${className}.${n}`),
          ...navigations
            .filter((name) => !proxy?._navigationPropertyNames?.includes(name))
            .map((n) => `${className}.${n}`),
        );
      }
    }
    expect(strangers).toEqual([]);
  });

  it('knows the version that brought each member, as the installed types say', async () => {
    expect(requirementSets).toEqual(await expectedRequirementSets());
  });

  it('uses the enumeration values of the installed client library', () => {
    const { Excel } = client;
    const values = (enumeration: object) => Object.values(enumeration) as string[];
    expect(values(Excel.ChartType)).toEqual(expect.arrayContaining([...CHART_TYPES]));
    expect(values(Excel.DataValidationOperator)).toEqual(expect.arrayContaining(Object.values(OPERATORS)));
    expect(values(Excel.DataValidationType)).toEqual(expect.arrayContaining(Object.values(VALIDATION_TYPES)));
    expect(values(Excel.DeleteShiftDirection)).toEqual(['Up', 'Left']);
    expect(values(Excel.InsertShiftDirection)).toEqual(['Down', 'Right']);
    expect(values(Excel.SheetVisibility)).toEqual(['Visible', 'Hidden', 'VeryHidden']);
    expect(values(Excel.CalculationMode)).toEqual(['Automatic', 'AutomaticExceptTables', 'Manual']);
    expect(values(Excel.CalculationType)).toEqual(['Recalculate', 'Full', 'FullRebuild']);
    expect(values(Excel.GroupOption)).toEqual(['ByRows', 'ByColumns']);
    expect(values(Excel.ClearApplyTo)).toEqual(expect.arrayContaining(['All', 'Formats', 'Contents']));
    expect(values(Excel.RangeValueType)).toEqual(
      expect.arrayContaining(['Empty', 'String', 'Double', 'Boolean', 'Error']),
    );
    expect(ERROR_VALUES).toContain('#N/A');
  });

  it('runs mutations that the installed Univer has', () => {
    const known = Object.values(univer as Record<string, unknown>)
      .map((value) => (value as { id?: unknown } | null)?.id)
      .filter((id) => typeof id === 'string');
    expect(known).toEqual(expect.arrayContaining(Object.values(Mutation)));
  });
});
