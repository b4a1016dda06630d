import { Link } from '@fluentui/react-components';
import type { Place } from '../../core/problem';

type Props = { place: Place | null; title: string; onShow: (place: Place) => void };

/** A cell by its address, which selects it; nothing for what has no cell of its own. */
export const CellLink = ({ place, title, onShow }: Props) =>
  place?.sheet !== undefined && place.cell !== undefined ? (
    <Link as="button" title={title} onClick={() => onShow(place)}>
      {`${place.sheet.trim()}!${place.cell}`}
    </Link>
  ) : null;
