import { argumentsOf } from './arguments';
import { HostError, hostErrors } from './host-error';
import { callMethod, getNavigation, memberName, setScalar } from './members';
import { ActionType, PathType } from './messages';
import type { Action, ActionResult, ObjectPath, RequestBody, ResponseBody, WireError } from './messages';
import { identityOf, runQuery } from './query';
import { ReferenceTable } from './references';
import type { ApiGate } from './requirement-sets';
import { membersOf } from './wire-class';
import type { WireObject } from './wire-class';

export interface DispatcherOptions {
  /** The object of path type 1: the workbook. */
  readonly root: WireObject;
  readonly gate: ApiGate;
  /** Objects of path type 2, by class name. */
  readonly services: Readonly<Record<string, () => WireObject>>;
  /** Whether a method registers an event the host tells; undefined for any other method. */
  readonly isKnownRegistration: (className: string, method: string) => boolean | undefined;
  /** Awaited before values are read, so that formulas have been calculated. */
  readonly beforeRead: () => Promise<void>;
}

/** One request's view of the object paths: every path is followed once. */
interface RequestScope {
  readonly paths: Readonly<Record<string, ObjectPath>>;
  readonly objects: Map<number, WireObject | null>;
}

/**
 * Carries out Rich-API requests over host objects. Generic: it knows the wire format and nothing of
 * spreadsheets. Actions run in order; the first error ends the request, and what ran before stays done.
 */
export class Dispatcher {
  readonly references = new ReferenceTable();

  constructor(private readonly options: DispatcherOptions) {}

  async execute(body: RequestBody): Promise<ResponseBody> {
    const scope: RequestScope = { paths: body.ObjectPaths ?? {}, objects: new Map() };
    const results: ActionResult[] = [];
    const traceIds: number[] = [];
    for (const [index, action] of (body.Actions ?? []).entries()) {
      try {
        if (action.ActionType === ActionType.Trace) traceIds.push(action.Id);
        if (action.ActionType === ActionType.Query) await this.options.beforeRead();
        results.push({ ActionId: action.Id, Value: this.perform(action, scope) });
      } catch (error) {
        return { Results: results, TraceIds: traceIds, Error: this.wireError(error, action, index, scope) };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  private perform(action: Action, scope: RequestScope): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.resolve(action.ObjectPathId, scope);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object === null ? null : identityOf(object, this.references);
      case ActionType.Query:
        return object === null
          ? null
          : runQuery(object, action.QueryInfo ?? {}, {
              references: this.references,
              gate: this.options.gate,
            });
      case ActionType.Method:
        return this.callAction(object, action, scope);
      case ActionType.SetProperty: {
        const [value] = this.args(action.ArgumentInfo, scope);
        setScalar(live(object), action.Name ?? '', value, this.options.gate);
        return null;
      }
      default:
        throw hostErrors.notImplemented(`action type ${action.ActionType}`);
    }
  }

  private callAction(object: WireObject | null, action: Action, scope: RequestScope): unknown {
    const name = action.Name ?? '';
    const args = this.args(action.ArgumentInfo, scope);
    if (name === '_KeepReference') {
      if (object) this.references.keep(object);
      return null;
    }
    if (name === '_RemoveReference') {
      this.references.release(String(args[0]));
      return null;
    }
    const target = live(object);
    const { className } = membersOf(target).spec;
    const registration = this.options.isKnownRegistration(className, name);
    if (registration === true) return null;
    if (registration === false) throw hostErrors.notImplemented(`${className}.${name}`);
    return callMethod(target, name, args, this.options.gate) ?? null;
  }

  private args(info: Action['ArgumentInfo'], scope: RequestScope): unknown[] {
    return argumentsOf(info, (id) => this.resolve(id, scope));
  }

  /** The object of a path; null for a null object, or below one. */
  private resolve(id: number, scope: RequestScope): WireObject | null {
    const known = scope.objects.get(id);
    if (known !== undefined) return known;
    const path = scope.paths[String(id)];
    if (!path) throw hostErrors.invalidObjectPath(`The request has no object path ${id}.`);
    const object = this.follow(path, scope);
    scope.objects.set(id, object);
    return object;
  }

  private follow(path: ObjectPath, scope: RequestScope): WireObject | null {
    const name = path.Name ?? '';
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.options.root;
      case PathType.Null:
        return null;
      case PathType.ReferenceId:
        return this.references.get(name);
      case PathType.New: {
        const create = this.options.services[name];
        if (!create) throw hostErrors.notImplemented(`new ${name}`);
        return create();
      }
    }
    if (path.ParentObjectPathId === undefined) {
      throw hostErrors.invalidObjectPath(`Object path ${path.Id} has no parent.`);
    }
    const parent = this.resolve(path.ParentObjectPathId, scope);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.Property:
        return getNavigation(parent, name, this.options.gate).object;
      case PathType.Indexer:
        return this.reach(parent, 'getItem', path, scope);
      case PathType.Method:
        return this.reach(parent, name, path, scope);
      default:
        throw hostErrors.notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private reach(
    parent: WireObject,
    method: string,
    path: ObjectPath,
    scope: RequestScope,
  ): WireObject | null {
    const object = callMethod(parent, method, this.args(path.ArgumentInfo, scope), this.options.gate);
    if (object === undefined) {
      throw hostErrors.notImplemented(
        `${membersOf(parent).spec.className}.${memberName(method)} as an object`,
      );
    }
    return object as WireObject | null;
  }

  private wireError(error: unknown, action: Action, index: number, scope: RequestScope): WireError {
    const known =
      error instanceof HostError
        ? error
        : // A fault of the host itself: show where it came from instead of hiding it behind a code.
          hostErrors.general(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return {
      Code: known.code,
      Message: known.message,
      HttpStatusCode: known.httpStatus,
      Location: this.location(action, scope),
      ActionIndex: index,
    };
  }

  /** `Range.values`, `WorksheetCollection.getItem`: where the client shall say the error happened. */
  private location(action: Action, scope: RequestScope): string {
    const className = (object: WireObject | null | undefined) =>
      object ? membersOf(object).spec.className : '';
    const object = scope.objects.get(action.ObjectPathId);
    if (object && action.Name) return `${className(object)}.${memberName(action.Name)}`;
    const path = scope.paths[String(action.ObjectPathId)];
    const parent =
      path?.ParentObjectPathId === undefined ? undefined : scope.objects.get(path.ParentObjectPathId);
    if (!path || !parent) return className(object);
    const member = path.ObjectPathType === PathType.Indexer ? 'getItem' : memberName(path.Name ?? '');
    return `${className(parent)}.${member}`;
  }
}

function live(object: WireObject | null): WireObject {
  if (object === null) throw hostErrors.invalidOperation('The operation is not valid on a null object.');
  return object;
}
