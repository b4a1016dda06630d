import type { MeteoDraft } from './draft';
import type { MeteoEdits } from './edits';
import { plainText, type PageEntries } from './journal';
import { printedSentence } from './journalItems';
import { FROM_FIGURES, isReworded } from './journalEdits';
import { proposeFacts, type FactProposal } from './proposals';

/**
 * The facts of a page with what a person added: each added one is printed, and none of the drafted ones gives way to it. A
 * fact of the figures that a person reworded went to the journal when the page was generated: it is printed once.
 */
export const factsWithEdits = (draft: MeteoDraft, entries: PageEntries, edits: MeteoEdits): readonly FactProposal[] => {
  const before = new Map(draft.facts.map((fact) => [fact.id, fact]));
  const now = proposeFacts(draft.input, entries, draft.figureFacts);
  const facts = now.map((fact) => (FROM_FIGURES.includes(fact.origin) ? (before.get(fact.id) ?? fact) : fact));
  const reworded = new Set(
    facts
      .filter((fact) => isReworded(fact, edits))
      .map(({ id }) => plainText(printedSentence(edits.facts?.[id]?.text ?? '', draft.input.language))),
  );
  return facts.filter((fact) => FROM_FIGURES.includes(fact.origin) || !reworded.has(plainText(fact.text)));
};
