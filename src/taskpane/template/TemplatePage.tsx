import { useState } from 'react';
import { Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { TEMPLATE_DOMAINS, type TemplateDomain } from '../../core/template/domains';
import type { Problem } from '../../core/problem';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { templateStrings } from './strings';

/** Starts from a template: the domain is chosen, and the sheets that it needs are written. */
export const TemplatePage = ({ actions, words, language, action, onBack, onChanged }: PageProps) => {
  const strings = templateStrings[language];
  const [domain, setDomain] = useState<TemplateDomain>('inbound');
  const [examples, setExamples] = useState(true);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = (): void => {
    setRunning(true);
    void actions.addTemplate(domain, examples).then((result) => {
      setRunning(false);
      if (result.ok) onChanged();
      else setProblem(result.problem);
    });
  };
  return (
    <>
      <main>
        <PageHead title={strings.title} back={{ label: strings.back, go: onBack }}>
          <p className="caption">{strings.caption}</p>
        </PageHead>
        <RadioGroup
          aria-label={strings.title}
          value={domain}
          disabled={running}
          onChange={(_event, { value }) => setDomain(TEMPLATE_DOMAINS.find((name) => name === value) ?? domain)}
        >
          {TEMPLATE_DOMAINS.map((name) => (
            <Radio
              key={name}
              value={name}
              label={
                <>
                  {strings.domains[name].name}
                  <span className="caption answer-note">{strings.domains[name].about}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
        <Checkbox
          label={strings.examples}
          checked={examples}
          disabled={running}
          onChange={(_event, { checked }) => setExamples(checked === true)}
        />
      </main>
      <ActionDock
        label={action}
        note={running || problem ? null : strings.note}
        running={running ? strings.running : null}
        problem={problem && words(problem)}
        primary={{ text: strings.create, disabled: running, writes: true, run: create }}
      />
    </>
  );
};
