/**
 * What can go wrong with a request:
 * `before`: the host answers an error and has done nothing;
 * `after`: the host has carried the request out, yet answers an error;
 * `silent`: the host answers nothing, to this request alone;
 * `gone`: the host carries nothing out and answers nothing from this request on.
 */
export type FaultKind = 'before' | 'after' | 'silent' | 'gone';

export interface Fault {
  readonly kind: FaultKind;
  /** The code of the error answered for `before` and `after`. */
  readonly code: string;
}

/** Faults by the number of the request they hit; requests count from 1. */
export class FaultPlan {
  private readonly planned = new Map<number, Fault>();
  private gone = false;

  /** Hits the n-th request from the start of the host. */
  at(request: number, kind: FaultKind, code = 'GeneralException'): void {
    this.planned.set(request, { kind, code });
  }

  /** No more faults; a host that was gone is back. */
  clear(): void {
    this.planned.clear();
    this.gone = false;
  }

  /** The fault of a request, or undefined. */
  take(request: number): Fault | undefined {
    if (this.gone) return { kind: 'gone', code: '' };
    const fault = this.planned.get(request);
    this.planned.delete(request);
    if (fault?.kind === 'gone') this.gone = true;
    return fault;
  }
}
