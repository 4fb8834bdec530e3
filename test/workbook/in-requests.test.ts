import { bytesOfColumn, inRequests } from '../../src/workbook/in-requests';

const told = (syncs: number[], done: readonly number[]) =>
  ({ sync: () => Promise.resolve(void syncs.push(done.length)) }) as unknown as Excel.RequestContext;

test('what fits one request goes with one; what does not goes with as many as it needs', async () => {
  const run = async (sizes: readonly number[]) => {
    const syncs: number[] = [];
    const done: number[] = [];
    const act = (size: number) => Promise.resolve(void done.push(size));
    expect(await inRequests(told(syncs, done), sizes, (size) => size, act)).toBeUndefined();
    expect(done).toEqual(sizes);
    // How many were done when each request was sent.
    return syncs;
  };
  expect(await run([1_000_000, 1_000_000, 1_000_000])).toEqual([3]);
  expect(await run([2_000_000, 2_000_000, 500_000, 4_000_000, 1])).toEqual([1, 3, 4, 5]);
  expect(await run([])).toEqual([0]);
});

test('twelve columns of a list of 25,000 are more than one request takes, each alone is not', () => {
  const column = bytesOfColumn(new Array<string>(25_000).fill('T12 Minneapolis'));
  expect(column).toBeLessThan(3_000_000);
  expect(12 * column).toBeGreaterThan(5 * 1024 * 1024);
  expect(bytesOfColumn(['', ''])).toBeGreaterThanOrEqual(JSON.stringify([[''], ['']]).length - 2);
});

test('what Excel refuses is told, and what comes behind is not done; anything else is thrown', async () => {
  class HostError extends Error {
    constructor(readonly code: string) {
      super(code);
    }
  }
  Object.assign(globalThis, { OfficeExtension: { Error: HostError } });
  const failing = (error: HostError) =>
    ({ sync: () => Promise.reject(error) }) as unknown as Excel.RequestContext;
  const done: number[] = [];
  const act = (size: number) => Promise.resolve(void done.push(size));
  const [refused, gone] = [new HostError('InvalidArgument'), new HostError('GeneralException')];
  expect(await inRequests(failing(refused), [2_000_000, 2_000_000], (size) => size, act)).toBe(refused);
  expect(done).toEqual([2_000_000]);
  await expect(inRequests(failing(gone), [1], (size) => size, act)).rejects.toBe(gone);
});
