import { ApiError } from './apiError';
import type { ApiObject } from './apiClass';

/** Objects that add-ins keep between requests, by the id they were given. */
export class References {
  private readonly objects = new Map<string, ApiObject>();
  private readonly ids = new Map<ApiObject, string>();
  private last = 0;

  keep(object: ApiObject): void {
    if (this.ids.has(object)) return;
    const id = `reference-${String(++this.last)}`;
    this.ids.set(object, id);
    this.objects.set(id, object);
  }

  idOf(object: ApiObject): string | undefined {
    return this.ids.get(object);
  }

  /** @throws ApiError `InvalidReference` where nothing is kept under that id (any more). */
  get(id: string): ApiObject {
    const object = this.objects.get(id);
    if (!object) throw new ApiError('InvalidReference');
    return object;
  }

  release(id: string): void {
    const object = this.objects.get(id);
    if (object) this.ids.delete(object);
    this.objects.delete(id);
  }

  releaseAll(): void {
    this.objects.clear();
    this.ids.clear();
  }

  get count(): number {
    return this.objects.size;
  }
}
