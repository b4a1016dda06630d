import { createContext } from 'react';

/** Whether the workbook can only be read: buttons that write then say why they do not, and how to. */
export const ReadOnly = createContext(false);
