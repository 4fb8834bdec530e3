import type { Host } from '../host';
import type { HostEvent } from '../model/events';

/** A message of the protocol between an add-in's frame and Office on the web, in either direction. */
interface XdmMessage {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

const REQUEST = 0;
const RESPONSE = 1;
const REGISTER = 1;
const UNREGISTER = 2;
const RICH_API_EVENT = 65_536;
/** What a frame tells of the keyboard: Tab went beyond its last element, or with Shift before its first. */
const TAB_EXIT = 13;
const TAB_EXIT_BACK = 14;
/** Office error: the member or method is not known. */
const UNSUPPORTED = 5001;

const Dispatch = { RichApi: 93, LoadSettings: 75, SaveSettings: 76, CommandCompleted: 94 } as const;

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: unknown };
}

export interface XdmOptions {
  readonly host: Host;
  readonly url: string;
  readonly title: string;
  readonly locale: string;
  /** Told when a request has been answered: the workbook may have changed. */
  readonly onAnswered: () => void;
  /** Told when an add-in command has been completed. */
  readonly onCommandCompleted?: () => void;
  /** Told when the keyboard leaves the frame. */
  readonly onLeft?: (where: 'on' | 'back') => void;
}

/**
 * One add-in frame and the host side of its protocol, that of Office on the web: the frame holds the
 * unmodified add-in and the unmodified client library. Page and frame must be https and of one host name.
 */
export class XdmHost {
  readonly frame: HTMLIFrameElement;
  private readonly origin: string;
  private readonly conversation = `conversation-${crypto.randomUUID()}`;
  private readonly control = `control-${crypto.randomUUID()}`;
  private readonly listened = new Set<string>();
  private readonly waiting: { name: string; data: unknown }[] = [];
  private settings: unknown = [];
  private readonly stopEvents: () => void;

  constructor(private readonly options: XdmOptions) {
    const url = new URL(options.url, location.href);
    this.origin = url.origin;
    const hostInfo = `Excel$Web$16.01$${options.locale}$${crypto.randomUUID()}$$$0`;
    url.search += `${url.search === '' ? '?' : '&'}_host_Info=${hostInfo}`;
    this.frame = document.createElement('iframe');
    this.frame.title = options.title;
    this.frame.name = JSON.stringify({
      baseFrameName: `frame-${this.control}`,
      hostInfo,
      xdmInfo: `${this.conversation}|${this.control}|${location.origin}`,
      serializerVersion: '1',
      flights: '[]',
    });
    this.frame.src = url.href;
    addEventListener('message', this.receive);
    this.stopEvents = options.host.onEvents((events) => {
      for (const event of events) this.tell('richApiMessage', { ArrayData: [richApiEntry(event)] });
    });
  }

  /** Runs a ribbon command in a page without a pane, once that page listens. */
  invokeCommand(commandId: string, functionName: string): void {
    const event = JSON.stringify({ source: { id: commandId } });
    this.tell('appCommandInvoked', [commandId, functionName, event]);
  }

  dispose(): void {
    removeEventListener('message', this.receive);
    this.stopEvents();
    this.frame.remove();
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return;
    if (typeof event.data !== 'string') return;
    const message = JSON.parse(event.data) as XdmMessage;
    if (message._messageType !== REQUEST || message._conversationId !== this.conversation) return;
    void this.answer(message);
  };

  private async answer(message: XdmMessage): Promise<void> {
    const { _actionType: action, _actionName: name } = message;
    if (action === REGISTER) {
      this.listened.add(name);
      this.reply(message, { Version: 1, Error: 0 });
      for (const held of this.waiting.splice(0)) this.tell(held.name, held.data);
      return;
    }
    if (action === UNREGISTER) {
      this.listened.delete(name);
      this.reply(message, { Version: 1, Error: 0 });
      return;
    }
    switch (name) {
      case 'ContextActivationManager_getAppContextAsync':
        this.reply(message, this.appContext());
        return;
      case 'ContextActivationManager_notifyHost': {
        this.reply(message, null);
        const [, told] = message._data as readonly [string, number];
        if (told === TAB_EXIT) this.options.onLeft?.('on');
        if (told === TAB_EXIT_BACK) this.options.onLeft?.('back');
        return;
      }
      case 'executeMethod':
        await this.execute(message, message._data as MethodCall);
        return;
      default:
        this.reply(message, null, -2);
    }
  }

  private async execute(message: XdmMessage, call: MethodCall): Promise<void> {
    switch (call.DdaMethod.DispatchId) {
      case Dispatch.RichApi: {
        // [customData, method, path, headers, body, permission, flags, …]
        const [, , , , body, , flags] = call.ArrayData ?? [];
        const answer = await this.options.host.request(String(body), Number(flags) || 0);
        // A host that is gone answers nothing: the call stays open, as it would.
        if (answer !== undefined) this.reply(message, { Version: 1, Error: 0, Data: [200, [], answer] });
        this.options.onAnswered();
        return;
      }
      case Dispatch.SaveSettings:
        this.settings = call.DdaSettingsMethod?.Properties ?? [];
        this.reply(message, { Version: 1, Error: 0 });
        return;
      case Dispatch.LoadSettings:
        this.reply(message, { Version: 1, Error: 0, Properties: this.settings });
        return;
      case Dispatch.CommandCompleted:
        this.reply(message, { Version: 1, Error: 0 });
        this.options.onCommandCompleted?.();
        return;
      default:
        this.reply(message, { Version: 1, Error: UNSUPPORTED });
    }
  }

  /** An event for the add-in; held back until it listens. */
  private tell(name: string, data: unknown): void {
    if (!this.listened.has(name)) {
      if (name === 'appCommandInvoked') this.waiting.push({ name, data });
      return;
    }
    this.post({ _actionName: name, _correlationId: -1, _responseType: 1, _errorCode: 0, _data: data });
  }

  private reply({ _actionName, _correlationId }: XdmMessage, data: unknown, error = 0): void {
    this.post({ _actionName, _correlationId, _responseType: 0, _errorCode: error, _data: data });
  }

  private post(message: object): void {
    const envelope = {
      _messageType: RESPONSE,
      _conversationId: this.conversation,
      _origin: location.origin,
      _serializerVersion: 1,
    };
    this.frame.contentWindow?.postMessage(JSON.stringify({ ...envelope, ...message }), this.origin);
  }

  private appContext(): object {
    const { host, locale } = this.options;
    return {
      _id: this.control,
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 1,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `${location.origin}/${encodeURIComponent(host.book.name)}`,
      _clientMode: 1,
      _settings: this.settings,
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: crypto.randomUUID(),
      _appInstanceId: this.control,
      _requirementMatrix: JSON.stringify({ excelapi: host.limits.excelApi }),
      _hostFullVersion: '16.0.18000.10000',
      _addinName: this.options.title,
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
      _hostCustomMessage: '',
    };
  }
}

function richApiEntry({ type, target, args }: HostEvent): unknown[] {
  return [RICH_API_EVENT, type, target, JSON.stringify(args), 0, false];
}
