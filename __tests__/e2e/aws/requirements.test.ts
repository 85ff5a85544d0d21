import { missing } from "../../../e2e/aws/requirements";
import { temporaryFolder } from "../../support/files";

test("Everything that is missing is told at once, a line each, with how to get it.", async () => {
  const folder = temporaryFolder();

  expect(await missing({ kind: "mirror", folder }, folder)).toEqual([
    expect.stringMatching(/^terraform is not on PATH: https:/),
    expect.stringMatching(/^moto_server is not on PATH: pip install/),
    expect.stringMatching(/^TF_PLUGIN_MIRROR has no provider hashicorp\/aws/),
  ]);
});

test("A configuration of terraform is trusted to find the provider.", async () => {
  const lines = await missing({ kind: "config", file: "/terraformrc" }, "");

  expect(lines.filter((line) => line.includes("provider"))).toEqual([]);
});
