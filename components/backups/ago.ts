const DAY_MS = 86_400_000;
const UNITS = [
  ['year', 365],
  ['month', 30],
  ['week', 7],
  ['day', 1],
] as const;

/** "3 weeks ago", "today"; a moment that a wrong clock put ahead counts as today. */
export function agoText(at: number, now: number, language: string): string {
  const days = Math.max(0, Math.floor((now - at) / DAY_MS));
  const [unit, length] = UNITS.find(([, each]) => days >= each) ?? ['day', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(days / length), unit);
}
