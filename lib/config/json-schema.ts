import { z } from "zod";
import { platformSchema } from "./platform";
import { tenantSchema } from "./tenant";

/**
 * The JSON Schemas of the users' files, by file name, for completion and checks in an editor. They are in draft 7, which
 * the YAML language server knows best, and say less than the schemas that they are made from: checks of several fields at
 * once are left out.
 */
export function jsonSchemas(): Record<string, object> {
  return {
    "platform.schema.json": jsonSchema(platformSchema),
    "tenant.schema.json": jsonSchema(tenantSchema),
  };
}

/** A JSON Schema as its file holds it. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function jsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}
