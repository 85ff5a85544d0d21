/** The day that it is, in UTC, as in 2027-02-28. */
export function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, as in 2027-02-28. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
