import { TenantSecurityGroup } from "../../../lib/aws/tenant/tenant-security-group";
import { ENVIRONMENT, synthAws } from "../../support/aws-stack";
import { addressOf } from "../../support/references";
import { onlyResource, resourcesByPath } from "../../support/synth";

const stack = synthAws(
  (scope) => new TenantSecurityGroup(scope, "security-group", { name: "compute", environment: ENVIRONMENT }),
);
const group = `\${${addressOf(stack, "security-group/group")}.id}`;
const ingress = Object.values(resourcesByPath(stack, "aws_vpc_security_group_ingress_rule"));
const egress = resourcesByPath(stack, "aws_vpc_security_group_egress_rule");

test("Nobody reaches a tenant's compute but its own.", () => {
  expect(ingress).toEqual([expect.objectContaining({ security_group_id: group, referenced_security_group_id: group })]);
});

test("It reaches itself by every protocol: distributed jobs encrypt what they send with ESP, which has no ports.", () => {
  for (const rule of [egress["security-group/to-members"], ...ingress]) {
    expect(rule).toMatchObject({ referenced_security_group_id: group, ip_protocol: "-1" });
    expect(rule).not.toHaveProperty("from_port");
  }
});

test("It reaches the interface endpoints and S3 over HTTPS, and nothing else.", () => {
  const https = { security_group_id: group, ip_protocol: "tcp", from_port: 443, to_port: 443 };

  expect(Object.keys(egress).sort()).toEqual(
    ["to-endpoints", "to-members", "to-s3"].map((rule) => `security-group/${rule}`),
  );
  expect(egress["security-group/to-endpoints"]).toMatchObject({
    ...https,
    referenced_security_group_id: ENVIRONMENT.endpointSecurityGroupId,
  });
  expect(egress["security-group/to-s3"]).toMatchObject({ ...https, prefix_list_id: ENVIRONMENT.s3PrefixListId });
});

test("No rule names addresses, and each says what it is for.", () => {
  for (const rule of [...ingress, ...Object.values(egress)]) {
    expect(Object.keys(rule).filter((argument) => argument.startsWith("cidr"))).toEqual([]);
    expect(rule.description).toMatch(/^(From|To) /);
  }
});

test("The group itself has no rules: those of Terraform's older argument would drive out the others.", () => {
  const { ingress: in_, egress: out } = onlyResource(stack, "aws_security_group");

  expect([in_, out]).toEqual([undefined, undefined]);
});
