/** Codes an add-in meets as `error.code`, with the HTTP status and the message that Office sends with each. */
const known = {
  AccessDenied: [403, 'You cannot perform the requested operation.'],
  ApiNotAvailable: [404, 'The requested API is not available.'],
  ApiNotFound: [404, 'The API you are trying to use could not be found. It may be available in a newer version of Excel.'],
  Conflict: [409, 'Request could not be processed because of a conflict.'],
  EmptyChartSeries: [400, 'The attempted operation failed because the chart series is empty.'],
  FilteredRangeConflict: [409, 'The attempted operation causes a conflict with a filtered range.'],
  FormulaLengthExceedsLimit: [400, 'The bytecode of the applied formula exceeds the maximum length limit.'],
  GeneralException: [500, 'There was an internal error while processing the request.'],
  InactiveWorkbook: [
    400,
    'The operation failed because multiple workbooks are open and the workbook being called has lost focus.',
  ],
  InsertDeleteConflict: [409, 'The insert or delete operation attempted resulted in a conflict.'],
  InvalidArgument: [400, 'The argument is invalid or missing or has an incorrect format.'],
  InvalidObjectPath: [400, 'The object path is not valid for what you are trying to do.'],
  InvalidOperation: [400, 'The operation attempted is invalid on the object.'],
  InvalidOperationInCellEditMode: [
    400,
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  ],
  InvalidReference: [400, 'This reference is not valid for the current operation.'],
  InvalidRequest: [400, 'Cannot process the request.'],
  InvalidSelection: [400, 'The current selection is invalid for this operation.'],
  ItemAlreadyExists: [409, 'The resource being created already exists.'],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  MergedRangeConflict: [
    409,
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  ],
  NonBlankCellOffSheet: [
    400,
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  ],
  NotImplemented: [501, "The requested feature isn't implemented."],
  OperationCellsExceedLimit: [400, 'The attempted operation affects more than the limit of 33554000 cells.'],
  RangeExceedsLimit: [400, 'The cell count in the range has exceeded the maximum supported number.'],
  RequestAborted: [409, 'The request was aborted during run time.'],
  RequestPayloadSizeLimitExceeded: [413, 'The request payload size has exceeded the limit.'],
  ResponsePayloadSizeLimitExceeded: [413, 'The response payload size has exceeded the limit.'],
  UnsupportedFeature: [400, 'The operation failed because the source worksheet contains one or more unsupported features.'],
  UnsupportedOperation: [400, 'The operation being attempted is not supported.'],
  UnsupportedSheet: [400, 'This sheet type does not support this operation, since it is a Macro or Chart sheet.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

export type ApiErrorCode = keyof typeof known;

/**
 * A refusal that the add-in sees as `OfficeExtension.Error`, with Excel's own code and, unless given, its own message
 * (learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling).
 */
export class ApiError extends Error {
  readonly httpStatusCode: number;

  constructor(
    readonly code: ApiErrorCode,
    message: string = known[code][1],
    /** Class and member, as `Worksheet.getRange`; filled in from the member that was running where absent. */
    public location = '',
  ) {
    super(message);
    this.name = 'ApiError';
    this.httpStatusCode = known[code][0];
  }

  /** What a declared or a known member answers where this host has nothing behind it. */
  static notImplemented(className: string, member: string): ApiError {
    const location = `${className}.${member}`;
    return new ApiError('NotImplemented', `${location} is not implemented by this host`, location);
  }
}
