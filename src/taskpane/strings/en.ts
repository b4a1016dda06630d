import type { Strings } from './strings';

const count = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const en: Strings = {
  reading: { title: 'Reading the workbook…', caption: 'Sheets are read, nothing is changed.' },
  found: {
    title: (sheet, days) => `${sheet}: ${days} ${count(days, 'day found', 'days found')}`,
    titleEvents: (sheet, rows) => `${sheet}: ${rows} ${count(rows, 'row found', 'rows found')}`,
    caption: (from, to) => `From ${from} to ${to}`,
  },
  nothingFound: { title: 'No dated data' },
  tabs: { label: 'Sections', home: 'Home', data: 'Data' },
  data: {
    title: (n) => (n === 0 ? 'No dated data' : n === 1 ? 'One report table found' : `${n} report tables found`),
    remarks: (n) => `${n} ${count(n, 'remark', 'remarks')}`,
  },
  steps: {
    heading: 'Steps',
    confirm: {
      label: 'Confirm the data',
      caption: 'What each column stands for, to check once',
      button: 'Check my data',
      running: 'Reading the workbook…',
      note: 'Nothing is written before you agree.',
    },
    consolidate: {
      label: 'Consolidate',
      caption: 'Day, week, month and year, as native Excel formulas',
      button: 'Consolidate',
      running: 'Consolidating',
      note: 'Four sheets will be added to this workbook; your sheets do not change.',
    },
    thresholds: {
      label: 'Colour the thresholds',
      caption: 'Colours follow the dictionary, even without the add-in',
      button: 'Colour the thresholds in the sheets',
      running: 'Colouring the thresholds',
      note: 'Editing a threshold in the Dictionary sheet will be enough.',
    },
    generate: {
      label: 'Generate the météo',
      caption: 'One printable A4 page, drafted from your figures',
      button: 'Generate the météo',
      running: 'Writing the météo',
      note: 'Writes a “Météo” sheet dated today.',
    },
    pdf: {
      label: 'Save the PDF',
      caption: 'The same page, ready to send',
      button: 'Save the PDF',
      running: 'Making the PDF',
      note: 'The file is made on this computer; nothing is sent.',
    },
    done: 'Done',
    next: 'To do',
  },
  outcome: {
    confirmed: 'Data confirmed',
    consolidated: (sheets) => `${sheets} ${count(sheets, 'sheet written', 'sheets written')}`,
    coloured: (sheets) => `Thresholds coloured on ${sheets} ${count(sheets, 'sheet', 'sheets')}`,
    generated: (sheet) => `Météo written in “${sheet}”`,
    saved: (file) => `PDF saved: ${file}`,
    open: 'Open',
    remarks: (n) => `${n} ${count(n, 'remark to read', 'remarks to read')}`,
  },
  action: 'Action',
  readAgain: 'Read again',
  tryAgain: 'Try again',
  answer: 'Answer',
  check: 'Review',
  pages: {
    source: { label: 'Source', caption: 'What each column stands for' },
    kpis: { label: 'KPIs', caption: 'Their thresholds, and your own to add' },
    findings: { label: 'Calculations to review', caption: 'Averages of rates, incomplete totals, numbers as text…' },
    projections: { label: 'Projections', caption: 'Those that have been checked, and their table' },
    template: { label: 'Start from a template', caption: 'The sheets to fill in, for five domains' },
  },
  examples: {
    text: (n) => `${n} example ${count(n, 'row counts', 'rows count')} in the figures.`,
    remove: 'Delete the examples',
  },
  select: 'Select in Excel',
  private: 'All stays in this workbook: no account, nothing sent.',
  pageFault: (cause) => ({
    title: 'This page cannot be shown.',
    body: `The workbook has not changed. Check the connection, then try again. Cause: ${cause}`,
  }),
  unsaid: (code) => ({
    title: 'The message could not be loaded.',
    body: `Check the connection, then reopen the pane. Code: ${code}.`,
  }),
  oldExcel: 'This Excel is too old. Excel 2021, Microsoft 365 or Excel for the web is needed.',
};
