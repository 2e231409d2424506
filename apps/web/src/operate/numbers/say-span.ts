const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;
/** From one and a half of a unit on, it is counted in that unit. */
const FROM = 1.5;

/** A length of time in the unit that suits it: "45 sec", "3.2 min", "5 h", "2.5 days", in the language. */
export function saySpan(seconds: number, locale: string): string {
  const [unit, size] =
    seconds >= FROM * DAY_S
      ? (['day', DAY_S] as const)
      : seconds >= FROM * HOUR_S
        ? (['hour', HOUR_S] as const)
        : seconds >= FROM * MINUTE_S
          ? (['minute', MINUTE_S] as const)
          : (['second', 1] as const);
  const digits = unit === 'second' && seconds >= 10 ? 0 : 1;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  });
  return format.format(seconds / size);
}
