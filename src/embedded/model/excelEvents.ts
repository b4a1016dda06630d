import type { ApiEventWire } from '../richapi/apiClass';

/** Events that this host raises, with their numbers on the wire. */
export const excelEvents = {
  changed: { registration: 'DataChanged', type: 10 },
  activated: { registration: 'Activated', type: 11 },
  deactivated: { registration: 'Deactivated', type: 12 },
  added: { registration: 'Added', type: 13 },
  selectionChanged: { registration: 'SelectionChanged', type: 14 },
  deleted: { registration: 'Deleted', type: 15 },
  tableChanged: { registration: 'DataChanged', type: 101 },
  tableAdded: { registration: 'Added', type: 102 },
  tableDeleted: { registration: 'Deleted', type: 103 },
} as const satisfies Readonly<Record<string, ApiEventWire>>;
