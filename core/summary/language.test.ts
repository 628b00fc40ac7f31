import { expect, it } from 'vitest';
import { isEnglish } from './language';

it.each<[boolean, string]>([
  [true, 'We fold maps.'],
  [
    true,
    'Maps have been folded by hand for centuries, which is slow and often fails, and so we let graphs fold them for us.',
  ],
  [
    true,
    'Graph $\\mathcal{G}$ networks (GNNs; Müller, 2019) fold maps of all the cities in Europe in 4.5 hours on an A100, and this is what we do.',
  ],
  [false, '地图折叠很难。本文提出了一种折叠地图的新方法。'],
  [false, 'Складывать карты трудно. Мы предлагаем новый метод.'],
  [
    false,
    'Karten werden seit Jahrhunderten von Hand gefaltet, was langsam ist und oft misslingt, und deshalb lassen wir sie von kleinen Graphen falten.',
  ],
  [
    false,
    'Les cartes sont pliées à la main depuis des siècles, ce qui est lent et échoue souvent, et nous les faisons donc plier par de petits graphes.',
  ],
  [
    false,
    'Los mapas se doblan a mano desde hace siglos, lo que es lento y a menudo falla, y por eso dejamos que los doblen grafos pequeños.',
  ],
])('%s: %s', (english, text) => {
  expect(isEnglish(text)).toBe(english);
});
