using System.Globalization;
using System.Text;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Artifacts;

/// <summary>The test as plain text: what was asked, as the runner understood the file.</summary>
internal static class InstructionText
{
    public static string Of(TestCase test)
    {
        var text = new StringBuilder(test.Title).Append('\n');
        if (test.Url is { } url)
            text.Append("URL: ").Append(url).Append('\n');
        Section(text, "Setup", test.Setup);
        Section(text, "Steps", test.Steps);
        Section(text, "Expected result", test.Expected);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<TestStep> steps)
    {
        if (steps.Count == 0)
            return;
        text.Append('\n').Append(title).Append('\n');
        foreach (var step in steps)
            text.Append(CultureInfo.InvariantCulture, $"{step.Number}. {step.Text}\n");
    }
}
