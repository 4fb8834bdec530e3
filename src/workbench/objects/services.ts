import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';

/** Told by the client library when its handlers stand. */
class AddinInternalService implements WireObject {
  static readonly wire = wire<AddinInternalService>('AddinInternalService', {
    methods: ['notifyActionHandlerReady'],
  });

  notifyActionHandlerReady(): void {
    return;
  }
}

class AppRuntimePersistenceService implements WireObject {
  static readonly wire = wire<AppRuntimePersistenceService>('AppRuntimePersistenceService', {
    methods: ['setAppRuntimeStartState', 'getAppRuntimeStartState'],
  });

  private state = 'Inactive';

  setAppRuntimeStartState(state: unknown): void {
    this.state = String(state);
  }

  getAppRuntimeStartState(): string {
    return this.state;
  }
}

/** Objects the client library makes for itself, by the name it asks for. */
export const SERVICES: Readonly<Record<string, () => WireObject>> = {
  'Microsoft.InternalService.AddinInternalService': () => new AddinInternalService(),
  'Microsoft.AppRuntime.AppRuntimePersistenceService': () => new AppRuntimePersistenceService(),
};
