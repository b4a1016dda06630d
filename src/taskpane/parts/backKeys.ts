import { useEffect, useRef } from 'react';

/** Fields in which Esc belongs to what is typed or to the list that is open. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio');

/** Esc and Alt + ← lead back, wherever the focus is on the page; Esc not out of a field, which would lose what is typed. */
export const useBackKeys = (go: () => void): void => {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const leaves = event.key === 'Escape' ? !isField(event.target) : event.key === 'ArrowLeft' && event.altKey;
      if (!leaves || event.defaultPrevented) return;
      event.preventDefault();
      // office.js listens on the document: it would take Esc for leaving the pane, and the focus would come back elsewhere.
      event.stopPropagation();
      latest.current();
    };
    document.body.addEventListener('keydown', pressed);
    return () => document.body.removeEventListener('keydown', pressed);
  }, []);
};
