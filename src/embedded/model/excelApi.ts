import type { ApiOf } from '../richapi/apiClass';

/** Descriptor of a class of the Excel typings: a name that the typings do not have there does not compile. */
export type ExcelApi<Name extends keyof typeof Excel & string> = ApiOf<typeof Excel, Name>;
