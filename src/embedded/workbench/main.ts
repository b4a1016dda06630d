import './workbench.css';
import type { OfficeHost } from '../host/officeHost';
import { openForAddIns, type OpenWorkbook } from '../serveWorkbook';
import { openWorkbook } from '../xlsx/open';
import { saveWorkbook } from '../xlsx/save';
import type { OpenedFile } from '../xlsx/source';
import { acceptDrops, choose, part, saveFile } from './page';
import { mountPane, type ThemeName } from './paneFrame';
import { refusalText } from './refusal';
import { drawRibbon, readRibbon, type RibbonButton, type RibbonGroup } from './ribbon';
import { SheetPane } from './sheetPane';
import { words, type Locale } from './words';

const SAMPLE = 'assets/exemple-centre-appels.xlsx';
const PANE = 'taskpane.html';
const WIDTHS = ['320', '350', '450'] as const;

const asked = new URLSearchParams(location.search);
const isEnglish = (asked.get('lang') ?? navigator.language).toLowerCase().startsWith('en');
/** `?access=read` opens workbooks as Excel does those of others. */
const readOnly = asked.get('access') === 'read';
const THEMES: readonly ThemeName[] = ['light', 'dark', 'contrast'];

/** What the page shows, and how. */
let locale: Locale = isEnglish ? 'en-US' : 'fr-FR';
let theme = THEMES.find((name) => name === asked.get('theme')) ?? 'light';
let file: OpenedFile | null = null;
let workbook: OpenWorkbook | null = null;
let manifest = '';
let ribbon: RibbonGroup | null = null;
let closePane = (): void => undefined;
let closeFunctions = (): void => undefined;
let functionsHost: OfficeHost | null = null;
/** Hosts of the open workbook. */
let hosts: OfficeHost[] = [];
const sheets = new SheetPane((isEditing) => {
  for (const { conditions } of hosts) conditions.cellEditing = isEditing;
});

const say = (text: string): void => {
  part('status').textContent = text;
};

/** Shows what a host does: redraws once after any number of batches within a frame that changed something. */
const shown = (host: OfficeHost): OfficeHost => {
  let waiting = false;
  hosts.push(host);
  host.observe(({ direction, kind }) => {
    // To office.js, selecting and activating are no writes.
    if (waiting || direction !== 'response' || (kind !== 'write' && !sheets.isElsewhere)) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      sheets.show();
    });
  });
  return host;
};

/** A window that the add-in opens: what it has to say stands in the fragment of its address. */
const showWindow = (address: string): void => {
  part('window-text').textContent = new URLSearchParams(new URL(address).hash.slice(1)).get('message') ?? address;
  (part('window') as HTMLDialogElement).showModal();
  say('');
};

const showPane = (address: string): void => {
  if (!workbook) return;
  closePane();
  closePane = mountPane(part('pane'), shown(workbook.newHost()), {
    address,
    title: words[locale].pane,
    theme,
    onDialog: showWindow,
  });
};

/** The page of the ribbon's functions, loaded with the first button that needs it, as Excel does. */
const functions = (open: OpenWorkbook, address: string): OfficeHost => {
  if (functionsHost) return functionsHost;
  functionsHost = shown(open.newHost());
  closeFunctions = mountPane(part('functions'), functionsHost, {
    address,
    title: words[locale].functions,
    theme,
    onDialog: showWindow,
  });
  return functionsHost;
};

const press = ({ action, id, label }: RibbonButton): void => {
  if (!workbook || !ribbon) return;
  if (action.kind === 'pane') {
    showPane(action.address);
    return;
  }
  const text = words[locale];
  say(text.working(label));
  void functions(workbook, ribbon.functionFile)
    .pressCommand(action.name, id)
    .then(({ hasRun }) => {
      if (!(part('window') as HTMLDialogElement).open) say(hasRun ? text.finished(label) : text.notRun(label));
    });
};

/** Serves the open file anew: to another language of Excel, or for the first time. */
const serve = (): void => {
  if (!file) return;
  closeFunctions();
  closeFunctions = () => undefined;
  functionsHost = null;
  hosts = [];
  workbook = openForAddIns(file.book, { locale, readOnly });
  sheets.open(workbook, locale);
  showPane(PANE);
};

const label = (): void => {
  const text = words[locale];
  document.documentElement.lang = locale.slice(0, 2);
  document.documentElement.dataset['theme'] = theme;
  document.title = text.title;
  const texts = {
    title: 'Météo Client',
    'open-label': text.open,
    download: text.download,
    'language-label': text.language,
    'theme-label': text.theme,
    'width-label': text.width,
    'pages-label': text.pages,
    drop: text.drop,
    'window-close': text.close,
  };
  for (const [id, said] of Object.entries(texts)) part(id).textContent = said;
  part('cell-name').setAttribute('aria-label', text.cellName);
  part('content').setAttribute('aria-label', text.content);
  part('pane').setAttribute('aria-label', text.pane);
  part('window').setAttribute('aria-label', text.pane);
  ribbon = readRibbon(manifest, locale);
  drawRibbon(part('ribbon'), ribbon, press);
};

const showChoices = (): void => {
  const { themes, pixels } = words[locale];
  choose('language', [['fr-FR', 'Français'] as const, ['en-US', 'English'] as const], locale, (chosen) => {
    locale = chosen;
    label();
    showChoices();
    serve();
  });
  choose(
    'theme',
    THEMES.map((name) => [name, themes[name]] as const),
    theme,
    (chosen) => {
      theme = chosen;
      label();
      serve();
    },
  );
  const width = part('pane').style.width.replace('px', '') || '350';
  choose(
    'width',
    WIDTHS.map((value) => [value, pixels(Number(value))] as const),
    width as (typeof WIDTHS)[number],
    (chosen) => {
      part('pane').style.width = `${chosen}px`;
    },
  );
};

const open = (bytes: Uint8Array, name: string): void => {
  const opened = openWorkbook(bytes, name);
  if (!opened.ok) {
    say(refusalText(opened.problem, locale));
    return;
  }
  file = opened.value;
  part('file-name').textContent = name;
  serve();
};

const openFile = async (chosen: File): Promise<void> => {
  say(words[locale].opening(chosen.name));
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  say('');
  open(bytes, chosen.name);
};

const start = async (): Promise<void> => {
  manifest = await (await fetch('manifest.xml')).text();
  label();
  showChoices();
  part('download').addEventListener('click', () => {
    if (file) saveFile(saveWorkbook(file), file.book.fileName);
  });
  const input = part('open') as HTMLInputElement;
  input.addEventListener('change', () => {
    const [chosen] = input.files ?? [];
    if (chosen) void openFile(chosen);
    // The same file may be chosen again.
    input.value = '';
  });
  acceptDrops(part('drop'), (dropped) => void openFile(dropped));
  const sample = await fetch(SAMPLE);
  const bytes = sample.ok ? new Uint8Array(await sample.arrayBuffer()) : null;
  // Whoever was quicker with a file of their own keeps it.
  if (file) return;
  if (bytes) open(bytes, SAMPLE.slice(SAMPLE.lastIndexOf('/') + 1));
  else say(words[locale].noSample);
};

void start();
