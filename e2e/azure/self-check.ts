import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraformEnvironment } from "../support/environment";
import { inPool } from "../support/pool";
import { Failure } from "../support/report";
import type { Run } from "../support/run";
import { Terraform } from "../support/terraform";
import { BROKEN, type Broken, SOUND, type Stack } from "./broken";
import { startStandIn } from "./stand-in/server";

const AT_A_TIME = 2;

/**
 * Shows that what passes later could have failed: a small stack applies, and every way of breaking it is refused, by
 * terraform or by the stand-in, at the step where it has to be.
 */
export async function selfCheck(run: Run): Promise<void> {
  const { report } = run;
  const sound = await report.step("a sound stack applies", "small", () =>
    check(run, "sound", SOUND, async (terraform) => {
      await terraform.apply();
      await terraform.planIsEmpty();
    }),
  );
  if (!sound) return;
  await inPool(AT_A_TIME, BROKEN, (broken) =>
    report.step(broken.title, `refused by ${broken.at}`, () =>
      check(run, broken.title, broken.breaks(structuredClone(SOUND)), (terraform) => refuses(terraform, broken)),
    ),
  );
}

/** Does something with a stack of its own in a cloud of its own. */
async function check(
  { workplace, children }: Run,
  name: string,
  stack: Stack,
  then: (terraform: Terraform) => Promise<void>,
): Promise<void> {
  const text = JSON.stringify(stack, null, 2);
  const folder = join(workplace.folder, "self-check", name.replace(/\W+/g, "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), text);
  const standIn = await startStandIn();
  standIn.learn(text);
  try {
    const env = terraformEnvironment(process.env, { TF_REATTACH_PROVIDERS: standIn.reattach });
    const terraform = new Terraform({ children, folder, env, log: workplace.log("self-check") });
    await terraform.init();
    await then(terraform);
  } finally {
    standIn.close();
  }
}

/** The steps of a stack's life, in their order. */
const STEPS = ["validate", "plan", "apply", "second plan"] as const;

/** Goes as far as something must be refused, and sees that it is. */
async function refuses(terraform: Terraform, { at, says }: Broken): Promise<void> {
  const take = {
    validate: () => terraform.validate(),
    plan: () => terraform.plan(),
    apply: () => terraform.applyPlan(),
    "second plan": () => terraform.planIsEmpty(),
  };
  for (const step of STEPS.slice(0, STEPS.indexOf(at))) await take[step]();
  const refused = await take[at]().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  if (refused === undefined) throw new Failure(`${at} passed`);
  if (!says.test(refused)) throw new Failure(`${at} said something else than ${String(says)}:\n${refused}`);
}
