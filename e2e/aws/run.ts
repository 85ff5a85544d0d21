// Applies the AWS half with the real terraform and the real provider, against moto on loopback. See docs/e2e.md.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileLocations } from "../../lib/config/load";
import { InvalidFiles } from "../../lib/config/problem";
import { reportFailure } from "../../lib/cli/report";
import { Children } from "../support/children";
import { providerSource, type ProviderSource } from "../support/provider-source";
import { Failure, Report } from "../support/report";
import { terraformEnvironment } from "./environment";
import { awsOnly, readUserFiles } from "./files";
import { startMoto } from "./moto";
import { missing, terraformVersion } from "./requirements";
import { Scenario } from "./scenario";
import { motoAt, startShim } from "./shim/server";
import { blueprintOf } from "./synthesis";
import { Workplace } from "./workplace";

const FIXTURES = join(__dirname, "../fixtures");
const NAME = "e2e:aws";

async function main(environment: NodeJS.ProcessEnv): Promise<0 | 1> {
  const locations: FileLocations = {
    platform: environment.PLATFORM_FILE ?? join(FIXTURES, "platform.yaml"),
    tenants: environment.TENANTS_DIR ?? join(FIXTURES, "tenants"),
  };
  const source = providerSource(environment);
  const lacking = await missing(source, environment.PATH);
  for (const line of lacking) console.error(`${NAME}: ${line}`);
  if (lacking.length > 0) return 1;

  const { aws } = blueprintOf(locations);
  if (aws === undefined) {
    console.error(`${NAME}: ${locations.platform} has no section aws`);
    return 1;
  }
  return run(locations, aws.foundation.foundation.target, source);
}

async function run(
  locations: FileLocations,
  { accountId, region }: { accountId: string; region: string },
  source: ProviderSource,
): Promise<0 | 1> {
  const children = new Children();
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), "e2e-aws-"));
  const interrupted = async (code: number) => {
    report.silence();
    console.error("\ninterrupted; stopping what was started");
    await children.stop();
    rmSync(folder, { recursive: true, force: true });
    process.exit(code);
  };
  process.once("SIGINT", () => void interrupted(130));
  process.once("SIGTERM", () => void interrupted(143));
  process.on("exit", () => {
    children.kill();
  });

  const workplace = new Workplace(folder, children);
  const files = awsOnly(readUserFiles(locations));
  console.log(`terraform ${terraformVersion()}, AWS provider from ${described(source)}, moto`);
  console.log(
    `account ${accountId}, ${region}; tenants: ${[...files.tenants.keys()].join(", ")}; everything is in ${folder}`,
  );

  const motoPort = await startMoto(children, folder, workplace.log("moto"));
  const shim = await startShim(motoPort, accountId);
  try {
    const configFile = workplace.terraformConfig(source);
    const pluginCache = join(folder, "plugins");
    mkdirSync(pluginCache);
    const env = terraformEnvironment(process.env, {
      endpoint: shim.url,
      region,
      pluginCache,
      ...(configFile === undefined ? {} : { configFile }),
    });
    await new Scenario({ report, workplace, children, env, mock: motoAt(shim.port), files }).run();
  } finally {
    shim.close();
    await children.stop();
  }

  if (report.failed === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`\nthe stacks, their states and logs of everything are kept in ${folder}`);
  report.summary(NAME);
  return report.failed === 0 ? 0 : 1;
}

function described(source: ProviderSource): string {
  switch (source.kind) {
    case "config":
      return `where ${source.file} says`;
    case "mirror":
      return source.folder;
    case "registry":
      return "the registry";
  }
}

main(process.env).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // What is wrong with the users' files is told as `npm run synth` tells it.
    if (error instanceof InvalidFiles) reportFailure(error);
    else console.error(error instanceof Failure ? `${NAME}: ${error.message}` : error);
    process.exitCode = 1;
  },
);
