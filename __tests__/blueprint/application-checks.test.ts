import { platform, problemsOf, sharedTenant, tenant } from "../support/files";

const GITLAB = "https://gitlab.com";
const withPipeline = (subject: string, issuer = GITLAB) => ({ application: { pipeline: { issuer, subject } } });
const acme = tenant("acme", { azure: withPipeline("project_path:acme/models") });

describe("a pipeline", () => {
  test("of two tenants is refused in the file of the second: it could act for both", () => {
    const globex = sharedTenant("globex", { azure: withPipeline("project_path:acme/models") });

    expect(problemsOf(platform(), [acme, globex])).toEqual([
      'azure.application.pipeline.subject: "project_path:acme/models" is already the pipeline of tenant acme, and would act for both; use an environment of this tenant\'s own',
    ]);
  });

  test("of one tenant may have the subject that another issuer gives to another tenant's", () => {
    const globex = sharedTenant("globex", {
      azure: withPipeline("project_path:acme/models", "https://gitlab.acme.example"),
    });

    expect(problemsOf(platform(), [acme, globex])).toEqual([]);
  });

  test("of each tenant alone is accepted, beside tenants without one", () => {
    const globex = sharedTenant("globex", { azure: withPipeline("project_path:globex/models") });

    expect(problemsOf(platform(), [acme, globex, sharedTenant("umbrella", { azure: { application: {} } })])).toEqual(
      [],
    );
  });
});
