import type { Book } from './model/book';
import { EventDelivery } from './model/event-delivery';
import type { HostEvent } from './model/events';
import { isKnownRegistration } from './objects/event-registrations';
import { SERVICES } from './objects/services';
import { Workbook } from './objects/workbook';
import { Dispatcher } from './protocol/dispatcher';
import { FaultPlan } from './protocol/faults';
import { HostError, hostErrors } from './protocol/host-error';
import type { RequestBody, ResponseBody, WireError } from './protocol/messages';
import { ApiGate } from './protocol/requirement-sets';

/** The ExcelApi version this host declares: the floor of Excel 2021. */
export const EXCEL_API_VERSION = '1.14';

/** Excel on the web's limit on a request and on a response. */
export const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

/** Flag of a request that waits until the user has left cell-edit mode. */
const DELAY_FOR_CELL_EDIT = 64;

export interface HostLimits {
  readonly maxPayloadBytes: number;
  readonly excelApi: string;
}

/** What went over the wire so far. */
export interface HostStatistics {
  requests: number;
  requestBytes: number;
  responseBytes: number;
  largestRequestBytes: number;
  largestResponseBytes: number;
}

/** The host's answer: JSON text, or undefined if the host does not answer at all. */
export type Answer = string | undefined;

const utf8 = new TextEncoder();

/**
 * A spreadsheet that answers Rich-API requests as Excel would. Transports hand it the text of a request
 * and pass on what it answers and the events it tells.
 */
export class Host {
  readonly faults = new FaultPlan();
  readonly statistics: HostStatistics = {
    requests: 0,
    requestBytes: 0,
    responseBytes: 0,
    largestRequestBytes: 0,
    largestResponseBytes: 0,
  };
  private readonly dispatcher: Dispatcher;
  private readonly workbook: Workbook;
  private readonly delivery: EventDelivery;
  private queue: Promise<unknown> = Promise.resolve();
  private editing = false;
  private editEnded: (() => void)[] = [];

  constructor(
    readonly book: Book,
    readonly limits: HostLimits,
  ) {
    this.workbook = new Workbook(book);
    this.delivery = new EventDelivery(book);
    this.dispatcher = new Dispatcher({
      root: this.workbook,
      gate: new ApiGate(limits.excelApi),
      services: SERVICES,
      isKnownRegistration,
      beforeRead: () => this.settle(),
    });
  }

  /** Tells the add-in's transport what happens in the workbook. Answers a function that ends it. */
  onEvents(listener: (events: readonly HostEvent[]) => void): () => void {
    return this.delivery.subscribe(listener);
  }

  /** While a cell is being edited Excel refuses requests, or lets them wait if they ask for it. */
  get cellEditMode(): boolean {
    return this.editing;
  }

  set cellEditMode(editing: boolean) {
    this.editing = editing;
    if (editing) return;
    for (const go of this.editEnded.splice(0)) go();
  }

  /**
   * Carries out a request body (JSON text). Requests run one after another, in the order they came.
   * @param flags the request's flags; 64 waits for the end of cell-edit mode.
   */
  request(text: string, flags = 0): Promise<Answer> {
    const answer = this.queue.then(() => this.answer(text, flags));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  /** Waits until the values are up to date, in automatic calculation. */
  async settle(): Promise<void> {
    if (await this.book.calculation.settle()) this.delivery.calculated();
  }

  /** A change made at the spreadsheet itself: add-ins are told that it was not them. */
  async userAction<T>(action: (book: Book) => T): Promise<T> {
    const run = this.queue.then(async () => {
      const result = action(this.book);
      await this.settle();
      this.book.releaseTransients();
      this.delivery.flush('Unknown', true);
      return result;
    });
    this.queue = run.catch(() => undefined);
    return run;
  }

  dispose(): void {
    this.delivery.dispose();
    this.book.dispose();
  }

  private async answer(text: string, flags: number): Promise<Answer> {
    this.statistics.requests++;
    const bytes = utf8.encode(text).length;
    this.statistics.requestBytes += bytes;
    this.statistics.largestRequestBytes = Math.max(this.statistics.largestRequestBytes, bytes);
    const fault = this.faults.take(this.statistics.requests);
    if (fault?.kind === 'gone') return undefined;
    if (fault?.kind === 'before')
      return this.send(refusal(new HostError(fault.code, 'Injected before.', 500)));
    if (bytes > this.limits.maxPayloadBytes) return this.send(refusal(hostErrors.requestTooLarge()));
    if (this.editing) {
      if (!(flags & DELAY_FOR_CELL_EDIT)) return this.send(refusal(hostErrors.cellEditMode()));
      await new Promise<void>((resolve) => this.editEnded.push(resolve));
    }
    const response = await this.carryOut(JSON.parse(text) as RequestBody);
    if (fault?.kind === 'silent') return undefined;
    if (fault?.kind === 'after') return this.send(refusal(new HostError(fault.code, 'Injected after.', 500)));
    return this.send(response);
  }

  private async carryOut(body: RequestBody): Promise<ResponseBody> {
    const response = await this.dispatcher.execute(body);
    this.book.calculation.resume();
    // An explicit calculation, or one the request made necessary, ends before the answer.
    if (await this.book.calculation.finishRequested()) this.delivery.calculated();
    this.book.releaseTransients();
    this.delivery.flush('ThisLocalAddin', this.workbook._Runtime.enableEvents);
    return response;
  }

  private send(response: ResponseBody): string {
    let text = JSON.stringify(response);
    let bytes = utf8.encode(text).length;
    if (bytes > this.limits.maxPayloadBytes) {
      text = JSON.stringify(refusal(hostErrors.responseTooLarge()));
      bytes = text.length;
    }
    this.statistics.responseBytes += bytes;
    this.statistics.largestResponseBytes = Math.max(this.statistics.largestResponseBytes, bytes);
    return text;
  }
}

/** A request that was refused as a whole. */
function refusal(error: HostError): ResponseBody {
  const wireError: WireError = {
    Code: error.code,
    Message: error.message,
    HttpStatusCode: error.httpStatus,
    Location: '',
    ActionIndex: -1,
  };
  return { Results: [], TraceIds: [], Error: wireError };
}
