/**
 * Microsoft's client as an add-in has it in its global scope, and as a Node program gets it from the embedded host. Passed
 * in rather than taken from the global scope, so that one process can hold several workbooks.
 */
export type ExcelClient = { Excel: typeof Excel; Office: typeof Office };
