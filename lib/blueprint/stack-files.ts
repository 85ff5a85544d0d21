import type { Files } from "../config/load";
import type { YamlFile } from "../config/yaml-file";
import { PLATFORM_STACKS } from "./stack";
import { tenantStack } from "./tenant";

/** Which file describes each stack, by the stack's name: the platform's own, then the tenants'. */
export function stackFiles({ platform, tenants }: Files): ReadonlyMap<string, YamlFile> {
  const { azure, aws } = platform?.config ?? {};
  const own = [
    ...(azure === undefined ? [] : [PLATFORM_STACKS.hub]),
    ...(aws === undefined ? [] : [PLATFORM_STACKS.foundation]),
    ...(azure?.workspace === undefined ? [] : [PLATFORM_STACKS.workspace]),
  ];
  return new Map([
    ...own.flatMap((stack): [string, YamlFile][] => (platform === undefined ? [] : [[stack, platform.file]])),
    ...tenants.map(({ file, config }): [string, YamlFile] => [tenantStack(config.tenant), file]),
  ]);
}
