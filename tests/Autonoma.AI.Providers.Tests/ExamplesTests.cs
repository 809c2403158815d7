using System.Text.RegularExpressions;
using Autonoma.TestKit.Documents;

namespace Autonoma.AI.Providers.Tests;

/// <summary>The C# of the documents about models compiles, with what the document says is there.</summary>
public sealed partial class ExamplesTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Autonoma.AI.Generation;
        global using Autonoma.AI.Pictures;
        global using Autonoma.AI.Pricing;
        global using Autonoma.AI.Providers.Configuration;
        global using Autonoma.AI.Registry;
        global using Autonoma.AI.Tools;
        global using Microsoft.Extensions.AI;
        """;

    // What the reader has: settings, a model, a picture, a conversation, something that clicks.
    private const string Given = """
        CancellationToken token = default;
        IChatClient client = null!;
        """;

    private const string Reader = """
        public sealed record ClickArguments(string Target);
        """;

    public static TheoryData<string, int> Examples() => [.. DocumentExamples.In(DocumentExamples.DocumentsBelow("src/Autonoma.AI", "src/Autonoma.AI.Providers"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfADocument_Compiles(string document, int index)
    {
        var code = DocumentExamples.Of(document)[index];
        var records = string.Join('\n', Records().Matches(code).Select(match => match.Value));
        code = Records().Replace(code, "");
        // What an example makes itself is not given to it.
        var given = string.Join('\n', ((IReadOnlyList<(string Name, string Line)>)[
            ("settings", "ModelSettings settings = new() { SpendingFile = \"spending.json\" };"), ("model", "IChatClient model = null!;"), ("screenshot", "Picture screenshot = null!;"), ("messages", "List<ChatMessage> messages = [];"),
        ]).Where(pair => !Regex.IsMatch(code, $@"\b(?:var|IChatClient) {pair.Name} =")).Select(pair => pair.Line));

        var program = $"{Given}\n{given}\n{code}\nstatic Task<string> ClickAsync(ClickArguments arguments, CancellationToken token) => Task.FromResult(arguments.Target);\nawait ClickAsync(new(client?.ToString() ?? \"\"), token);\n{records}\n{Reader}";

        DocumentExamples.Problems(program, Usings).ShouldBeEmpty($"{document}, example {index + 1}:\n{program}");
    }

    [Fact]
    public void Documents_HaveExamples() => Examples().Count.ShouldBeGreaterThan(2);

    [GeneratedRegex(@"^public sealed record .*;", RegexOptions.Multiline)]
    private static partial Regex Records();
}
