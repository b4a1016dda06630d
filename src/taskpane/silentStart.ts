import './silentStart.css';
import type { Strings } from './strings/strings';

/** Milliseconds after which Office, which begins the conversation with Excel, is said to be silent. */
const SILENT = 10_000;

/**
 * Says in the empty pane that Excel does not answer, and offers to load it anew, until what it returns is called: Office has
 * begun. Elements of the page's own, since nothing that draws the pane is there before Office is.
 */
export const sayWhileSilent = (
  container: HTMLElement,
  { title, body, again }: Strings['silentStart'],
  reload: () => void,
): (() => void) => {
  const timer = setTimeout(() => {
    const main = document.createElement('main');
    main.className = 'silent-start';
    const heading = document.createElement('h1');
    heading.textContent = title;
    const text = document.createElement('p');
    text.textContent = body;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = again;
    button.addEventListener('click', reload);
    const said = document.createElement('div');
    said.setAttribute('role', 'alert');
    said.append(heading, text);
    main.append(said, button);
    container.replaceChildren(main);
  }, SILENT);
  return () => {
    clearTimeout(timer);
    container.replaceChildren();
  };
};
