import { useEffect, useRef } from 'react';
import type { Flow } from '../useFlow';

/** Does a page's part each time that the workbook was read again because somebody else had changed it. */
export const useFollowed = ({ state: { followed } }: Flow, work: () => void): void => {
  const seen = useRef(followed);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    if (followed === seen.current) return;
    seen.current = followed;
    latest.current();
  }, [followed]);
};
