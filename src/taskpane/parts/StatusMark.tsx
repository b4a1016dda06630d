import type { ReactNode } from 'react';
import { Checkmark16Filled } from '@fluentui/react-icons/svg/checkmark';
import { Dismiss16Filled } from '@fluentui/react-icons/svg/dismiss';
import { Triangle12Filled } from '@fluentui/react-icons/svg/triangle';
import type { Status } from '../../core/kpi/kpi';

export type Tone = 'good' | 'watch' | 'bad';

/** How a KPI's status is marked; null for one that is held to nothing. */
export const TONE_OF: Readonly<Record<Status, Tone | null>> = { green: 'good', amber: 'watch', red: 'bad', none: null };

const SIGNS: Readonly<Record<Tone, ReactNode>> = {
  good: <Checkmark16Filled aria-hidden />,
  watch: <Triangle12Filled aria-hidden />,
  bad: <Dismiss16Filled aria-hidden />,
};

/** A status: always a sign, a word and a colour together. */
export const StatusMark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`status status-${tone}`}>
    {SIGNS[tone]}
    <span>{children}</span>
  </span>
);
