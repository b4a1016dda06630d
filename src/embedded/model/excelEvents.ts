/**
 * The events of Excel's client on the wire, as excel-web-16.00.js registers them. The ids in `ApiEvent.targets` are: the
 * worksheet's, table's or chart's `id` for a handler on the object itself; the parent worksheet's id for ChartCollection;
 * `'Workbook'` for Workbook and WorksheetCollection. An instance of a class with events tells its own as `eventTarget`
 * (or, without such a property, as `id`): TableCollection and CommentCollection say `'Workbook'` or the sheet's id.
 */
export const eventWorkbookId = 'Workbook';

export const worksheetEvents = {
  onActivated: { registration: 'Activated', type: 11 },
  onCalculated: { registration: 'Calculated', type: 16 },
  onChanged: { registration: 'DataChanged', type: 10 },
  onDeactivated: { registration: 'Deactivated', type: 12 },
  onFormatChanged: { registration: 'FormatChanged', type: 18 },
  onSelectionChanged: { registration: 'SelectionChanged', type: 14 },
} as const;

export const worksheetCollectionEvents = {
  ...worksheetEvents,
  onAdded: { registration: 'Added', type: 13 },
  onDeleted: { registration: 'Deleted', type: 15 },
} as const;

export const workbookEvents = { onActivated: { registration: 'Activated', type: 2203 } } as const;

export const tableEvents = {
  onChanged: { registration: 'DataChanged', type: 101 },
  onSelectionChanged: { registration: 'SelectionChanged', type: 100 },
} as const;

export const tableCollectionEvents = {
  onAdded: { registration: 'Added', type: 102 },
  onChanged: { registration: 'DataChanged', type: 101 },
  onDeleted: { registration: 'Deleted', type: 103 },
} as const;

export const chartCollectionEvents = {
  onActivated: { registration: 'Activated', type: 51 },
  onAdded: { registration: 'Added', type: 50 },
  onDeactivated: { registration: 'Deactivated', type: 52 },
  onDeleted: { registration: 'Deleted', type: 53 },
} as const;
