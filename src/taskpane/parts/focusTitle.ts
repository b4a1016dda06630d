/** The page's title takes the focus: what had it goes away. */
export const focusTitle = (): void => document.querySelector<HTMLElement>('h1')?.focus();
