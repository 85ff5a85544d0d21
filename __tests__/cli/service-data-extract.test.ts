import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SERVICES } from "../../lib/rules/aws/iam/service-data/service-data";
import { extractGlobalKeys, extractService, extractText } from "../../lib/cli/service-data-extract";

const FOLDER = join(__dirname, "../../lib/rules/aws/iam/service-data");
const committed = (name: string) => readFileSync(join(FOLDER, `${name}.json`), "utf8");

describe("the committed extract", () => {
  test.each(SERVICES)("of %s is what the pinned release of iam-data gives (npm run iam-data)", async (service) => {
    expect(committed(service)).toBe(extractText(await extractService(service)));
  });

  test("of global keys is what the pinned release of iam-data gives (npm run iam-data)", () => {
    expect(committed("global-keys")).toBe(extractText(extractGlobalKeys()));
  });

  test("has no other files", () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));

    expect(files.sort()).toEqual([...SERVICES, "global-keys"].map((name) => `${name}.json`).sort());
  });
});
