import type { z } from "zod";
import { someOf } from "./cross-checks";

/** A file that must say something of at least one cloud. */
export function onSomeCloud<Schema extends z.ZodObject<{ azure: z.ZodType; aws: z.ZodType }>>(schema: Schema): Schema {
  return someOf(schema, ["azure", "aws"], "needs azure, aws or both: what is on neither cloud has no stack");
}
