/** Bars in the shape of what comes; `block`: a larger part stands above the rows. */
export const Skeleton = ({ block = false }: { block?: boolean }) => (
  <div className="skeleton" aria-hidden>
    {block && <div className="skeleton-block" />}
    {['one', 'two', 'three'].map((row) => (
      <div className="skeleton-row" key={row}>
        <span />
        <span />
      </div>
    ))}
  </div>
);
