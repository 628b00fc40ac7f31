/** What browsers know of weeks is younger than the types; Firefox had it last, in 2025. */
type WithWeeks = Intl.Locale & { readonly getWeekInfo?: () => { readonly firstDay: number } };

/** The day on which weeks begin where a language (a BCP 47 tag) is spoken: 1 is Monday, 7 is Sunday. */
export function firstDayOf(language: string): number {
  const locale: WithWeeks = new Intl.Locale(language);
  return locale.getWeekInfo?.().firstDay ?? 1;
}
