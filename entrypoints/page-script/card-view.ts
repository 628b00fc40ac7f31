import { renderCard } from '../../page/card/card-view';
import type { PageWorld } from '../../page/readers/register';

// Runs in the world of the core script, which asked for it.
const { paperkin } = globalThis as PageWorld;
if (paperkin) paperkin.renderCard = renderCard;
