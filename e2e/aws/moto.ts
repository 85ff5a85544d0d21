import { setTimeout as sleep } from "node:timers/promises";
import type { Children } from "../support/children";
import { freePort } from "../support/free-port";
import { Failure } from "../support/report";
import { motoAt } from "./shim/server";

/** How long moto may take until it answers. It takes about two seconds, on a busy machine ten. */
const PATIENCE_MS = 60_000;

/** Starts moto on a free port of the loopback address. */
export async function startMoto(children: Children, folder: string, log: string): Promise<number> {
  const port = await freePort();
  const server = children.start({
    command: "moto_server",
    args: ["-H", "127.0.0.1", "-p", String(port)],
    cwd: folder,
    env: motoEnvironment(process.env),
    log,
  });
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Failure(`moto_server ended with ${server.exitCode}; see ${log}`);
    if (patience.aborted) throw new Failure(`moto_server does not answer on port ${port}; see ${log}`);
    await sleep(100);
  }
  return port;
}

/**
 * The environment of moto. MOTO_ACCOUNT_ID would put every account into one; the policies that AWS manages are wanted,
 * for roles may name them; and enforcing IAM is left off, for moto does it wrong.
 */
export function motoEnvironment({
  MOTO_ACCOUNT_ID: _account,
  INITIAL_NO_AUTH_ACTION_COUNT: _enforcement,
  ...rest
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...rest, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" };
}

async function answers(port: number): Promise<boolean> {
  const request = { method: "GET", url: "/moto-api/", headers: {}, body: Buffer.alloc(0) };
  return motoAt(port)(request).then(
    ({ status }) => status === 200,
    () => false,
  );
}
