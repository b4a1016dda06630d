import type { ReactNode } from 'react';
import { Checkmark16Filled } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { SECTIONS, type SectionName } from './meteoState';
import type { MeteoStrings } from './strings';

/** Frame of the page that a section fills; the message stands above them. */
export type FrameColour = 'green' | 'yellow' | 'blue';

type Props = {
  name: SectionName;
  title: string;
  /** What it holds, in a line, open or closed. */
  caption: string;
  frame: FrameColour | null;
  open: boolean;
  seen: boolean;
  strings: MeteoStrings;
  onToggle: () => void;
  children: ReactNode;
};

/** Identifier of a section's heading, which the focus goes to when what had it is gone. */
export const headingOf = (name: SectionName): string => `meteo-${name}`;

/** A section of the page being written: its heading opens it, its number becomes a check once it was opened. */
export const SectionFrame = ({ name, title, caption, frame, open, seen, strings, onToggle, children }: Props) => {
  const place = SECTIONS.indexOf(name) + 1;
  const heading = headingOf(name);
  const body = `${heading}-body`;
  const isRead = seen && !open;
  return (
    <section className="part" aria-labelledby={heading}>
      <h2 className="part-head">
        <button type="button" id={heading} className="part-button" aria-expanded={open} aria-controls={body} onClick={onToggle}>
          <span className={`part-number${isRead ? ' part-read' : open ? ' part-open' : ''}`} aria-hidden>
            {isRead ? <Checkmark16Filled /> : place}
          </span>
          <span className="part-title">
            {frame && <span className={`part-frame part-frame-${frame}`} aria-hidden />}
            {title}
          </span>
          <span className="spoken">{isRead ? `, ${strings.read}` : `, ${strings.toRead(place)}`}</span>
          {open ? <ChevronUp20Regular aria-hidden /> : <ChevronDown20Regular aria-hidden />}
        </button>
      </h2>
      <p className="caption part-caption">{caption}</p>
      <div id={body} className="part-body" hidden={!open}>
        {open && children}
      </div>
    </section>
  );
};
