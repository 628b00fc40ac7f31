import { render } from 'preact';
import { Card, type CardProps } from '../../components/card';
import { Messages, type Translate } from '../../components/messages';

/** Draws the card into its container; with null, takes it away and everything it holds. */
export type RenderCard = typeof renderCard;

/** See `RenderCard`. */
export function renderCard(container: HTMLElement, translate: Translate, props: CardProps | null): void {
  render(
    props && (
      <Messages.Provider value={translate}>
        <Card {...props} />
      </Messages.Provider>
    ),
    container,
  );
}
