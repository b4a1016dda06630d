import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { asTitle } from './asTitle';
import { useBackKeys } from './backKeys';

type Props = { title: string; back: { label: string; go: () => void }; children?: ReactNode };

/** The head of a page that another one led to: the way back (its keys too), the title, which takes the focus, and its line of context. */
export const PageHead = ({ title, back, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useBackKeys(back.go);
  return (
    <div className="head">
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular aria-hidden />}
        aria-label={back.label}
        title={back.label}
        onClick={back.go}
      />
      <div>
        <h1 tabIndex={-1} ref={heading}>
          {asTitle(title)}
        </h1>
        {children}
      </div>
    </div>
  );
};
