/** Marks the one button of a page that its main action has: what its keys press, and what readers say of it. */
export const MAIN_ACTION = { 'aria-keyshortcuts': 'Control+Enter Meta+Enter' };

/**
 * Ctrl + Enter, or Cmd + Enter, wherever the focus is. The button takes the focus first, as it does when it is clicked: a field
 * that saves what was typed when it is left does so. False where the keys are others, or nothing is to be done now.
 */
export const pressMainAction = (event: KeyboardEvent, root: ParentNode): boolean => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return false;
  const button = root.querySelector<HTMLElement>(`[aria-keyshortcuts="${MAIN_ACTION['aria-keyshortcuts']}"]`);
  if (!button || button.matches(':disabled, [aria-disabled="true"]')) return false;
  button.focus();
  button.click();
  return true;
};
