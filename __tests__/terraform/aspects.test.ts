import { Construct, type IConstruct } from "constructs";
import { visitAspects } from "../../lib/terraform/aspects";
import { Aspects, type IAspect } from "../../lib/terraform/cdktf";

/** A tree a/b/c, and what visits it has seen. */
function tree() {
  const a = new Construct(undefined as unknown as Construct, "a");
  const b = new Construct(a, "b");
  const c = new Construct(b, "c");
  const seen: string[] = [];
  const aspect = (name: string, also: (node: IConstruct) => void = () => undefined): IAspect => ({
    visit: (node) => {
      seen.push(`${name} ${node.node.path}`);
      also(node);
    },
  });
  return { a, b, c, seen, aspect };
}

test("An aspect visits the construct that it was added to and everything below, parents first.", () => {
  const { a, b, seen, aspect } = tree();
  Aspects.of(b).add(aspect("below"));
  Aspects.of(a).add(aspect("all"));

  visitAspects(a);

  expect(seen).toEqual(["all a", "all a/b", "below a/b", "all a/b/c", "below a/b/c"]);
});

test("An aspect that was added twice visits once.", () => {
  const { a, b, seen, aspect } = tree();
  const twice = aspect("twice");
  Aspects.of(a).add(twice);
  Aspects.of(b).add(twice);

  visitAspects(a);

  expect(seen).toEqual(["twice a", "twice a/b", "twice a/b/c"]);
});

test("What an aspect adds below the construct that it visits is visited too.", () => {
  const { a, c, seen, aspect } = tree();
  Aspects.of(a).add(
    aspect("adds", (node) => {
      if (node.node.id === "c") new Construct(c, "added");
    }),
  );

  visitAspects(a);

  expect(seen).toContain("adds a/b/c/added");
});

test("An aspect that adds an aspect to what it visits is an error, for that would not be applied.", () => {
  const { a, aspect } = tree();
  Aspects.of(a).add(
    aspect("adds", (node) => {
      Aspects.of(node).add(aspect("late"));
    }),
  );

  expect(() => {
    visitAspects(a);
  }).toThrow("a: an aspect added another aspect here, which would not be applied");
});
