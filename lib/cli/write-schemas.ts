import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas, schemaText } from "../config/json-schema";

const FOLDER = join(__dirname, "../../schema");

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) writeFileSync(join(FOLDER, name), schemaText(schema));
