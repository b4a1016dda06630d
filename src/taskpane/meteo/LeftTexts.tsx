import { useState } from 'react';
import { Link } from '@fluentui/react-components';
import { copyText } from '../parts/copyText';
import { typedTexts } from './editing';
import type { MeteoState } from './meteoState';
import type { MeteoStrings } from './strings';

type Props = { left: NonNullable<MeteoState['left']>; strings: MeteoStrings };

/** What was typed for a météo that somebody else has sent meanwhile: kept, to be copied. */
export const LeftTexts = ({ left, strings }: Props) => {
  const [copied, setCopied] = useState(false);
  return (
    <p className="question" role="status">
      {strings.left.text(left.number)}{' '}
      <Link as="button" onClick={() => void copyText(typedTexts(left.edits)).then(setCopied)}>
        {copied ? strings.left.copied : strings.left.copy}
      </Link>
    </p>
  );
};
