namespace Autonoma.Planner.Validation.Rules;

internal static class SdkEndpointRules
{
    public static readonly RuleGroup Group = new(".sdk-endpoint", ExamplePlan.SdkEndpoint);

    public static readonly Rule Url = Group.Error("SE001", "The file is one absolute http or https address with a host.", "http://localhost:5000/api/autonoma", "localhost:5000/api/autonoma");

    public static readonly Rule One = Group.Error("SE002", "The address holds no blanks and no line ends.", "http://localhost:5000/api/autonoma", "http://localhost:5000/api/autonoma\nhttp://localhost:5001/api/autonoma");
}

internal static class EndpointImplementedRules
{
    public static readonly RuleGroup Group = new(".endpoint-implemented", ExamplePlan.EndpointImplemented);

    public static readonly Rule Handler = Group.Error("EI001", "The file names the handler's source file: a line `handler: PATH`, or a path with the ending of a source file.", "handler: src/Testing/Endpoint.cs", "done");

    public static readonly Rule HandlerIsThere = Group.Error("EI002", "The handler's file is there; paths are relative to the repository.", "handler: src/Testing/Endpoint.cs", "handler: src/Testing/Endpoints.cs");
}

internal static class EndpointValidatedRules
{
    public static readonly RuleGroup Group = new(".endpoint-validated", ExamplePlan.EndpointValidated);

    public static readonly Rule Report = Group.Error("EV001", "The file says in words what was validated: a sentence at least, not a mark.", "Three scenarios were made and removed; nothing was left behind.", "x");

    public static readonly Rule Proof = Group.Error("EV002", "It stands only beside a .scenario-validation.json whose status is ok and whose preflight passed.", new Edit(ExamplePlan.ScenarioValidation, "\"status\": \"ok\"", "\"status\": \"failed\""));
}

internal static class SkillRules
{
    public static readonly RuleGroup Group = new("skills/*.md", ExamplePlan.Skill);

    private static readonly Edit Count = new(ExamplePlan.KnowledgeBase, "feature_count: 2", "feature_count: 2\nskill_count: 1");

    public static readonly Rule Name = Group.Error("SK001", "`name` is text.", [Count, new(ExamplePlan.Skill, null, "---\ndescription: How to pay with the test card.\n---\n")], [Count, new(ExamplePlan.Skill, null, ExamplePlan.SkillText)]);

    public static readonly Rule Description = Group.Error("SK002", "`description` is text.", [Count, new(ExamplePlan.Skill, null, "---\nname: paying\ndescription: 1\n---\n")], [Count, new(ExamplePlan.Skill, null, ExamplePlan.SkillText)]);
}
