import './workbench.css';
import type { Book } from '../book/book';
import { mountTaskPane } from '../host/iframeTransport';
import type { OfficeHost } from '../host/officeHost';
import { serveWorkbook } from '../serveWorkbook';
import { openWorkbook } from '../xlsx/open';
import { saveWorkbook } from '../xlsx/save';
import type { OpenedFile } from '../xlsx/source';
import { renderSheet } from './sheetView';
import { words } from './words';

const SAMPLE = 'assets/exemple-centre-appels.xlsx';

/** An element of the page by its id. */
const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
};

const locale = (new URLSearchParams(location.search).get('lang') ?? navigator.language).startsWith('en') ? 'en-US' : 'fr-FR';
const text = words[locale];

/** Draws the active sheet and the tabs of a workbook. */
const show = (book: Book): void => {
  const active = book.sheets[book.activeSheet] ?? book.sheets[0];
  if (active) renderSheet(part('sheet'), book, active);
  part('tabs').replaceChildren(
    ...book.sheets
      .filter(({ visibility }) => visibility === 'Visible')
      .map((sheet) => {
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.textContent = sheet.name;
        tab.setAttribute('aria-current', String(sheet === active));
        tab.addEventListener('click', () => {
          book.activeSheet = book.sheets.indexOf(sheet);
          show(book);
        });
        return tab;
      }),
  );
};

/** Redraws once after any number of batches within a frame. */
const redrawAfterBatches = (host: OfficeHost, book: Book): void => {
  let waiting = false;
  host.observe(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show(book);
    });
  });
};

let takeAway: (() => void) | undefined;
let current: OpenedFile | undefined;

const open = (bytes: Uint8Array, name: string): void => {
  const opened = openWorkbook(bytes, name);
  if (!opened.ok) {
    part('status').textContent = text.refused(name, opened.problem.code);
    return;
  }
  takeAway?.();
  current = opened.value;
  part('file-name').textContent = name;
  part('status').textContent = '';
  show(current.book);
  const host = serveWorkbook(current.book, { locale });
  redrawAfterBatches(host, current.book);
  takeAway = mountTaskPane(part('pane'), 'taskpane.html', host);
  const frame = part('pane').querySelector('iframe');
  if (frame) frame.title = text.pane;
};

const openFile = async (file: File | undefined): Promise<void> => {
  if (file) open(new Uint8Array(await file.arrayBuffer()), file.name);
};

const download = (): void => {
  if (!current) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([saveWorkbook(current).slice()]));
  link.download = current.book.fileName;
  link.click();
  URL.revokeObjectURL(link.href);
};

const start = async (): Promise<void> => {
  document.documentElement.lang = locale.slice(0, 2);
  part('open-label').textContent = text.open;
  part('download').textContent = text.download;
  part('sheet').setAttribute('aria-label', text.sheet);
  part('tabs').setAttribute('aria-label', text.tabs);
  part('download').addEventListener('click', download);
  part('open').addEventListener('change', ({ target }) => {
    void openFile((target as HTMLInputElement).files?.[0]);
  });
  const area = part('sheet');
  area.addEventListener('dragover', (event) => {
    event.preventDefault();
    area.classList.add('dropping');
  });
  area.addEventListener('dragleave', () => {
    area.classList.remove('dropping');
  });
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    area.classList.remove('dropping');
    void openFile(event.dataTransfer?.files[0]);
  });
  const sample = await fetch(SAMPLE);
  open(new Uint8Array(await sample.arrayBuffer()), SAMPLE.slice(SAMPLE.lastIndexOf('/') + 1));
};

void start();
