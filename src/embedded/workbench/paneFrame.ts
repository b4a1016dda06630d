import { mountTaskPane } from '../host/iframeTransport';
import type { OfficeHost } from '../host/officeHost';

export type ThemeName = 'light' | 'dark' | 'contrast';

/** Colours that Excel for Windows gives its panes, by theme. */
const THEMES: Readonly<Record<ThemeName, Readonly<Record<string, string>> | null>> = {
  // Excel on the web, which this page stands for, tells no theme.
  light: null,
  dark: {
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#0F0F0F',
    controlForegroundColor: '#FFFFFF',
  },
  contrast: {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#FFFFFF',
  },
};

/** The part of office.js that builds `Office.context`; its constructor takes a theme that its web edition never passes. */
type OfficeRealm = {
  OSF?: {
    OfficeAppContext?: new (...facts: unknown[]) => { get_officeTheme: () => unknown };
    DDA?: { WAC?: { Delegate?: { openDialog?: (asked: { targetId: string }) => void } } };
  };
};

const giveTheme = ({ OSF }: OfficeRealm, theme: Readonly<Record<string, string>>): void => {
  const Context = OSF?.OfficeAppContext;
  if (!OSF || !Context) return;
  OSF.OfficeAppContext = new Proxy(Context, {
    construct: (made, facts) => Object.assign(new made(...(facts as unknown[])), { get_officeTheme: () => theme }),
  });
};

/** On the web office.js opens windows itself, after a question in the add-in's page: this page shows them in its place. */
const takeDialogs = ({ OSF }: OfficeRealm, open: (address: string) => void): void => {
  const delegate = OSF?.DDA?.WAC?.Delegate;
  if (delegate)
    delegate.openDialog = ({ targetId }) => {
      const { url } = JSON.parse(targetId) as { url: string };
      open(url);
    };
};

type Mounting = {
  address: string;
  title: string;
  theme: ThemeName;
  /** Shows a window that the add-in opens. */
  onDialog: (address: string) => void;
};

/**
 * Puts a page of the add-in into an element, connected to a host, with Office's theme. Returns the function that takes it away.
 * The theme is given when office.js first speaks: it is loaded then, and has not yet built `Office.context`.
 */
export const mountPane = (target: HTMLElement, host: OfficeHost, { address, title, theme, onDialog }: Mounting): (() => void) => {
  const colours = THEMES[theme];
  const stopWatching = host.observe(() => {
    stopWatching();
    const realm = target.querySelector('iframe')?.contentWindow as unknown as OfficeRealm | null;
    if (!realm) return;
    if (colours) giveTheme(realm, colours);
    takeDialogs(realm, onDialog);
  });
  const takeAway = mountTaskPane(target, address, host);
  const frame = target.querySelector('iframe');
  if (frame) frame.title = title;
  return takeAway;
};
