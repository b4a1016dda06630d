import type { Strings } from './strings';

export const en: Strings = {
  reading: { title: 'Reading the workbook…', caption: 'Sheets are read, nothing is changed.' },
  tabs: { label: 'Sections', home: 'Home', data: 'Data', watch: 'Watch', meteo: 'Météo', client: 'Client' },
  action: 'Action',
  readAgain: 'Read again',
  tryAgain: 'Try again',
  select: 'Select in Excel',
  private: 'All stays in this workbook: no account, nothing sent.',
  pageFault: {
    title: 'This page cannot be shown.',
    missing: 'It could not be loaded. The workbook has not changed. Check the connection, then try again.',
    broken: 'The workbook has not changed. Try again; if it happens again, reopen the pane.',
    detail: 'Detail for your support',
  },
  unsaid: (code) => ({
    title: 'The message could not be loaded.',
    body: `Check the connection, then reopen the pane. Code: ${code}.`,
  }),
  silentStart: {
    title: 'Excel does not answer yet.',
    body: 'Your texts are kept in this pane. If the workbook is closed, reopen it, then reconnect.',
    again: 'Reconnect',
  },
  oldExcel: 'This Excel is too old. Excel 2021, Microsoft 365 or Excel for the web is needed.',
};
