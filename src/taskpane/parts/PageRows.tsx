import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

type PageRow = { key: string; label: string; caption: string; open: () => void };

/** Rows that lead to other pages. */
export const PageRows = ({ rows }: { rows: readonly PageRow[] }) => (
  <ul>
    {rows.map(({ key, label, caption, open }) => (
      <li className="row" key={key}>
        <button type="button" className="row-button" onClick={open}>
          <span>{label}</span>
          <span className="caption">{caption}</span>
        </button>
        <ChevronRight16Regular aria-hidden />
      </li>
    ))}
  </ul>
);
