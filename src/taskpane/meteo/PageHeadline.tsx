import type { ReactNode } from 'react';
import { Button, Link } from '@fluentui/react-components';
import { ZoomIn20Regular } from '@fluentui/react-icons/svg/zoom-in';
import { StatusMark } from '../parts/StatusMark';
import type { MeteoStrings } from './strings';
import { enumerated } from '../../core/words/sideBySide';

/** A picture of the page as the address that an image takes. */
export const pictureAddress = (picture: string): string => `data:image/svg+xml,${encodeURIComponent(picture)}`;

/** ✔ the page holds all, or ▲ what is printed shorter, which leads to where it can be put right. */
export const FitLine = ({ fit, strings, onGo }: { fit: readonly string[]; strings: MeteoStrings; onGo?: () => void }) => {
  // Beside the picture there is room for the first of them; the preview names them all.
  const shortened = onGo ? strings.shortened(fit[0] ?? '', fit.length - 1) : strings.shortened(enumerated(fit), 0);
  return (
    <p className="fit">
      {fit.length === 0 ? (
        <StatusMark tone="good">{strings.fits}</StatusMark>
      ) : (
        <StatusMark tone="watch">
          {onGo ? (
            <Link as="button" onClick={onGo}>
              {shortened}
            </Link>
          ) : (
            shortened
          )}
        </StatusMark>
      )}
    </p>
  );
};

type Props = {
  title: string;
  /** null: the page is still being drafted, its frame stands for it. */
  picture: string | null;
  strings: MeteoStrings;
  /** null: there is no page to look at any more. */
  onEnlarge: (() => void) | null;
  children: ReactNode;
};

/** Head of the tab: what is true of the météo, and beside it the page as it is now. */
export const PageHeadline = ({ title, picture, strings, onEnlarge, children }: Props) => (
  <div className="meteo-head">
    <div className="meteo-head-words">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
    <div className="thumbnail">
      {picture === null ? (
        <div className="thumbnail-frame" />
      ) : (
        <>
          <img aria-hidden alt="" src={pictureAddress(picture)} />
          {onEnlarge && (
            <Button
              className="thumbnail-button"
              icon={<ZoomIn20Regular aria-hidden />}
              aria-label={strings.enlarge}
              title={strings.enlarge}
              onClick={onEnlarge}
            />
          )}
        </>
      )}
    </div>
  </div>
);
