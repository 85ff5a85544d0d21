import { isMap, type Tree } from "../terraform/tree";
import { labelled, list, maps } from "./blocks";
import { addressesIn, referenceOf } from "./references";
import type { Resource } from "./resource";

/** What a stack's `cdk.tf.json` holds, for rules to look at. */
export class Stack {
  /** Everything with arguments, in the order of the file. */
  readonly all: readonly Resource[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly byAddress: ReadonlyMap<string, Resource>;
  private byName: ReadonlyMap<string, readonly Resource[]> | undefined;
  private readonly needs = new Map<Resource, ReadonlySet<Resource>>();
  private readonly directNeeds = new Map<Resource, readonly Resource[]>();

  /**
   * @param name the stack's name, as in tenant-acme
   * @param tree the content of its file; whatever is no block of Terraform is left out
   */
  constructor(
    readonly name: string,
    tree: unknown,
  ) {
    this.all = isMap(tree) ? resourcesOf(tree) : [];
    this.byAddress = new Map(this.all.map((resource) => [resource.address, resource]));
    for (const resource of this.all) {
      this.index(resource.type, resource);
      if (resource.armType !== undefined) this.index(resource.armType.toLowerCase(), resource);
    }
  }

  /**
   * The resources of a type: of one of Terraform's, as in azurerm_subnet or data.aws_vpc; or of one of ARM's, as in
   * Microsoft.Network/virtualNetworks, which are those of azapi.
   */
  resources(type: string): readonly Resource[] {
    return this.byType.get(type.includes("/") ? type.toLowerCase() : type) ?? [];
  }

  /** The resource with an address. */
  find(address: string): Resource | undefined {
    return this.byAddress.get(address);
  }

  /** The resource to which a value refers, as in "${azurerm_subnet.x.id}". Undefined for a literal. */
  target(value: unknown): Resource | undefined {
    const reference = referenceOf(value);
    return reference && this.find(reference.address);
  }

  /**
   * Whether a value names a resource: it refers to it; or to another resource's argument that does, as companions of a
   * bucket pass its name on; or it is a literal that ends in the resource's literal name.
   */
  names(value: unknown, resource: Resource): boolean {
    return this.namedBy(value).includes(resource);
  }

  /** The resources that a value names; see `names`. */
  namedBy(value: unknown): readonly Resource[] {
    const found: Resource[] = [];
    for (let next = value; typeof next === "string";) {
      const target = this.target(next);
      if (target === undefined) return [...found, ...this.named(next)];
      // What passes itself on, or in a circle, names nothing more.
      if (found.includes(target)) break;
      found.push(target);
      next = target.content[referenceOf(next)?.attribute ?? ""];
    }
    return found;
  }

  /** Everything that Terraform makes before a resource, and deletes after it: by references and by depends_on. */
  dependencies(resource: Resource): ReadonlySet<Resource> {
    const known = this.needs.get(resource);
    if (known !== undefined) return known;
    const found = new Set<Resource>();
    const open = [resource];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const needed of this.direct(next)) {
        if (found.has(needed)) continue;
        found.add(needed);
        open.push(needed);
      }
    }
    this.needs.set(resource, found);
    return found;
  }

  /** Whether a resource waits for another one, directly or by others between them. */
  dependsOn(resource: Resource, other: Resource): boolean {
    return this.dependencies(resource).has(other);
  }

  /** The resources that a literal names. */
  private named(literal: string): readonly Resource[] {
    this.byName ??= resourcesByName(this.all);
    return (this.byName.get(lastName(literal)) ?? []).filter((resource) => isNameOf(literal, resource));
  }

  private direct(resource: Resource): readonly Resource[] {
    const known = this.directNeeds.get(resource);
    if (known !== undefined) return known;
    const { content } = resource;
    const named = list(content.depends_on).filter((address): address is string => typeof address === "string");
    const found = [...named, ...addressesIn(content)].flatMap((address) => this.find(address) ?? []);
    this.directNeeds.set(resource, found);
    return found;
  }

  private index(type: string, resource: Resource): void {
    const others = this.byType.get(type);
    if (others === undefined) this.byType.set(type, [resource]);
    else others.push(resource);
  }
}

function resourcesOf(tree: Tree): Resource[] {
  return [
    ...typed(tree.resource, ""),
    ...typed(tree.data, "data."),
    ...typed(tree.ephemeral, "ephemeral."),
    ...labelled(tree.module).flatMap(([name, block]) =>
      maps(block).map((content) => resource("module", name, content)),
    ),
    ...labelled(tree.provider).flatMap(([name, block]) =>
      maps(block).map((content) => resource(`provider.${name}`, aliasOf(content), content)),
    ),
    ...maps(tree.terraform).flatMap(({ backend, required_providers: providers }) => [
      ...labelled(backend).flatMap(([name, block]) =>
        maps(block).map((content) => resource(`backend.${name}`, "", content)),
      ),
      ...labelled(providers).flatMap(([name, block]) =>
        maps(block).map((content) => resource(`required_provider.${name}`, "", content)),
      ),
    ]),
    ...labelled(tree.output).flatMap(([name, block]) =>
      maps(block).map((content) => resource("output", name, content)),
    ),
  ];
}

function typed(block: unknown, prefix: string): Resource[] {
  return labelled(block).flatMap(([type, named]) =>
    labelled(named).flatMap(([id, contents]) =>
      maps(contents).map((content) => resource(`${prefix}${type}`, id, content)),
    ),
  );
}

function resource(type: string, id: string, content: Tree): Resource {
  const path = pathOf(content);
  const azapi = type.startsWith("azapi_") && typeof content.type === "string";
  return {
    type,
    id,
    address: id === "" ? type : `${type}.${id}`,
    content: azapi ? { ...content, body: parsed(content.body) } : content,
    partial: isPartial(type, content),
    ...(path === undefined ? {} : { path }),
    ...(azapi ? { armType: String(content.type).split("@")[0] ?? "" } : {}),
  };
}

/** An update writes what its body has; so does every action that is no PUT. */
function isPartial(type: string, { method }: Tree): boolean {
  return type === "azapi_update_resource" || (type === "azapi_resource_action" && method !== "PUT");
}

/** The body of an azapi resource may be JSON in a text, as the provider's first releases had it. */
function parsed(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function pathOf(content: Tree): string | undefined {
  const { metadata } = maps(content["//"])[0] ?? {};
  const { path } = maps(metadata)[0] ?? {};
  return typeof path === "string" ? path : undefined;
}

function aliasOf({ alias }: Tree): string {
  return typeof alias === "string" ? alias : "";
}

function resourcesByName(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const byName = new Map<string, Resource[]>();
  for (const resource of resources) {
    for (const name of new Set([resource.content.name, resource.content.bucket])) {
      if (typeof name !== "string" || name === "") continue;
      const others = byName.get(name.toLowerCase());
      if (others === undefined) byName.set(name.toLowerCase(), [resource]);
      else others.push(resource);
    }
  }
  return byName;
}

/** What stands behind the last "/" of a name or an id. */
function lastName(value: string): string {
  return (value.split("/").pop() ?? "").toLowerCase();
}

function isNameOf(value: string, { content: { name, bucket } }: Resource): boolean {
  const own = [name, bucket].filter((text): text is string => typeof text === "string" && text !== "");
  return own.some((text) => value === text || value.toLowerCase().endsWith(`/${text.toLowerCase()}`));
}
