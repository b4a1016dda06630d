type Props = {
  /** What is being done. */
  label: string;
  /** How far it is; null while nobody can tell. */
  share: { done: number; total: number } | null;
};

/** How far something is, as a line that fills; one that moves along while nobody can tell. */
export const ProgressLine = ({ label, share }: Props) => (
  <div
    className="progress"
    role="progressbar"
    aria-label={label}
    {...(share && { 'aria-valuenow': share.done, 'aria-valuemin': 0, 'aria-valuemax': share.total })}
  >
    <span
      className={share ? 'progress-part' : 'progress-moving'}
      style={share ? { width: `${String(Math.min(100, (100 * share.done) / share.total))}%` } : undefined}
    />
  </div>
);
