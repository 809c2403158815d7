namespace Autonoma.Planner.Validation.Rules;

public static partial class ExamplePlan
{
    internal const string FirstTestText = """
        ---
        title: Pay with a card
        description: The cart is paid with the test card.
        criticality: critical
        scenario: standard
        flow: Checkout
        ---

        # Test: Pay with a card

        ## Steps

        1. Click the "Pay" button.
        2. Assert that the text "Thank you" is visible.

        """;

    private const string RefusedText = """
        ---
        title: A refused card
        description: The bank refuses the card.
        criticality: high
        scenario: standard
        flow: Checkout
        ---

        ## Steps

        1. Type "4000 0000 0000 0002" into the "Card number" field.
        2. Click the "Pay" button.
        3. Assert that the text "Your card was refused." is visible.

        """;

    private const string RenameText = """
        ---
        title: Rename the shop
        description: The shop ({{shop_name}} variable) gets another name.
        criticality: mid
        scenario: standard
        flow: Settings
        ---

        ## Steps

        1. Assert that the text "{{shop_name}}" is visible.
        2. Type "Juniper Tools" into the "Name" field.
        3. Click the "Save" button.
        4. Assert that the text "Saved." is visible.

        """;

    private const string DocsTestText = """
        ---
        flow: Settings
        category: B
        priority: High
        ---

        # Test: An empty name

        ## Setup

        Using scenario: `standard`. The page with the settings is open.

        ## Steps

        1. Click the "Save" button.
        2. Assert that the text "Enter a name." is visible.

        ## Expected result

        The name stays as it was.

        ## What bug this might catch

        A shop without a name.

        """;

    private const string TestIndexText = """
        ---
        total_tests: 4
        total_folders: 2
        folders:
          - name: checkout
            description: Paying.
            test_count: 2
            critical: 1
            high: 1
            mid: 0
            low: 0
          - name: settings
            description: The shop's own data.
            test_count: 2
            critical: 0
            high: 1
            mid: 1
            low: 0
        coverage_correlation:
          routes_or_features: 2
          expected_test_range_min: 4
          expected_test_range_max: 8
        ---

        # Tests of Juniper Goods

        """;
}
