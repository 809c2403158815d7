using System.Text;

namespace Autonoma.Planner.Validation.Rules;

/// <summary>A small valid plan. Each rule shows on it how it is broken.</summary>
public static partial class ExamplePlan
{
    internal const string KnowledgeBase = "autonoma/AUTONOMA.md";
    internal const string Features = "autonoma/features.json";
    internal const string EntityAudit = "autonoma/entity-audit.md";
    internal const string Scenarios = "autonoma/scenarios.md";
    internal const string Discover = "autonoma/discover.json";
    internal const string Recipes = "autonoma/scenario-recipes.json";
    internal const string ScenarioValidation = "autonoma/.scenario-validation.json";
    internal const string SdkEndpoint = "autonoma/.sdk-endpoint";
    internal const string EndpointImplemented = "autonoma/.endpoint-implemented";
    internal const string EndpointValidated = "autonoma/.endpoint-validated";
    internal const string FirstTest = "autonoma/qa-tests/checkout/001-pay-with-a-card.md";
    internal const string DocsTest = "autonoma/qa-tests/settings/002-empty-name.md";
    internal const string TestIndex = "autonoma/qa-tests/INDEX.md";
    internal const string Skill = "autonoma/skills/paying.md";

    internal const string SkillText = "---\nname: paying\ndescription: How to pay with the test card.\n---\n\nUse the card that ends in 4242.\n";

    /// <summary>The texts of its files, by path relative to the repository.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [KnowledgeBase] = KnowledgeBaseText,
        [Features] = FeaturesText,
        [EntityAudit] = EntityAuditText,
        [Scenarios] = ScenariosText,
        [Discover] = DiscoverText,
        [Recipes] = RecipesText,
        [ScenarioValidation] = ScenarioValidationText,
        [SdkEndpoint] = "http://localhost:5000/api/autonoma\n",
        [EndpointImplemented] = "handler: src/Testing/Endpoint.cs\npackages: Autonoma.EnvironmentFactory.AspNetCore\nfactories: Shop, Order, OrderLine\n",
        [EndpointValidated] = "Three scenarios were made and removed; nothing was left behind.\n",
        ["src/Testing/Endpoint.cs"] = "app.MapEnvironmentFactory(\"/api/autonoma\");\n",
        [FirstTest] = FirstTestText,
        ["autonoma/qa-tests/checkout/002-refused-card.md"] = RefusedText,
        ["autonoma/qa-tests/checkout/brief.md"] = "---\nfeature: Checkout\nflow: Checkout\ntier: 1\nscenario_entities: [Order]\n---\n\nThe button is called Pay.\n",
        ["autonoma/qa-tests/settings/001-rename-the-shop.md"] = RenameText,
        [DocsTest] = DocsTestText,
        [TestIndex] = TestIndexText,
    };

    /// <summary>The files after some changes.</summary>
    /// <exception cref="ArgumentException">What a change replaces does not stand there exactly once.</exception>
    public static IReadOnlyDictionary<string, byte[]> With(IEnumerable<Edit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var files = Files.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value), StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            if (edit.From is not null)
                files[edit.File] = Encoding.UTF8.GetBytes(Replaced(Encoding.UTF8.GetString(files[edit.File]), edit));
            else if (edit.To is not null)
                files[edit.File] = edit.Bytes is null ? Encoding.UTF8.GetBytes(edit.To) : [.. edit.Bytes];
            else
                files.Remove(edit.File);
        }

        return files;
    }

    private static string Replaced(string text, Edit edit)
    {
        var at = text.IndexOf(edit.From!, StringComparison.Ordinal);
        if (at < 0)
            throw new ArgumentException($"{edit.File} does not hold: {edit.From}");
        return text[..at] + edit.To + text[(at + edit.From!.Length)..];
    }

    private const string KnowledgeBaseText = """
        ---
        app_name: Juniper Goods
        app_description: A shop for tools and clothes, run by its staff.
        core_flows:
          - feature: Checkout
            description: Paying what is in the cart.
            core: true
          - feature: Settings
            description: Name and address of the shop.
            core: false
        feature_count: 2
        ---

        # Juniper Goods

        Staff and customers use the same pages.

        """;

    private const string FeaturesText = """
        {
          "features": [
            { "name": "Checkout", "type": "flow", "path": "/checkout", "core": true },
            { "name": "Settings", "type": "settings", "path": "/settings", "core": false }
          ],
          "total_features": 2,
          "total_routes": 2,
          "total_api_routes": 0
        }

        """;

    private const string EntityAuditText = """
        ---
        model_count: 3
        factory_count: 2
        models:
          - name: Shop
            independently_created: true
            creation_file: src/Shops/ShopEndpoints.cs
            creation_function: ShopEndpoints.Open
            needs_extraction: true
            extracted_to: src/Shops/ShopOpening.cs
            side_effects: []
            created_by: []
          - name: Order
            independently_created: true
            creation_file: src/Orders/OrderService.cs
            creation_function: OrderService.PlaceAsync
            side_effects:
              - sends a mail
            created_by:
              - owner: Shop
                via: ShopEndpoints.Open
                why: A new shop is opened with an order that shows how orders look.
          - name: OrderLine
            independently_created: false
            created_by:
              - owner: Order
                via: OrderService.PlaceAsync
                why: Every order has the lines that were in the cart, written in its transaction.
        ---

        ## Roots

        `Shop` and `Order`.

        """;

    private const string ScenariosText = """
        ---
        scenario_count: 3
        scenarios:
          - name: standard
            description: A shop in daily use.
            entity_types: [Shop, Order, OrderLine]
            total_entities: 4
          - name: empty
            description: A shop that was opened a moment ago.
            entity_types: 1
            total_entities: 1
          - name: large
            description: A wholesaler with more orders than fit on a page.
            entity_types: 3
            total_entities: 401
        entity_types:
          - name: Shop
          - name: Order
          - name: OrderLine
        variable_fields:
          - token: "{{shop_name}}"
            entity: Shop.name
            scenarios: [standard, large]
            generator: name with the short id of the run
            reason: The name of a shop is unique in the whole system.
            test_reference: "({{shop_name}} variable)"
        planning_sections:
          - schema_summary
          - relationship_map
          - variable_data_strategy
        ---

        ## Schema Summary

        A shop has a name; an order has a number; a line has a product.

        ## Relationship Map

        Shop to Order to OrderLine.

        ## Variable Data Strategy

        The shop's name ends in the short id of the run.

        ## Scenario: standard

        Two orders of one line each.

        ## Scenario: empty

        Nothing but the shop.

        ## Scenario: large

        200 orders of one line each.

        """;
}
