using System.Text.Json.Nodes;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using FsCheck;
using FsCheck.Fluent;

namespace Autonoma.Engine.Tests.Instructions;

public sealed class StepReaderTests
{
    private static readonly StepReader Reader = new();

    public static TheoryData<string, string, string> Sentences()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "assets", "steps"), "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var entry in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
                data.Add((string)entry!["id"]!, (string)entry["sentence"]!, new JsonArray([entry["expect"]!.DeepClone(), .. entry["alsoAccept"]?.AsArray().Select(other => other!.DeepClone()) ?? []]).ToJsonString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Read_SentenceOfTheList_GivesTheExpectedCommands(string id, string sentence, string expected)
    {
        var reading = Reader.Read(sentence);
        var differences = JsonNode.Parse(expected)!.AsArray().Select(one => StepExpectation.Compare(reading, one!.AsArray())).ToList();

        differences.ShouldContain((string?)null, $"{id}: {sentence}: {string.Join("; ", differences)}");
    }

    [Theory]
    [InlineData("Take the tick out of Send me a copy", "uncheck")]
    [InlineData("Remove the tick from the Send me a copy box", "uncheck")]
    [InlineData("Put a tick in the Send me a copy box", "check")]
    [InlineData("Set a tick at Send me a copy", "check")]
    public void Read_TickPutInOrTakenOut_SwitchesTheBox(string sentence, string expected)
    {
        var reading = Reader.Read(sentence);

        reading.Commands.ShouldHaveSingleItem(reading.Unresolved?.Message).Command.ShouldBe(expected);
    }

    [Fact]
    public void Read_AnyText_NeverThrowsAndNeverGivesBoth()
    {
        var words = new[] { "click", "the", "\"Save\"", "and", ",", "type", "in", "{{x}}", "select", "from", "by", "clicking", "verify", "that", "is", "not", "a", "drag", "to", "press", "Ctrl+", "(", ")", ".", "'", "“", "Email:", "=", "\n- a", "|a|b|", "twice", "before", "after", "it", "its", "scroll", "wait", "2", "seconds", "for", "each", "if", "*b*", "I", "should", "read", "as", "upload", "have", "let", "make", "give", "with", "a click", "on", "take", "drop", "ticked", "be", "goes", "into", "whatever", "don't", "until", "of", "by", "via", "its", "mouse", "over", "has to", "for", "a.pdf", "hold", "while", "in", "on", "step 1:", "leave", "empty", "replace", "with", "{{", "}}", "+", "-", "use", "switch", "tab", "dialog" };
        var sentence = Gen.ArrayOf(Gen.Elements(words)).Select(parts => string.Join(' ', parts));
        var text = Gen.OneOf(sentence, ArbMap.Default.GeneratorFor<string>().Select(value => value ?? ""));
        Prop.ForAll(text.ToArbitrary(), value =>
        {
            var reading = Reader.Read(value);
            return reading.IsResolved == reading.Commands.Count > 0 && reading.Sentence == value;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4000).WithEndSize(24));
    }

    [Theory]
    [InlineData("Verify that the list is shown and log out")]
    [InlineData("Check that the total is 12.00, then sign out")]
    [InlineData("Make sure the invoice is paid and log off")]
    public void Read_ActionWithoutObjectBehindAClaim_IsNotSwallowed(string sentence)
    {
        var reading = Reader.Read(sentence);
        reading.Commands.ShouldNotContain(command => command is AssertArguments && ((AssertArguments)command).Claim.Contains("log", StringComparison.Ordinal));
        (reading.Unresolved is not null || reading.Commands.Count == 2).ShouldBeTrue();
    }

    [Fact]
    public void Read_AbilityWithTwoVerbs_StaysOneClaim()
        => Reader.Read("Verify that guests can sign in and sign out").Commands.Count.ShouldBe(1);

    [Theory]
    [InlineData("upload before *b* its upload after ' , -")]
    [InlineData("type in in")]
    public void Read_WordsWithoutSense_DoesNotThrow(string sentence) => Reader.Read(sentence).Sentence.ShouldBe(sentence);

    [Fact]
    public void Read_SameSentenceTwice_GivesTheSame()
    {
        const string sentence = "Open the Colour dropdown, choose Teal, type \"3\" in Qty and verify that the total is 9";

        Reader.Read(sentence).Commands.ShouldBe(Reader.Read(sentence).Commands);
    }

    [Theory]
    [InlineData("Double-click the map", MouseButton.Left, 2, KeyModifiers.None)]
    [InlineData("Right-click the map", MouseButton.Right, 1, KeyModifiers.None)]
    [InlineData("Click the map with the right mouse button", MouseButton.Right, 1, KeyModifiers.None)]
    [InlineData("Hold Shift and click the map", MouseButton.Left, 1, KeyModifiers.Shift)]
    [InlineData("Ctrl-click the map", MouseButton.Left, 1, KeyModifiers.Control)]
    [InlineData("Click the map while holding Alt", MouseButton.Left, 1, KeyModifiers.Alt)]
    public void Read_ClickVariant_KeepsButtonCountAndModifiers(string sentence, MouseButton button, int count, KeyModifiers modifiers) =>
        Reader.Read(sentence).Commands.ShouldBe([new ClickArguments("map", button, count, modifiers)]);

    [Theory]
    [InlineData("Save the draft with the Save button", "Save button")]
    [InlineData("Delete the note \"Milk\" with its bin icon", "bin icon of the note \"Milk\"")]
    [InlineData("Delete the note \"Milk\" using the bin icon", "bin icon of the note \"Milk\"")]
    [InlineData("Remove \"Oat bar\" by clicking the cross in its row", "cross in the row of \"Oat bar\"")]
    public void Read_GoalWithItsTool_ClicksTheTool(string sentence, string target) => Reader.Read(sentence).Commands.ShouldBe([new ClickArguments(target)]);

    [Theory]
    [InlineData("Delete the note with the star icon")]
    [InlineData("Remove all notes with their bin icons")]
    [InlineData("Remove the note and the list using the bin icon")]
    public void Read_ToolThatMayTellWhichThing_IsNotClicked(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("If the popup opens, click OK", "condition")]
    [InlineData("Click Retry for each failed job", "loop")]
    [InlineData("Click Up or Down", "alternative")]
    [InlineData("Enter some text in the Notes field", "no-value")]
    [InlineData("Pick whatever fits", "vague")]
    [InlineData("Log in as an auditor", "needs-knowledge")]
    [InlineData("Verify the basket", "no-claim")]
    [InlineData("Frobnicate the panel", "unknown-verb")]
    [InlineData("Don't click Save", "negation")]
    [InlineData("", "empty")]
    public void Read_UnreadableSentence_NamesAStableCode(string sentence, string code) =>
        Reader.Read(sentence).Unresolved.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void Read_OneUnreadableClause_LeavesTheWholeStepUnresolved() =>
        Reader.Read("Click Save and approve the payment").Commands.ShouldBeEmpty();

    [Theory]
    [InlineData("Wait 2 seconds", 2000)]
    [InlineData("Wait for half a second", 500)]
    [InlineData("Pause for 1.5 s", 1500)]
    [InlineData("Wait two minutes", 120_000)]
    public void Read_Duration_IsGivenInMilliseconds(string sentence, int milliseconds) =>
        Reader.Read(sentence).Commands.ShouldHaveSingleItem().ShouldBeOfType<WaitArguments>().Milliseconds.ShouldBe(milliseconds);

    [Fact]
    public void Read_PromptAnswer_KeepsTheText() =>
        Reader.Read("Accept the prompt with \"Kai\"").Commands.ShouldBe([new DialogArguments(true, "Kai")]);

    [Fact]
    public void Read_DropAboveOrBelow_KeepsThePosition()
    {
        Reader.Read("Drag Alpha above Beta").Commands.ShouldBe([new DragArguments("Alpha", "Beta", DropPosition.Before)]);
        Reader.Read("Drag Alpha below Beta").Commands.ShouldBe([new DragArguments("Alpha", "Beta", DropPosition.After)]);
    }
}
