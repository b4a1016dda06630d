import './meteo.css';
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ZoomIn20Regular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOut20Regular } from '@fluentui/react-icons/svg/zoom-out';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { GenerateDock } from './GenerateDock';
import { FitLine, pictureAddress } from './PageHeadline';
import { meteoStrings } from './strings';
import { useMeteo } from './useMeteo';

/** The page as it will be written and printed; at its actual size it scrolls inside its own frame. */
export const PreviewPage = ({ actions, words, language, action, flow, go, onBack }: PageProps) => {
  const { session, state } = useMeteo(actions, flow.state.reading);
  const [actual, setActual] = useState(false);
  const strings = meteoStrings[language];
  const { drawn } = state;
  const orientation = drawn?.prepared.content.orientation ?? 'portrait';
  return (
    <>
      <main aria-busy={!drawn}>
        <PageHead title={strings.preview.title} back={{ label: strings.preview.back, go: onBack }}>
          <p className="caption">{strings.preview[orientation]}</p>
        </PageHead>
        <div
          className={`paper-desk${actual ? ' paper-actual' : ''}`}
          {...(actual && { role: 'region', 'aria-label': strings.preview.region, tabIndex: 0 })}
        >
          {drawn ? (
            <img
              className="paper"
              alt={drawn.prepared.content.message}
              src={pictureAddress(drawn.picture)}
              style={actual ? { width: `${String(drawn.prepared.page.paper.width)}pt` } : undefined}
            />
          ) : (
            <div className="paper paper-frame" />
          )}
        </div>
        {drawn && (
          <div className="paper-tools">
            <FitLine fit={drawn.prepared.fit} strings={strings} />
            <Button
              icon={actual ? <ZoomOut20Regular aria-hidden /> : <ZoomIn20Regular aria-hidden />}
              onClick={() => setActual(!actual)}
            >
              {actual ? strings.preview.whole : strings.preview.actual}
            </Button>
          </div>
        )}
      </main>
      <GenerateDock
        label={action}
        state={state}
        session={session}
        strings={strings}
        words={words}
        language={language}
        workbook={flow.state}
        onWritten={() => {
          go('meteoResult');
          flow.read(true);
        }}
        onWanting={() => go('meteo')}
      />
    </>
  );
};
