import { useEffect } from 'react';

/**
 * Tab from a title goes on to the next control. In Excel on the web, office.js moves the focus itself, among what Tab stops at:
 * from a title, which only takes the focus when its page opens, it would leave the pane. It listens on the window: what Tab
 * does from there is left to the browser.
 */
export const useTabKeys = (): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Tab' && event.target instanceof HTMLElement && event.target.tabIndex < 0) event.stopPropagation();
    };
    document.body.addEventListener('keydown', pressed);
    return () => document.body.removeEventListener('keydown', pressed);
  }, []);
};
