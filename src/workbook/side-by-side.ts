import { eachInTurn } from './cells';

/**
 * Looks at several things side by side: what all of them ask for before they wait for an answer goes with one request,
 * since each costs a round trip. For looking alone: where one fails the others may have gone further.
 * @param look is given a context whose `sync` is the shared one; where all answers together are too large for one
 *   response it is called again, one after the other
 * @returns in the order of the items
 * @throws what the first of the items throws that fails
 */
export async function sideBySide<T, R>(
  context: Excel.RequestContext,
  items: readonly T[],
  look: (context: Excel.RequestContext, item: T) => Promise<R>,
): Promise<R[]> {
  try {
    return await joined(context, items, look);
  } catch (error) {
    if (items.length < 2 || !(error instanceof OfficeExtension.Error) || error.code !== TOO_LARGE)
      throw error;
    const found: R[] = [];
    await eachInTurn(items, async (item) => {
      found.push(await look(context, item));
    });
    return found;
  }
}

const TOO_LARGE = 'ResponsePayloadSizeLimitExceeded';

async function joined<T, R>(
  context: Excel.RequestContext,
  items: readonly T[],
  look: (context: Excel.RequestContext, item: T) => Promise<R>,
): Promise<R[]> {
  let busy = items.length;
  let waiting: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];
  const sendIfAllWait = () => {
    if (waiting.length === 0 || waiting.length < busy) return;
    const all = waiting;
    waiting = [];
    context.sync().then(
      () => {
        for (const { resolve } of all) resolve();
      },
      (error: unknown) => {
        for (const { reject } of all) reject(error);
      },
    );
  };
  const shared = new Proxy(context, {
    get: (target, key) =>
      key === 'sync'
        ? () =>
            new Promise<void>((resolve, reject) => {
              waiting.push({ resolve, reject });
              sendIfAllWait();
            })
        : (Reflect.get(target, key, target) as unknown),
  });
  const ended = await Promise.allSettled(
    items.map((item) =>
      look(shared, item).finally(() => {
        busy--;
        sendIfAllWait();
      }),
    ),
  );
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
