/** An element of the page by its id. */
export const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
};

/** A list to choose from: its choices, the one that stands, and what to do with another. */
export const choose = <T extends string>(
  id: string,
  choices: readonly (readonly [value: T, label: string])[],
  chosen: T,
  onChoice: (value: T) => void,
): void => {
  const list = part(id) as HTMLSelectElement;
  list.replaceChildren(...choices.map(([value, label]) => new Option(label, value, false, value === chosen)));
  list.onchange = () => {
    const choice = choices.find(([value]) => value === list.value);
    if (choice) onChoice(choice[0]);
  };
};

/** Takes files that are dropped anywhere on the page, and shows where while one is held over it. */
export const acceptDrops = (veil: HTMLElement, open: (file: File) => void): void => {
  const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
  const show = (shown: boolean): void => {
    veil.hidden = !shown;
  };
  window.addEventListener('dragenter', (event) => {
    if (holdsFile(event)) show(true);
  });
  // The veil lies over the page and its frames: it alone sees the file leave or fall.
  veil.addEventListener('dragleave', () => {
    show(false);
  });
  for (const target of [window, veil])
    target.addEventListener('dragover', (event) => {
      event.preventDefault();
    });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    show(false);
    const file = event.dataTransfer?.files[0];
    if (file) open(file);
  });
};

/** Gives a file to the user's downloads. */
export const saveFile = (bytes: Uint8Array, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes.slice()]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
