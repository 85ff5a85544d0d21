import type { Attribute, Block, NestedBlock } from "./schema";
import { isValues, same, UNKNOWN, type Value, type Values } from "./values";

/** What a resource is planned to be. */
export interface Planned {
  readonly state: Values;
  /** The arguments that change and by which the resource is replaced. */
  readonly replacing: readonly string[];
}

/**
 * Plans a resource.
 *
 * @param prior what it is, or null when it is new
 * @param proposed what Terraform proposes: the configuration, and for what it leaves open what was before
 * @param renewed attributes that are made anew with every change
 * @param replaces whether a change of an argument replaces the resource
 */
export function planned(
  block: Block,
  { prior, proposed }: { prior: Values | null; proposed: Values },
  {
    renewed,
    replaces,
  }: { renewed: readonly string[]; replaces: (name: string, prior: Value, proposed: Value) => boolean },
): Planned {
  const state = withUnknowns(block, proposed);
  if (prior === null) return { state, replacing: [] };
  const changed = Object.keys(state).filter((name) => !same(prior[name], state[name]));
  if (changed.length === 0) return { state: prior, replacing: [] };
  const replacing = changed.filter((name) => replaces(name, prior[name] ?? null, state[name] ?? null));
  const anew: Values = Object.fromEntries(renewed.map((name) => [name, UNKNOWN]));
  return { state: { ...state, ...anew }, replacing };
}

/** The values with what the provider will say marked as unknown. */
function withUnknowns(block: Block, values: Values): Values {
  return mapBlock(block, values, (attribute, value) => value ?? attribute.default ?? UNKNOWN);
}

/** The values with what is unknown made up. */
export function withKnowns(block: Block, values: Values, made: (attribute: Attribute, own: Values) => Value): Values {
  return mapBlock(block, values, (attribute, value, own) => (value === UNKNOWN ? made(attribute, own) : value));
}

type MapComputed = (attribute: Attribute, value: Value, own: Values) => Value;

/** Maps every computed attribute of a block and of what is nested in it. */
function mapBlock({ attributes, blocks }: Block, values: Values, map: MapComputed): Values {
  return {
    ...mapAttributes(attributes, values, map),
    ...Object.fromEntries(blocks.map((each) => [each.name, mapNested(each, values[each.name] ?? null, map)])),
  };
}

function mapAttributes(attributes: readonly Attribute[], values: Values, map: MapComputed): Values {
  return Object.fromEntries(
    attributes.map((attribute) => {
      const { name, type, computed } = attribute;
      const value = values[name] ?? null;
      if (computed) return [name, map(attribute, value, values)];
      if (typeof type === "object" && "attributes" in type && isValues(value))
        return [name, mapAttributes(type.attributes, value, map)];
      return [name, value];
    }),
  );
}

function mapNested({ block }: NestedBlock, value: Value, map: MapComputed): Value {
  if (Array.isArray(value)) return value.map((each) => (isValues(each) ? mapBlock(block, each, map) : each));
  return isValues(value) ? mapBlock(block, value, map) : value;
}
