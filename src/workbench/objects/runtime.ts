import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';

/** `context.runtime`: events can be switched off for what the add-in does itself. */
export class Runtime implements WireObject {
  static readonly wire = wire<Runtime>('Runtime', { scalars: ['enableEvents'] });

  enableEvents = true;
}
