import type { Problem } from '../../core/problem';
import type { ProblemWords } from './problemWords';

/** What the user should know, a row each. */
export const Remarks = ({ problems, words }: { problems: readonly Problem[]; words: ProblemWords }) => (
  <ul>
    {problems.map((remark) => (
      <li className="row" key={`${remark.code} ${remark.place?.sheet ?? ''} ${remark.place?.cell ?? ''}`}>
        <span>
          {words(remark).title} <p className="caption">{words(remark).body}</p>
        </span>
      </li>
    ))}
  </ul>
);
