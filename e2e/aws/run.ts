// Applies the AWS half with the real terraform and the real provider, against moto on loopback. See docs/e2e.md.
import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
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
import { Scenario, type ScenarioOptions } from "./scenario";
import { motoAt, startShim } from "./shim/server";
import { blueprintOf } from "./synthesis";
import { Workplace } from "./workplace";

const FIXTURES = join(__dirname, "../fixtures");
const NAME = "e2e:aws";

/** The platform's account. */
interface Account {
  readonly accountId: string;
  readonly region: string;
}

async function main(environment: NodeJS.ProcessEnv): Promise<number> {
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

async function run(locations: FileLocations, account: Account, source: ProviderSource): Promise<number> {
  const children = new Children();
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), "e2e-aws-"));
  const workplace = new Workplace(folder, children);
  const files = awsOnly(readUserFiles(locations));
  const signals = stopOnSignals(children, report);

  console.log(`terraform ${terraformVersion()}, AWS provider from ${described(source)}, moto`);
  console.log(`account ${account.accountId}, ${account.region}; tenants: ${[...files.tenants.keys()].join(", ")}`);
  console.log(`everything is in ${folder}`);
  try {
    await live({ report, workplace, children, files }, account, source);
  } finally {
    await children.stop();
  }

  const [signal] = signals;
  if (signal !== undefined || report.failed === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`\nthe stacks, their states and logs of everything are kept in ${folder}`);
  if (signal !== undefined) return 128 + constants.signals[signal];
  report.summary(NAME);
  return report.failed === 0 ? 0 : 1;
}

/** Starts the mock, and runs the scenario against it. */
async function live(
  options: Omit<ScenarioOptions, "env" | "mock">,
  { accountId, region }: Account,
  source: ProviderSource,
): Promise<void> {
  const { workplace, children } = options;
  const shim = await startShim(await startMoto(children, workplace.folder, workplace.log("moto")), accountId);
  try {
    const configFile = workplace.terraformConfig(source);
    const env = terraformEnvironment(process.env, {
      endpoint: shim.url,
      region,
      pluginCache: workplace.pluginCache,
      ...(configFile === undefined ? {} : { configFile }),
    });
    await new Scenario({ ...options, env, mock: motoAt(shim.port) }).run();
  } finally {
    shim.close();
  }
}

/** Ends the run when it is told to end: what was started is stopped, and then everything that waits for it fails. */
function stopOnSignals(children: Children, report: Report): readonly NodeJS.Signals[] {
  const received: NodeJS.Signals[] = [];
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      received.push(signal);
      report.silence();
      console.error("\ninterrupted; stopping what was started");
      void children.stop();
    });
  }
  process.on("exit", () => {
    children.kill();
  });
  return received;
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
