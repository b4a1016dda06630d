import type { Visit } from './visit';
import { overflowsNow } from './look';

/** Words of no language, to lengthen texts with. */
const FILLING = ['lôrëm', 'ïpsüm', 'dölör', 'çönsèctétûr', 'ât', 'vëlït'];

/**
 * What would be cut or stick out in a language whose texts are so much longer: every text that the pane shows, and those of its
 * fields, is lengthened, looked at, and put back before anything else can happen. Figures stay as they are.
 */
export const overflowsLonger = async (visit: Visit, share = 0.4): Promise<string[]> => {
  await visit.frame.evaluate(overflowsNow);
  return visit.frame.evaluate(
    ([filling, more]) => {
      const longer = (text: string): string => {
        let added = '';
        for (let place = 0; added.length < text.trim().length * more; place++)
          added += ` ${filling[place % filling.length] ?? ''}`;
        return `${text.trimEnd()}${added}${/\s$/.test(text) ? ' ' : ''}`;
      };
      const walker = document.createTreeWalker(document.querySelector('#pane') ?? document.body, NodeFilter.SHOW_TEXT);
      const changed: [Node, string][] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (/\p{L}{2}/u.test(node.nodeValue ?? '') && !node.parentElement?.closest('svg, textarea'))
          changed.push([node, node.nodeValue ?? '']);
      for (const [node, text] of changed) node.nodeValue = longer(text);
      const found = (window as unknown as { overflows: () => string[] }).overflows();
      for (const [node, text] of changed) node.nodeValue = text;
      return found;
    },
    [FILLING, share] as const,
  );
};
