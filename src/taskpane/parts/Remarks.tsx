import { Link } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import type { ProblemWords } from './problemWords';
import type { Remedy } from './remedy';

type Props = {
  problems: readonly Problem[];
  words: ProblemWords;
  /** What a remark leads to, where something helps. */
  remedy?: (problem: Problem) => Remedy | null;
};

/** What the user should know, a row each. */
export const Remarks = ({ problems, words, remedy }: Props) => (
  <ul>
    {problems.map((remark) => {
      const { title, body } = words(remark);
      const way = remedy?.(remark) ?? null;
      return (
        <li className="row" key={`${remark.code} ${remark.place?.sheet ?? ''} ${remark.place?.cell ?? ''}`}>
          <span>
            {title} <p className="caption">{body}</p>
            {way && (
              <Link as="button" onClick={way.run}>
                {way.text}
              </Link>
            )}
          </span>
        </li>
      );
    })}
  </ul>
);
