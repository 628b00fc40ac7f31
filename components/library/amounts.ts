const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const MINUTE_S = 60;
const HOUR_S = 3_600;

/** "1,234" in the reader's language. */
export function countText(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}

/** An estimate, with the two digits that can be meant: "250,000". */
export function roughCountText(count: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(count);
}

/** "2.1 GB": steps of 1,000, as disks are sold and browsers report them. */
export function bytesText(bytes: number, language: string): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = BYTE_UNITS[power] ?? 'byte';
  const amount = bytes / 1_000 ** power;
  const digits = { maximumFractionDigits: amount < 10 && power > 1 ? 1 : 0 };
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    ...digits,
  }).format(amount);
}

/** "6 min": one unit, since an estimate has no more to say. */
export function durationText(seconds: number, language: string): string {
  const [amount, unit] =
    seconds < MINUTE_S
      ? [seconds, 'second']
      : seconds < HOUR_S
        ? [seconds / MINUTE_S, 'minute']
        : [seconds / HOUR_S, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.ceil(amount),
  );
}

/** "14 Mar 2026" */
export function dateText(at: number, language: string): string {
  let format = dayFormats.get(language);
  if (!format)
    dayFormats.set(language, (format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })));
  return Number.isNaN(new Date(at).getTime()) ? '–' : format.format(at);
}

/** Kept: making one takes longer than drawing the row of a long list that it is for. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
