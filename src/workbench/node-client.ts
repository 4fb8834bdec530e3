import { readFileSync } from 'node:fs';
import type { Host } from './host';
import type { HostEvent } from './model/events';

type ExcelNamespace = typeof Excel;
type OfficeNamespace = typeof Office;
type OfficeExtensionNamespace = typeof OfficeExtension;

/** The real client library, loaded and connected to a host. */
export interface OfficeClient {
  readonly Excel: ExcelNamespace;
  readonly Office: OfficeNamespace;
  readonly OfficeExtension: OfficeExtensionNamespace;
  readonly host: Host;
  /** Disconnects the library; the host is the caller's. */
  dispose(): void;
}

/** A message of the library's native bridge, in either direction. */
interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body: unknown };
}

interface Bridge {
  sendMessageToHost(text: string): void;
  /** Filled in by the library when it loads. */
  onMessageFromHost: ((text: string) => void) | null;
}

const RESPONSE = 2;
const EVENT = 3;
const RICH_API_EVENT = 65_536;

interface LibraryGlobals {
  Excel: ExcelNamespace;
  Office: OfficeNamespace;
  OfficeExtension: OfficeExtensionNamespace;
  OSF?: { _OfficeAppFactory?: unknown };
}

/** The library is one per realm: it is loaded once, and each client is connected in turn. */
let loaded: { bridge: Bridge; globals: LibraryGlobals } | undefined;
let connected: OfficeClient | undefined;

/**
 * Loads Microsoft's unmodified Excel client library and connects it to the host. Works in plain Node
 * and inside jest; the library keeps one connection a realm, so only one client may be open at a time.
 */
export function openOfficeClient(host: Host): OfficeClient {
  if (connected) throw new Error('Dispose of the open Office client first: the library has one connection.');
  loaded ??= load();
  const { bridge, globals } = loaded;
  let open = true;
  const deliver = (message: string) => {
    if (open) bridge.onMessageFromHost?.(message);
  };
  bridge.sendMessageToHost = (text) => {
    const request = JSON.parse(text) as BridgeMessage;
    const { body } = request.message;
    void host
      .request(typeof body === 'string' ? body : JSON.stringify(body), request.flags ?? 0)
      .then((answer) => {
        // A host that is gone answers nothing: the call stays open, as it would.
        if (answer === undefined) return;
        // The answer is JSON as it is: to read it for writing it again would take longer than the rest.
        const message = `{"statusCode":200,"headers":{},"body":${answer}}`;
        deliver(`{"id":${request.id},"type":${RESPONSE},"message":${message}}`);
      });
  };
  const stop = host.onEvents((events) =>
    deliver(JSON.stringify({ type: EVENT, controlId: '', message: { entries: events.map(entry) } })),
  );
  connected = {
    Excel: globals.Excel,
    Office: globals.Office,
    OfficeExtension: globals.OfficeExtension,
    host,
    dispose() {
      open = false;
      stop();
      connected = undefined;
    },
  };
  return connected;
}

function entry({ type, target, args }: HostEvent): object {
  return {
    messageCategory: RICH_API_EVENT,
    messageType: type,
    targetId: target,
    message: JSON.stringify(args),
    id: '',
    isRemoteOverride: false,
  };
}

function load(): { bridge: Bridge; globals: LibraryGlobals } {
  const bridge: Bridge = { sendMessageToHost: () => undefined, onMessageFromHost: null };
  const scope = globalThis as unknown as Record<string, unknown>;
  scope['_richApiNativeBridge'] = bridge;
  for (const [name, stub] of Object.entries(browserStubs())) {
    // Node has some of these itself; the library only needs them to exist.
    if (scope[name] === undefined)
      Object.defineProperty(globalThis, name, { value: stub, writable: true, configurable: true });
  }
  const path = require.resolve('@microsoft/office-js/dist/excel-web-16.00.js');
  const source = readFileSync(path, 'utf8');
  // Indirect eval runs the library in this realm, where `instanceof Error` means the same error class.
  const run = eval;
  run(source);
  const globals = globalThis as unknown as LibraryGlobals;
  configure(globals);
  return { bridge, globals };
}

/** What the library reaches for when it loads outside a browser. */
function browserStubs(): Record<string, unknown> {
  const element = () => ({ setAttribute: () => undefined, style: {}, appendChild: () => undefined });
  return {
    window: globalThis,
    self: globalThis,
    location: {
      href: 'https://localhost/',
      origin: 'https://localhost',
      protocol: 'https:',
      host: 'localhost',
      hostname: 'localhost',
      search: '',
      hash: '',
    },
    navigator: { userAgent: 'node' },
    document: {
      getElementsByTagName: () => [],
      createElement: element,
      addEventListener: () => undefined,
      cookie: '',
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}

/** Turns on the library's own requirement-set check, and clean-up without a delayed request. */
function configure({ OfficeExtension: extension, OSF: osf }: LibraryGlobals): void {
  const internals = extension as unknown as {
    Utility: { _synchronousCleanup: boolean };
    CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  internals.Utility._synchronousCleanup = true;
  internals.CommonUtility._doApiNotSupportedCheck = true;
  if (osf) {
    osf._OfficeAppFactory = {
      getContext: () => ({ requirements: { isSetSupported }, platform: 'OfficeOnline' }),
    };
  }
}

function isSetSupported(name: string, version?: string): boolean {
  const declared = connected?.host.limits.excelApi;
  // Whether the client may ask requests to wait for the end of cell-edit mode.
  if (name.toLowerCase() === 'delayforcelledit') return true;
  if (name.toLowerCase() !== 'excelapi' || declared === undefined) return false;
  const [major = 1, minor = 0] = (version ?? '1.1').split('.').map(Number);
  const [hostMajor = 1, hostMinor = 0] = declared.split('.').map(Number);
  return major < hostMajor || (major === hostMajor && minor <= hostMinor);
}
