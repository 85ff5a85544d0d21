import { arnOf, type Call, textOf } from "./call";
import { type Gap, refusal, type Remedy } from "./gap";
import type { Memory } from "./memory";
import { keepTags } from "./tags";

/** What stands in a Studio domain and is not there in moto at all. */
interface Member {
  /** As in the names of its operations. */
  readonly kind: "UserProfile" | "Space";
  /** The parameter with its name. */
  readonly name: string;
  /** As in its ARN. */
  readonly path: string;
}

const MEMBERS: readonly Member[] = [
  { kind: "UserProfile", name: "UserProfileName", path: "user-profile" },
  { kind: "Space", name: "SpaceName", path: "space" },
];

/** The operations on a member, all answered here. */
function memberRemedies({ kind, name, path }: Member): Readonly<Record<string, Remedy>> {
  const arnFor = (call: Call) => arnOf(call, `${path}/${textOf(call.input, "DomainId")}/${textOf(call.input, name)}`);
  const missing = (call: Call) => refusal("ResourceNotFound", `${kind} ${textOf(call.input, name)} not found`);
  const told = (arn: string) => ({ json: { [`${kind}Arn`]: arn } });
  return {
    [`Create${kind}`]: {
      answer(call, memory) {
        const arn = arnFor(call);
        const { Tags, ...fields } = call.input;
        memory.set(kind, arn, { ...fields, ...BORN, [`${kind}Arn`]: arn });
        keepTags(memory, arn, { Tags });
        return told(arn);
      },
    },
    [`Describe${kind}`]: {
      answer(call, memory) {
        const json = memory.get(kind, arnFor(call));
        return json === undefined ? missing(call) : { json };
      },
    },
    [`Update${kind}`]: {
      answer(call, memory) {
        const arn = arnFor(call);
        if (memory.get(kind, arn) === undefined) return missing(call);
        memory.merge(kind, arn, call.input);
        return told(arn);
      },
    },
    [`Delete${kind}`]: {
      answer: (call, memory) => (memory.delete(kind, arnFor(call)) ? { json: {} } : missing(call)),
    },
    [`List${kind}s`]: {
      answer: (call, memory) => ({ json: { [`${kind}s`]: memory.list(kind, arnOf(call, `${path}/`)) } }),
    },
  };
}

/** What a member has from its creation on. Times are seconds since 1970. */
const BORN = { Status: "InService", CreationTime: 0, LastModifiedTime: 0, HomeEfsFileSystemUid: "200000" };

/** User profiles and spaces of Studio. */
export const STUDIO_MEMBERS: Gap = {
  service: "sagemaker",
  lacks: "has no user profiles and no spaces",
  effect: "applying them fails (500)",
  does: "keeps them itself",
  remedies: Object.assign({}, ...MEMBERS.map(memberRemedies)) as Record<string, Remedy>,
};

const DOMAIN = "domain";
const domainKey = (call: Call) => arnOf(call, `domain/${textOf(call.input, "DomainId")}`);

/** Domains of Studio. */
export const STUDIO_DOMAIN: Gap = {
  service: "sagemaker",
  lacks: "CreateDomain answers no DomainId; UpdateDomain is missing; a deleted domain is a ValidationException",
  effect: "applying, changing and destroying a domain fails",
  does: "takes the id from the ARN, keeps what is updated, answers ResourceNotFound",
  remedies: {
    CreateDomain: {
      amend(answer, { input }, memory) {
        const arn = textOf(answer, "DomainArn");
        const { TagPropagation } = input;
        memory.set(DOMAIN, arn, TagPropagation === undefined ? {} : { TagPropagation });
        return { ...answer, DomainId: arn.split("/").at(-1) };
      },
    },
    UpdateDomain: {
      answer(call, memory) {
        memory.merge(DOMAIN, domainKey(call), changeable(call.input));
        return { json: { DomainArn: domainKey(call) } };
      },
    },
    DescribeDomain: {
      amend: (answer, call, memory) => overDomain(answer, call, memory),
      amendError: (error) => ({ ...error, __type: "ResourceNotFound" }),
    },
    DeleteDomain: {
      amend(answer, call, memory) {
        memory.delete(DOMAIN, domainKey(call));
        return answer;
      },
    },
  },
};

function overDomain(answer: Call["input"], call: Call, memory: Memory) {
  return { ...answer, ...memory.get(DOMAIN, domainKey(call)) };
}

/** UpdateDomain calls some settings by another name than DescribeDomain. */
function changeable({ DomainSettingsForUpdate, ...rest }: Call["input"]) {
  return DomainSettingsForUpdate === undefined ? rest : { ...rest, DomainSettings: DomainSettingsForUpdate };
}
