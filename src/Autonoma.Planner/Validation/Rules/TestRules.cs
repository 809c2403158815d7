namespace Autonoma.Planner.Validation.Rules;

internal static class TestRules
{
    private const string File = ExamplePlan.FirstTest;
    private const string Docs = ExamplePlan.DocsTest;

    public static readonly RuleGroup Group = new("Tests", File);

    public static readonly Rule Title = Group.Error("TF001", "`title` is text (not asked of a test with `category` and `priority`).", "title: Pay with a card\n", "title: 1\n");

    public static readonly Rule Description = Group.Error("TF002", "`description` is text (not asked of a test with `category` and `priority`).", "description: The cart is paid with the test card.\n", "");

    public static readonly Rule Scenario = Group.Error("TF003", "`scenario` is text (a test with `category` and `priority` may leave it out).", "scenario: standard\n", "scenario: \"\"\n");

    public static readonly Rule Flow = Group.Error("TF004", "`flow` is text.", new Edit(Docs, "flow: Settings\n", ""));

    public static readonly Rule Criticality = Group.Error("TF005", "`criticality` is critical, high, mid or low, in lower case.", "criticality: critical\n", "criticality: urgent\n");

    public static readonly Rule Category = Group.Error("TF006", "`category` is A to H or Journey.", new Edit(Docs, "category: B\n", "category: Z\n"));

    public static readonly Rule Priority = Group.Error("TF007", "`priority` is Critical, High, Medium or Low.", new Edit(Docs, "priority: High\n", "priority: high\n"));

    public static readonly Rule Sections = Group.Warning("TF008", "A test with `category` and `priority` has the headings `# Test:`, `## Setup`, `## Steps`, `## Expected result` and `## What bug this might catch`.", new Edit(Docs, "## What bug this might catch", "## Notes"));

    public static readonly Rule Steps = Group.Error("TF009", "There are steps below the heading `## Steps`.", new Edit(Docs, "1. Click the \"Save\" button.\n2. Assert that the text \"Enter a name.\" is visible.\n", ""));

    public static readonly Rule Readable = Group.Error("TF010", "The reader that will run the test finds no error in it.", "flow: Checkout\n", "flow: Checkout\nretries: many\n");

    public static readonly Rule Meant = Group.Warning("TF011", "The reader that will run the test finds nothing in it that is probably not meant.", "flow: Checkout\n", "flow: Checkout\nverificaton: the page\n");

    public static readonly Rule NoAlternative = Group.Error("TF012", "An assertion names one outcome: no `or` outside quotes.", "2. Assert that the text \"Thank you\" is visible.", "2. Assert that the text \"Thank you\" or a receipt is visible.");

    public static readonly Rule Action = Group.Error("TF013", "At least one step acts: click, type, scroll, hover, drag, read, refresh, clear, select, toggle, open, close, check, uncheck ...", "1. Click the \"Pay\" button.\n", "1. Assert that the text \"Your cart\" is visible.\n");

    public static readonly Rule Asserts = Group.Error("TF014", "At least one step asserts something.", "2. Assert that the text \"Thank you\" is visible.", "2. Click the \"Close\" button.");

    public static readonly Rule OnePath = Group.Error("TF015", "No step depends on a condition: a test takes one path.", "1. Click the \"Pay\" button.\n", "1. If a dialog opens, click the \"Pay\" button.\n");

    public static readonly Rule Specific = Group.Warning("TF016", "An assertion says what is seen: not 'works', 'as expected', 'properly', 'successfully'.", "2. Assert that the text \"Thank you\" is visible.", "2. Assert that the text \"Thank you\" is visible.\n3. Assert that the payment works as expected.");

    public static readonly Rule KnownScenario = Group.Error("TF017", "The scenario is one of scenarios.md.", "scenario: standard\n", "scenario: standart\n");

    public static readonly Rule KnownFlow = Group.Error("TF018", "The flow is one of AUTONOMA.md or a feature of features.json; a journey may name itself.", "flow: Checkout\n", "flow: Chekout\n");

    public static readonly Rule Numbered = Group.Warning("TF019", "Files are numbered: `001-pay-with-a-card.md`.", new Edit(File, null, null), new Edit("autonoma/qa-tests/checkout/pay.md", null, ExamplePlan.FirstTestText));

    public static readonly Rule Understood = Group.Warning("TF020", "Every step can be read without a model.", "1. Click the \"Pay\" button.\n", "1. Click the \"Pay\" button.\n2. Ponder the weather of last week.\n");

    public static readonly Rule Gate = Group.Error("TF021", "Tests are written only when .endpoint-validated is there: the scenarios they build on are proven first.", new Edit(ExamplePlan.EndpointValidated, null, null));

    public static readonly Rule InFolder = Group.Error("TF022", "A test lies in the folder of a feature, not directly in qa-tests.", new Edit("autonoma/qa-tests/003-pay.md", null, ExamplePlan.FirstTestText.Replace("Pay with a card", "Pay with another card", StringComparison.Ordinal)));

    public static readonly Rule RepeatedTitle = Group.Warning("TF023", "Tests have different titles.", new Edit("autonoma/qa-tests/checkout/002-refused-card.md", "title: A refused card", "title: Pay with a card"));

    public static readonly Rule Variables = Group.Error("TF024", "A `{{token}}` in a test has a value: of its front matter, of a step that remembers it, or of its scenario.", "1. Click the \"Pay\" button.\n", "1. Click the \"Pay {{amount}}\" button.\n");
}
