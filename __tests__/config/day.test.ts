import { daysBetween, isDay } from "../../lib/config/day";

test.each([
  ["2027-02-28", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2027-13-01", false],
  ["2027-1-1", false],
  ["27-01-01", false],
  ["", false],
  ["2027-01-01T00:00:00Z", false],
])("%s is a day: %s.", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ["2027-01-01", "2027-01-01", 0],
  ["2027-02-28", "2027-03-01", 1],
  ["2027-03-31", "2027-03-01", -30],
  ["2026-12-31", "2028-01-01", 366],
])("From %s to %s it is %d days.", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
