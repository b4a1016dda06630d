import { ApiError } from './apiError';
import type { ApiModel, ApiObject } from './apiClass';
import { ApiSession } from './apiSession';
import { identity, jsonSpelling, load, wireSpelling } from './load';
import { describe } from './members';
import { ObjectPaths, type CreatableTypes } from './objectPaths';
import { parseQuery } from './query';
import type { Requirements } from './requirements';
import { actionType, type BatchRequest, type BatchResponse, type WireAction } from './wire';

export type ProcessorOptions = {
  /** Requirement sets to enforce; without it every declared member may be used. */
  readonly requirements?: Requirements;
  readonly creatable?: CreatableTypes;
  /** Called before each action; an ApiError thrown here refuses it. */
  readonly beforeAction?: (action: WireAction) => void;
  /** Told of errors that are no ApiError: mistakes of the model, which the add-in sees as `GeneralException`. */
  readonly onUnexpected?: (error: unknown) => void;
};

/**
 * The served side of `context.sync()`: runs a batch's actions in order against a model of described classes. The first
 * action that fails ends the batch; what ran before it stays done, as in Excel.
 */
export class BatchProcessor {
  readonly session: ApiSession;

  constructor(
    model: ApiModel,
    private readonly options: ProcessorOptions = {},
  ) {
    this.session = new ApiSession(model, options.requirements);
  }

  process(request: BatchRequest): BatchResponse {
    const { model } = this.session;
    const paths = new ObjectPaths(this.session, request.ObjectPaths, this.options.creatable ?? {});
    const response: BatchResponse = { Results: [], TraceIds: [] };
    model.beginBatch?.();
    for (const [index, action] of request.Actions.entries()) {
      const ran = this.attempt(response, index, () => {
        this.options.beforeAction?.(action);
        const value = this.run(action, paths);
        if (action.ActionType === actionType.trace) response.TraceIds.push(action.Id);
        if (value !== undefined) response.Results.push({ ActionId: action.Id, Value: value });
      });
      if (!ran) break;
    }
    this.attempt(response, request.Actions.length - 1, () => model.endBatch?.());
    return response;
  }

  /** Runs a step; where it fails, its error goes into the response unless an earlier one is there, and false comes back. */
  private attempt(response: BatchResponse, index: number, step: () => void): boolean {
    try {
      step();
      return true;
    } catch (error) {
      const refusal = this.asApiError(error);
      response.Error ??= {
        Code: refusal.code,
        Message: refusal.message,
        Location: refusal.location,
        ActionIndex: index,
        HttpStatusCode: refusal.httpStatusCode,
      };
      return false;
    }
  }

  private asApiError(error: unknown): ApiError {
    if (error instanceof ApiError) return error;
    this.options.onUnexpected?.(error);
    return new ApiError('GeneralException');
  }

  /** The action's result; `undefined` where the wire expects none. */
  private run(action: WireAction, paths: ObjectPaths): unknown {
    if (action.ActionType === actionType.trace) return null;
    const object = paths.object(action.ObjectPathId);
    switch (action.ActionType) {
      case actionType.instantiate:
        return object && identity(this.session, object);
      case actionType.query:
        return object && load(this.session, object, parseQuery(action.QueryInfo), wireSpelling);
      case actionType.queryAsJson:
        return object && load(this.session, object, parseQuery(action.QueryInfo), jsonSpelling);
      case actionType.method:
        return object ? (this.invoke(object, action, paths) ?? null) : { _IsNull: true };
      case actionType.setProperty:
        this.set(object, action.Name ?? '', paths.values(action.ArgumentInfo)[0] ?? null);
        return undefined;
      case actionType.update:
        for (const [name, state] of Object.entries(action.ObjectState ?? {})) this.set(object, name, paths.value(state));
        return undefined;
      default:
        throw new ApiError('NotImplemented', `Action type ${String(action.ActionType)} is not implemented by this host`);
    }
  }

  private set(object: ApiObject | null, name: string, value: unknown): void {
    if (!object)
      throw new ApiError('InvalidOperation', `${name} was set on an object that does not exist (isNullObject is true).`);
    this.session.write(object, name, value);
  }

  private invoke(object: ApiObject, action: WireAction, paths: ObjectPaths): unknown {
    const { references, model } = this.session;
    const name = action.Name ?? '';
    const values = paths.values(action.ArgumentInfo);
    if (name === '_KeepReference' && describe(object).api.reference) {
      references.keep(object);
      return null;
    }
    if (object === model.root) {
      if (name === '_RemoveReference') return void references.release(String(values[0]));
      if (name === '_RemoveAllReferences') return void references.releaseAll();
      if (name === '_GetReferenceCount') return references.count;
    }
    return this.session.call(object, name, values);
  }
}
