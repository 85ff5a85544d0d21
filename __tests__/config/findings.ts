import type { z } from "zod";
import { formatField } from "../../lib/config/problem";

/** What a schema finds wrong with a value, each as "field: message", or the message alone for the value itself. */
export function findings(schema: z.ZodType, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => {
    const field = formatField(path.map((step) => (typeof step === "number" ? step : String(step))));
    return field === "" ? message : `${field}: ${message}`;
  });
}
