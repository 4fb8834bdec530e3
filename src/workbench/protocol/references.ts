import { HostError, hostErrors } from './host-error';
import type { WireObject } from './wire-class';

/** An object that can outlive its request, such as a range: it must follow its cells while it is kept. */
export interface KeepableObject extends WireObject {
  /** Called when the client starts to keep the object; from now on it follows its cells. */
  keep(): void;
  /** Called when the client lets the object go. */
  release(): void;
  /** True once its cells were deleted. */
  readonly isGone: boolean;
}

function isKeepable(object: WireObject): object is KeepableObject {
  return 'keep' in object && 'release' in object;
}

/** The objects the client holds over several requests by `_KeepReference`. */
export class ReferenceTable {
  private readonly objects = new Map<string, KeepableObject>();
  private readonly ids = new WeakMap<WireObject, string>();
  private next = 1;

  keep(object: WireObject): void {
    if (!isKeepable(object)) throw hostErrors.invalidOperation('This object cannot be tracked.');
    const known = this.ids.get(object);
    if (known !== undefined && this.objects.has(known)) return;
    const id = `ref${this.next++}`;
    this.ids.set(object, id);
    this.objects.set(id, object);
    object.keep();
  }

  /** Letting go twice is no error: the client does so when a run ends after `untrack`. */
  release(id: string): void {
    this.objects.get(id)?.release();
    this.objects.delete(id);
  }

  /** @throws HostError InvalidReference if the reference is unknown or its cells are gone. */
  get(id: string): WireObject {
    const object = this.objects.get(id);
    if (!object) throw hostErrors.invalidReference();
    if (object.isGone) {
      throw new HostError('InvalidReference', 'The cells this reference pointed to have been deleted.');
    }
    return object;
  }

  idOf(object: WireObject): string | undefined {
    const id = this.ids.get(object);
    return id !== undefined && this.objects.has(id) ? id : undefined;
  }

  get size(): number {
    return this.objects.size;
  }
}
