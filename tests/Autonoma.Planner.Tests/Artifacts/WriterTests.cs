using Autonoma.Planner.Artifacts;

namespace Autonoma.Planner.Tests.Artifacts;

public sealed class WriterTests
{
    [Fact]
    public void EntityAudit_OfEveryState_IsWrittenWithCountsAndQuotes()
    {
        var audit = new EntityAudit
        {
            Models =
            [
                new()
                {
                    Name = "Order", IndependentlyCreated = true, CreationFile = "src/Orders/OrderService.cs", CreationFunction = "OrderService.PlaceAsync",
                    SideEffects = ["sends \"thank you\" mail"], NeedsExtraction = true, ExtractedTo = "src/Orders/Placing.cs",
                },
                new() { Name = "OrderLine", IndependentlyCreated = false, CreatedBy = [new("Order", "OrderService.PlaceAsync", "Every order has lines: one at least.")] },
            ],
            Body = "# Roots\r\n\r\n## Order\n",
        };

        audit.Write().ShouldBe("""
            ---
            model_count: 2
            factory_count: 1
            models:
              - name: Order
                independently_created: true
                creation_file: src/Orders/OrderService.cs
                creation_function: OrderService.PlaceAsync
                side_effects:
                  - "sends \"thank you\" mail"
                needs_extraction: true
                extracted_to: src/Orders/Placing.cs
                created_by: []
              - name: OrderLine
                independently_created: false
                created_by:
                  - owner: Order
                    via: OrderService.PlaceAsync
                    why: "Every order has lines: one at least."
            ---

            # Roots

            ## Order

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("yes", "\"yes\"")]
    [InlineData("2024-01-01", "\"2024-01-01\"")]
    [InlineData("010", "\"010\"")]
    [InlineData("Plain", "Plain")]
    [InlineData("Plain\n", "\"Plain\\n\"")]
    [InlineData("a: b # c", "\"a: b # c\"")]
    [InlineData("", "\"\"")]
    public void FrontMatter_OfTextThatReadersDisagreeOn_IsQuoted(string name, string expected)
        => new KnowledgeBase { AppName = name, AppDescription = "d", CoreFlows = [], FeatureCount = 1 }.Write().ShouldBe($"---\napp_name: {expected}\napp_description: d\ncore_flows: []\nfeature_count: 1\n---\n");
}
