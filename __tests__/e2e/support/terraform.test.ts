import { errorsOf, plannedChanges } from "../../../e2e/support/terraform";

test("An error of terraform is told without its frame and without the warnings before it.", () => {
  const stderr = "╷\n│ Warning: old\n╵\n╷\n│ Error: no such bucket\n│ \n│   with aws_s3_bucket.data\n╵\n";

  expect(errorsOf({ code: 1, stdout: "", stderr })).toBe("Error: no such bucket\n\n  with aws_s3_bucket.data");
});

test("What a program that names no error printed last is told instead.", () => {
  expect(errorsOf({ code: 1, stdout: "deploying\n", stderr: "killed\n" })).toBe("deploying\n\nkilled");
});

test("A plan that is not empty is told by what changes, with the arguments of it.", () => {
  const plan = `aws_iam_role.a: Refreshing state...

Terraform will perform the following actions:

  # aws_iam_role.a will be updated in-place
  ~ resource "aws_iam_role" "a" {
      ~ description = "x" -> "y"
        id          = "z"
      ~ policy      = jsonencode(
            {
              - Deep = 1
            }
        )
    }

Plan: 0 to add, 1 to change, 0 to destroy.
`;

  expect(plannedChanges(plan).split("\n")).toEqual([
    "the plan is not empty:",
    "  # aws_iam_role.a will be updated in-place",
    '  ~ resource "aws_iam_role" "a" {',
    '      ~ description = "x" -> "y"',
    "      ~ policy      = jsonencode(",
  ]);
});
