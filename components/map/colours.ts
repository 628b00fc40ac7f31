/** The colours of a picture; each is one that files and canvases know, `#rrggbb`. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly cluster: (cluster: number) => string;
}

/** Degrees between the hues of clusters that follow each other: the golden angle, so that none comes again for long. */
const HUE_STEP = 137.5;
const FIRST_HUE = 160;
const SATURATION = { light: 0.42, dark: 0.4 } as const;
/** Chosen so that text of every hue has a contrast of 4.5 with the paper of its theme. */
const LIGHTNESS = { light: 0.33, dark: 0.72 } as const;

/** Colours from the tokens of the page's theme. */
export function coloursOf(token: (name: string) => string, theme: 'light' | 'dark'): Colours {
  return {
    paper: token('--pk-paper'),
    ink: token('--pk-ink'),
    soft: token('--pk-ink-soft'),
    line: token('--pk-control-line'),
    cluster: (cluster) => hex((FIRST_HUE + cluster * HUE_STEP) % 360, SATURATION[theme], LIGHTNESS[theme]),
  };
}

/** A colour of HSL, hue in degrees, the others 0 to 1 (CSS Color 4, 7.1). */
export function hex(hue: number, saturation: number, lightness: number): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const k = (offset + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
