import type { ApiOf } from '../richapi/apiClass';

/** Descriptor of a class of the model, every name of which exists in that class of @types/office-js. */
export type ExcelApi<Name extends keyof typeof Excel & string> = ApiOf<typeof Excel, Name>;
