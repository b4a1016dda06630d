import { useState } from 'react';
import type { Problem } from '../../core/problem';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { FindingList, keyOf, useFindings } from './FindingList';
import { findingStrings } from './strings';

/** The page of findings: what the linter doubts in the user's own calculations, each with a formula to write beside it. */
export const FindingsPage = ({ actions, words, language, action, onBack }: PageProps) => {
  const { findings, problem, read, refresh } = useFindings(actions);
  const [ignored, setIgnored] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const strings = findingStrings[language];

  const open = findings?.filter((finding) => !ignored.includes(keyOf(finding))) ?? [];
  const failed = problem ?? refusal;
  const title = problem
    ? words(problem).title
    : !findings
      ? strings.loading
      : open.length === 0
        ? strings.none
        : strings.title(open.length);
  return (
    <>
      <main aria-busy={!findings && !problem}>
        {/* Another one where a finding goes: it takes the focus that went with it, and is read. */}
        <PageHead key={ignored.length} title={title} back={{ label: strings.back, go: onBack }}>
          {!problem && <p className="caption">{strings.caption}</p>}
        </PageHead>
        <FindingList
          findings={open}
          actions={actions}
          language={language}
          onRefused={setRefusal}
          onWritten={refresh}
          onIgnore={(finding) => setIgnored((before) => [...before, keyOf(finding)])}
        />
      </main>
      <ActionDock
        label={action}
        pageWrites
        note={failed || open.length === 0 ? null : strings.note}
        running={!findings && !problem ? strings.loading : null}
        problem={failed ? words(failed) : null}
        primary={{ text: strings.again, disabled: !findings && !problem, run: read }}
      />
    </>
  );
};
