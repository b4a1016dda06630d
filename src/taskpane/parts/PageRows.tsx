import type { ReactNode } from 'react';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

type PageRow = {
  key: string;
  label: string;
  caption: string;
  open: () => void;
  icon?: ReactNode;
  /** How it stands, under its caption. */
  status?: ReactNode;
};

/** Rows that lead to other pages. */
export const PageRows = ({ rows }: { rows: readonly PageRow[] }) => (
  <ul>
    {rows.map(({ key, label, caption, open, icon, status }) => (
      <li className="row" key={key}>
        <button type="button" className={icon ? 'row-button row-with-icon' : 'row-button'} onClick={open}>
          {icon}
          <span>
            <span>{label}</span>
            <span className="caption">{caption}</span>
            {status}
          </span>
        </button>
        <ChevronRight16Regular aria-hidden />
      </li>
    ))}
  </ul>
);
