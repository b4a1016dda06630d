/** A button of the add-in's manifest, in one language. */
export type RibbonButton = {
  id: string;
  label: string;
  title: string;
  tip: string;
  icon: string;
  action: { kind: 'function'; name: string } | { kind: 'pane'; address: string };
};

export type RibbonGroup = { label: string; functionFile: string; buttons: readonly RibbonButton[] };

const textOf = (parent: Element | undefined, tag: string): string => parent?.getElementsByTagName(tag)[0]?.textContent ?? '';

const residOf = (parent: Element | undefined, tag: string): string =>
  parent?.getElementsByTagName(tag)[0]?.getAttribute('resid') ?? '';

/**
 * Reads the group of buttons of a manifest as Excel does, for a language (`fr-FR`); its addresses lead to this server, wherever
 * the manifest says that the add-in is served from.
 */
export const readRibbon = (xml: string, locale: string): RibbonGroup => {
  const manifest = new DOMParser().parseFromString(xml, 'text/xml');
  const said = new Map(
    ['String', 'Url', 'Image'].flatMap((tag) =>
      [...manifest.getElementsByTagNameNS('*', tag)].flatMap((element) => {
        const id = element.getAttribute('id');
        const override = [...element.children].find((child) => child.getAttribute('Locale') === locale);
        return id ? [[id, override?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? ''] as const] : [];
      }),
    ),
  );
  const resource = (id: string): string => said.get(id) ?? '';
  const here = (id: string): string => {
    const { pathname, search } = new URL(resource(id));
    // Below the folder of this page, at whatever depth the manifest's server has the add-in.
    return (
      pathname.slice(
        pathname.lastIndexOf('/assets/') >= 0 ? pathname.lastIndexOf('/assets/') + 1 : pathname.lastIndexOf('/') + 1,
      ) + search
    );
  };
  const buttons = [...manifest.getElementsByTagName('Control')].map((control): RibbonButton => {
    const [action] = control.getElementsByTagName('Action');
    const [supertip] = control.getElementsByTagName('Supertip');
    const icon = [...control.getElementsByTagNameNS('*', 'Image')].find((image) => image.getAttribute('size') === '80');
    const functionName = textOf(action, 'FunctionName');
    return {
      id: control.getAttribute('id') ?? '',
      label: resource(residOf(control, 'Label')),
      title: resource(residOf(supertip, 'Title')),
      tip: resource(residOf(supertip, 'Description')),
      icon: here(icon?.getAttribute('resid') ?? ''),
      action: functionName
        ? { kind: 'function', name: functionName }
        : { kind: 'pane', address: here(residOf(action, 'SourceLocation')) },
    };
  });
  const [group] = manifest.getElementsByTagName('Group');
  const label = [...(group?.children ?? [])].find(({ tagName }) => tagName === 'Label')?.getAttribute('resid') ?? '';
  const functionFile = manifest.getElementsByTagName('FunctionFile')[0]?.getAttribute('resid') ?? '';
  return { label: resource(label), functionFile: here(functionFile), buttons };
};

/** The buttons as a toolbar: one stop of the Tab key, arrows from one to the next. */
export const drawRibbon = (target: HTMLElement, { label, buttons }: RibbonGroup, press: (button: RibbonButton) => void): void => {
  target.setAttribute('aria-label', label);
  const made = buttons.map((button, index) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.id = button.id;
    element.title = `${button.title}\n${button.tip}`;
    element.tabIndex = index === 0 ? 0 : -1;
    const icon = document.createElement('img');
    icon.src = button.icon;
    icon.alt = '';
    const text = document.createElement('span');
    text.textContent = button.label;
    element.append(icon, text);
    element.addEventListener('click', () => {
      press(button);
    });
    element.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      const next = step === 0 ? undefined : made[(index + step + made.length) % made.length];
      if (!next) return;
      for (const other of made) other.tabIndex = other === next ? 0 : -1;
      next.focus();
    });
    return element;
  });
  target.replaceChildren(...made);
};
