import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idleStopScript } from "../../../lib/aws/tenant/idle-stop-script";
import { temporaryFolder } from "../../support/files";

// Each look starts an interpreter, which takes its time on a busy machine.
jest.setTimeout(30_000);

const SCRIPT = idleStopScript(60);
const PYTHON = /<<'PYTHON'\n(.*)\nPYTHON\n/s.exec(SCRIPT)?.[1] ?? "";

/** In the place of the network: answers are files, and what has no file is not there. */
const FAKE_JUPYTER = `
import io, os, urllib.error, urllib.request
def urlopen(url, context=None, timeout=None):
    path = os.path.join(os.environ["JUPYTER"], url.removeprefix("https://localhost:8443/api/"))
    if not os.path.exists(path):
        raise urllib.error.HTTPError(url, int(os.environ["MISSING"]), "missing", {}, None)
    return open(path)
urllib.request.urlopen = urlopen
`;

interface Situation {
  /** Kernels: minutes since each did something, and whether it is busy. */
  readonly kernels?: { readonly minutes: number; readonly busy?: boolean }[];
  /** Minutes since each terminal did something; undefined when Jupyter has none of that. */
  readonly terminals?: number[];
  /** Minutes since something was seen to run. Default: this is the first look. */
  readonly seen?: number;
  /** What Jupyter answers about what it does not have. */
  readonly missing?: number;
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const jupyterTime = (minutes: number) => ago(minutes).toISOString().replace("Z", "000Z");

/** Runs what looks, on this machine. */
function look({ kernels, terminals, seen, missing = 404 }: Situation) {
  const folder = temporaryFolder();
  const file = (name: string) => join(folder, name);
  mkdirSync(file("api"));
  mkdirSync(file("bin"));
  const activity = (minutes: number) => ({ last_activity: jupyterTime(minutes) });
  if (kernels !== undefined) {
    const answer = kernels.map(({ minutes, busy }) => ({
      execution_state: busy ? "busy" : "idle",
      ...activity(minutes),
    }));
    writeFileSync(file("api/kernels"), JSON.stringify(answer));
  }
  if (terminals !== undefined) writeFileSync(file("api/terminals"), JSON.stringify(terminals.map(activity)));
  if (seen !== undefined) {
    writeFileSync(file("seen"), "");
    utimesSync(file("seen"), ago(seen), ago(seen));
  }
  const metadata = {
    ResourceName: "mlp-dev-acme--research",
    ResourceArn: "arn:aws:sagemaker:eu-central-1:123456789012:notebook-instance/mlp-dev-acme--research",
  };
  writeFileSync(file("metadata.json"), JSON.stringify(metadata));
  writeFileSync(file("bin/aws"), `#!/bin/sh\necho "$*" > ${file("called")}\n`);
  chmodSync(file("bin/aws"), 0o755);
  writeFileSync(file("sitecustomize.py"), FAKE_JUPYTER);
  const program = PYTHON.replace("/run/stop-when-idle/seen", file("seen"))
    .replace("/opt/ml/metadata/resource-metadata.json", file("metadata.json"))
    .replace('"/usr/local/bin"', JSON.stringify(file("bin")));
  const { status, stderr } = spawnSync("python3", ["-c", program, "60"], {
    env: { ...process.env, PYTHONPATH: folder, JUPYTER: file("api"), MISSING: String(missing) },
    encoding: "utf8",
  });
  return { stopped: existsSync(file("called")), status, stderr };
}

const withPython = spawnSync("python3", ["--version"]).status === 0 ? describe : describe.skip;

withPython("What looks at a notebook stops it", () => {
  test.each<[string, Situation]>([
    ["when nothing runs and nothing was seen for longer than that", { kernels: [], terminals: [], seen: 61 }],
    [
      "when its kernels and terminals have been idle for longer",
      { kernels: [{ minutes: 90 }], terminals: [70], seen: 95 },
    ],
    ["when Jupyter has no terminals at all", { kernels: [{ minutes: 90 }], seen: 95 }],
  ])("%s", (_, situation) => {
    expect(look(situation)).toEqual({ stopped: true, status: 0, stderr: "" });
  });
});

withPython("What looks at a notebook lets it run", () => {
  test.each<[string, Situation]>([
    ["at the first look, whatever it has", { kernels: [], terminals: [] }],
    ["while a cell runs, however long", { kernels: [{ minutes: 600, busy: true }], terminals: [], seen: 600 }],
    [
      "while a kernel did something within the time",
      { kernels: [{ minutes: 90 }, { minutes: 59 }], terminals: [], seen: 95 },
    ],
    ["while a terminal did", { kernels: [], terminals: [10], seen: 95 }],
    ["while something ran within the time that has gone since", { kernels: [], terminals: [], seen: 59 }],
  ])("%s", (_, situation) => {
    expect(look(situation)).toEqual({ stopped: false, status: 0, stderr: "" });
  });

  test("when Jupyter refuses to say what runs, and fails", () => {
    expect(look({ seen: 600, missing: 403 })).toMatchObject({ stopped: false, status: 1 });
  });
});

test("The script is one that bash can read.", () => {
  expect(spawnSync("bash", ["-n"], { input: SCRIPT, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test("It fetches nothing: there is no internet where it runs.", () => {
  expect(SCRIPT).not.toMatch(/\b(pip|conda|yum|dnf|curl|wget|git)\b/);
  expect(SCRIPT.match(/https?:\/\/[\w.-]+/g)).toEqual(["https://localhost"]);
});

test("It looks as the notebook's user: what root calls must not be in that user's hands.", () => {
  expect(SCRIPT).toMatch(/systemd-run .*--uid=ec2-user/);
});

test("It fits into a lifecycle configuration, in base64, with the longest time.", () => {
  expect(Buffer.from(idleStopScript(1440)).toString("base64").length).toBeLessThanOrEqual(16_384);
});

test("The time is the file's.", () => {
  expect(idleStopScript(45)).toContain("stop-when-idle.py 45\n");
});
