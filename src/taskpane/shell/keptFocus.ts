import { useEffect, type RefObject } from 'react';

/** Titles and headings that can take the focus. */
const HEADINGS = 'h1[tabindex], h2[tabindex]';

const isThere = (element: Element): boolean => element.isConnected && !element.matches(':disabled');

/**
 * Keeps the focus from being lost: where the element that had it goes away or is disabled, the heading of the nearest part of the
 * page that is still there takes it, else the title. Nothing is taken from the sheet, nor from who clicked beside everything.
 */
export const useKeptFocus = (panel: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const root = panel.current;
    if (!root) return undefined;
    /** What has the focus, and all that it lies in, the nearest first. */
    let path: readonly Element[] = [];
    const entered = ({ target }: FocusEvent): void => {
      const around: Element[] = [];
      for (let element = target instanceof Element ? target : null; element && element !== root; element = element.parentElement)
        around.push(element);
      path = around;
    };
    const left = ({ target }: FocusEvent): void =>
      // An element that goes away is still there while it says so.
      queueMicrotask(() => {
        if (target === path[0] && path[0] && isThere(path[0]) && document.hasFocus()) path = [];
      });
    const keep = (): void => {
      const [last] = path;
      const { activeElement } = document;
      if (!last || isThere(last) || activeElement !== document.body || !document.hasFocus()) return;
      const part = path.find((element) => element.isConnected && element.querySelector(HEADINGS)) ?? root;
      part.querySelector<HTMLElement>(HEADINGS)?.focus();
    };
    const observer = new MutationObserver(() => requestAnimationFrame(keep));
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    root.addEventListener('focusin', entered);
    root.addEventListener('focusout', left);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', entered);
      root.removeEventListener('focusout', left);
    };
  }, [panel]);
};
